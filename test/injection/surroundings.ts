import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { API, begin, type Ended } from './command.ts';
import { endInWords, type Injection } from './injection.ts';
import { Broken, checkEnd, PLACES } from './scene.ts';

/** A true claim that does something first, beside one that does nothing. */
async function besideGood(place: string, act: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const text = `import { atMost, Rational, rationalReal } from '${API}';
const number = (value) => rationalReal(Rational.of(value));
const claim = (id, act) => ({
  id, title: id, statement: id, source: 'a test', hypotheses: 'none', expected: 'holds', domain: { atoms: 1, draws: 1 },
  shares: {}, relations: ({ n }) => { if (n > 1) act(); return [atMost('0', number(0), '1', number(1))]; },
});
export const claims = [claim('bad', () => { ${act} }), claim('good', () => undefined)];
`;
  await writeFile(join(place, 'mine.mjs'), text);
  const args = ['verify', '--claim', 'mine.mjs', '--runs', '20', '--workers', '2', '--claim-timeout', '5', ...PLACES];
  return begin(args, { cwd: place, env }).ended;
}

const BAD_CLAIMS = [
  { act: 'for (;;);', says: /^bonafide: claim bad spent more than 5 s on one instance and was stopped$/m },
  {
    act: 'const all = []; for (;;) all.push(new Array(1000).fill(1.5));',
    says: /^bonafide: claim bad needed more memory than its thread has and was stopped;/m,
  },
  { act: 'process.exit(0);', says: /^bonafide: claim bad ended its thread with code 0;/m },
] as const;

/** Lines of bash, and the exit codes of the run, which they print to a file beside the folder. */
const PIPES = [
  { bash: '{ "$@"; echo $? >CODE; } | head -1', codes: [0, 2] },
  { bash: '{ "$@"; echo $? >CODE; } | true', codes: [0, 2] },
  { bash: '"$@" >&-; echo $? >CODE', codes: [0, 2] },
  { bash: '"$@" 2>&- >/dev/null; echo $? >CODE', codes: [0] },
  { bash: '"$@" <&-; echo $? >CODE', codes: [0] },
  { bash: '"$@" >/dev/full; echo $? >CODE', codes: [2] },
  { bash: '"$@" 2>/dev/full; echo $? >CODE', codes: [2] },
] as const;

export const SURROUNDINGS: readonly Injection[] = [
  {
    what: "a claim of the user's that hangs, runs out of memory, or ends its thread",
    times: () => BAD_CLAIMS.length,
    inject: async (scene, _, index) => {
      const { act, says } = BAD_CLAIMS[index] ?? BAD_CLAIMS[0];
      const place = await scene.place();
      const end = await besideGood(place, act, { NODE_OPTIONS: '--max-old-space-size=200' });
      checkEnd(end, [3]);
      if (!says.test(end.err)) throw new Broken(`it says: ${end.err}`);
      if (!/^ok +good .*\n/m.test(end.out)) throw new Broken(`it does not report the other claim: ${end.out}`);
      await scene.checkWhole(place.concat('/out'));
      return endInWords(end);
    },
  },
  {
    what: 'a reader that leaves (`| head -1`, `| true`), closed or full standard output, error or input',
    times: () => PIPES.length,
    inject: async (scene, _, index) => {
      const { bash, codes } = PIPES[index] ?? PIPES[0];
      const place = await scene.place();
      const code = `${place}.code`;
      const { out, err } = await scene.run(place, { bash: `${bash.replace('CODE', code)}; cat ${code}` }).ended;
      const end = { code: Number(out.trimEnd().split('\n').at(-1)), signal: null, out, err };
      checkEnd(end, codes, /^/);
      await scene.checkWhole(place);
      if (end.code === 0) await scene.checkNew(place);
      return endInWords(end);
    },
  },
  {
    what: 'the clock of the system set by up to a year, forwards and backwards, again and again',
    times: (moments) => Math.ceil(moments / 20),
    inject: async (scene, random) => {
      const place = await scene.place();
      const how = { preload: './preload-clock.mjs', env: { INJECT_SEED: String(random.integer(1, 2 ** 31 - 2)) } };
      const end = await scene.run(place, how).ended;
      checkEnd(end, [0]);
      await scene.checkNew(place);
      const limited = await begin(['verify', 'win-rate', '--time', '1', '--workers', '1', '--json'], {
        ...how,
        cwd: place,
      }).ended;
      const instances = Number(JSON.parse(limited.out).claims[0].instances);
      if (instances === 0) throw new Broken('a search of a second has looked at nothing');
      return endInWords(end);
    },
  },
];
