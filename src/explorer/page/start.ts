import { InputError } from '../../policy/errors.ts';
import { type Subject, subjectOf } from '../input.ts';
import type { Reply } from '../messages.ts';
import { fromHash, type State, toHash } from '../state.ts';
import { connectAsking } from './asking.ts';
import { ClaimsTable } from './claims.ts';
import { connectDragging, showShare } from './dragging.ts';
import { byId, fillTable, some, tell } from './elements.ts';
import { connectForm, showState } from './form.ts';
import { draw, drawCurves, measure, quantileAt, tellLargestGap } from './pictures.ts';
import { Helper } from './workers.ts';

/** Certified digits are worked out when nothing has moved for this long, in milliseconds. */
const REST = 150;

/** Starts the page. */
export function startPage(): void {
  let state = fromHash(location.hash);
  let subject: Subject | null = null;
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const claims = new ClaimsTable();
  const numbers = new Helper((reply) => showNumbers(reply, claims));

  const paint = (): void => {
    frame = 0;
    showState(state);
    subject = readable(state);
    if (!subject) {
      numbers.stop();
      forget(claims);
      return;
    }
    some('pictures').classList.remove('stale');
    some('empirical').hidden = state.kind !== 'rewards' && state.kind !== 'counts';
    showShare(subject);
    draw(subject, state);
    for (const id of ['numbers', 'sentence']) some(id).classList.add('waiting');
  };
  const settle = (): void => {
    history.replaceState(null, '', `#${toHash(state)}`);
    if (!subject) return;
    drawCurves(subject, state);
    tellLargestGap(subject);
    claims.clear('Deciding the claims …');
    numbers.ask({ kind: 'numbers', state });
  };
  const change = (changed: Partial<State>): void => {
    state = { ...state, ...changed };
    if (frame === 0) frame = requestAnimationFrame(paint);
    clearTimeout(rest);
    rest = setTimeout(settle, REST);
  };

  connectForm(change);
  connectDragging(
    () => subject,
    quantileAt,
    (weights) => change({ kind: 'weights', text: weights.join(',') }),
  );
  connectAsking(() => state, change);
  for (const id of ['conjecture', 'limits'] as const)
    some(id).addEventListener('input', () => change({ [id]: byId(id, HTMLInputElement).value }));
  addEventListener('hashchange', () => {
    if (location.hash.slice(1) !== toHash(state)) change(fromHash(location.hash));
  });
  new ResizeObserver(() => {
    measure();
    change({});
  }).observe(some('density'));
}

/** What a state asks for; null where it is wrong, which is said. */
function readable(state: State): Subject | null {
  try {
    const subject = subjectOf(state);
    tell(some('problem'), '');
    return subject;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    tell(some('problem'), error.message);
    return null;
  }
}

/** No number of a policy stays when the form is wrong; the last pictures are dimmed. */
function forget(claims: ClaimsTable): void {
  some('pictures').classList.add('stale');
  fillTable('numbers', []);
  for (const id of ['sentence', 'pace', 'largest', 'mass-shown']) tell(some(id), '');
  claims.clear('');
}

function showNumbers(reply: Reply, claims: ClaimsTable): void {
  if (reply.kind === 'certified') {
    const { sentence, lines } = reply.numbers;
    tell(some('sentence'), sentence);
    fillTable(
      'numbers',
      lines.map(({ label, value, unit, exactly }) => [label, value, unit, exactly]),
    );
    for (const id of ['numbers', 'sentence']) some(id).classList.remove('waiting');
  }
  if (reply.kind === 'standing') claims.add(reply.standing);
  if (reply.kind === 'done') claims.done(reply.skipped);
  if (reply.kind === 'failed') tell(some('problem'), reply.message);
}
