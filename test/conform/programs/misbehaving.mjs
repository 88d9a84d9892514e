// Answers kl rightly only for uniform policies, and behaves as its argument says.
import { forEachRequest, say } from './lines.mjs';

const how = process.argv[2];
const right = ({ id, weights }) => ({ id, kl: weights.length === 1 ? 0 : 0.25 });
const wait = () => new Promise((resolve) => setTimeout(resolve, 1_000_000));
const isTwo = ({ n }) => n === 2;

if (how === 'banner') process.stdout.write('Loading the model …\n');
if (how === 'stderr') process.stderr.write('one\ntwo\nthree\n');
if (how === 'exits') process.exit(7);
if (how === 'complains') {
  process.stderr.write('Traceback:\nModuleNotFoundError: no module named bon\n');
  process.exitCode = 1;
} else if (how === 'deaf') {
  process.stdin.pause();
  await wait();
} else if (how === 'closes') {
  process.stdin.destroy();
  await wait();
} else {
  const kept = [];
  await forEachRequest(async (request) => {
    const answer = right(request);
    if (how === 'crash' && isTwo(request)) {
      process.stderr.write('Segmentation fault\n');
      process.exit(9);
    } else if (how === 'kill' && isTwo(request)) process.kill(process.pid, 'SIGKILL');
    else if (how === 'silent' && isTwo(request)) await wait();
    else if (how === 'skips' && isTwo(request)) return;
    else if (how === 'twice') say(answer, answer);
    else if (how === 'unknown') say({ ...answer, id: answer.id + 1_000_000 }, answer);
    else if (how === 'nan') process.stdout.write(`{"id": ${answer.id}, "kl": NaN}\n`);
    else if (how === 'infinity') process.stdout.write(`{"id": ${answer.id}, "kl": -Infinity}\n`);
    else if (how === 'null') say({ ...answer, kl: null });
    else if (how === 'text') say({ ...answer, kl: '0.25' });
    else if (how === 'nothing') say({ id: answer.id });
    else if (how === 'no-id') say({ kl: 1 });
    else if (how === 'backwards') kept.unshift(answer);
    else if (how === 'at-the-end') kept.push(answer);
    else say(answer);
    if (how === 'backwards' && kept.length === 5) say(...kept.splice(0));
  });
  if (how === 'at-the-end') say(...kept);
  if (how === 'half') process.stdout.write('{"id": 1, "k');
}
