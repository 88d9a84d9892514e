import type { Hostile } from './claim.ts';

const STALLED = /claim hostile spent more than 2 s on one instance and was stopped/;
const UNSTEADY = /claim hostile cannot be checked on .*: it gave two different answers/;

/** Numbers from 0 to 1 that look random to the harness, and are the same in every run of the test. */
const SCATTERED =
  'let state = 7; const scattered = () => { state = (state * 48271) % 2147483647; return state / 2147483647; };';

/** Claims whose code throws, loops, ends the process, changes what it is given, or answers by chance. */
export const MISBEHAVES: readonly Hostile[] = [
  {
    name: 'throws',
    fields: 'relations: () => { throw new Error("no such luck"); },',
    code: 2,
    says: /claim hostile cannot be checked on .*n = \d+: no such luck/,
  },
  {
    name: 'throws at one instance only',
    fields:
      'relations: ({ policy, n }) => { if (n === 7 && policy.atoms.length > 2) throw new Error("here"); return isTrue; },',
    code: 2,
    says: /claim hostile cannot be checked on .*n = 7: here/,
  },
  { name: 'throws null', fields: 'relations: () => { throw null; },', code: 2, says: /cannot be checked on .*: null/ },
  {
    name: 'throws what cannot be printed',
    fields: 'relations: () => { throw { toString() { throw 1; } }; },',
    code: 2,
    says: /cannot be checked on .*: it threw an error without a message/,
  },
  {
    name: 'throws when it is loaded what cannot be printed',
    top: 'throw { toString() { throw 1; } };',
    fields: '',
    code: 2,
    says: /hostile\.mts: it threw an error without a message/,
  },
  {
    name: 'throws a page of text',
    fields: 'relations: () => { throw new Error("line\\n".repeat(10000)); },',
    code: 2,
    says: /^bonafide: claim hostile cannot be checked on [^\n]{0,500}…\n$/m,
  },
  {
    name: 'throws half way through its relations',
    fields: '*relations() { yield isTrue[0]; throw new Error("half way"); },',
    code: 2,
    says: /cannot be checked on .*: half way/,
  },
  { name: 'loops', fields: 'relations: () => { while (true); },', code: 3, says: STALLED, endless: true },
  {
    name: 'states relations for ever',
    fields: '*relations() { while (true) yield isTrue[0]; },',
    code: 3,
    says: STALLED,
    endless: true,
  },
  {
    name: 'loops at one instance only',
    fields: 'relations: ({ n }) => { while (n === 4); return isTrue; },',
    code: 3,
    says: STALLED,
    endless: true,
  },
  {
    name: 'calls process.exit',
    fields: 'relations: () => { process.exit(0); },',
    code: 3,
    says: /claim hostile ended its thread with code 0; a claim must not call process\.exit/,
  },
  {
    name: 'calls process.exit when it is loaded',
    alone: true,
    top: 'process.exit(0);',
    fields: '',
    code: 2,
    says: /hostile\.mts: the code of the claim ended its thread with code 0; a claim must not call process\.exit/,
  },
  {
    name: 'never ends loading',
    alone: true,
    endless: true,
    top: 'await new Promise(() => undefined);',
    fields: '',
    code: 3,
    says: /hostile\.mts: the code of the claim did not finish within 2 s and was stopped/,
  },
  {
    name: 'calls process.exit when the main thread loads it',
    alone: true,
    top: "if ((await import('node:worker_threads')).isMainThread) process.exit(0);",
    fields: '',
    code: 2,
    says: /the process ended before the command was done/,
  },
  {
    name: 'loops while it is loaded',
    alone: true,
    endless: true,
    top: 'for (;;);',
    fields: '',
    code: 3,
    says: /hostile\.mts: the code of the claim did not finish within 2 s and was stopped/,
  },
  {
    name: 'answers by chance',
    top: SCATTERED,
    fields: 'relations: () => (scattered() < 0.5 ? isTrue : isFalse),',
    code: 2,
    says: UNSTEADY,
  },
  {
    name: 'is false now and then',
    top: SCATTERED,
    fields: 'relations: () => (scattered() < 0.005 ? isFalse : isTrue),',
    code: 2,
    says: UNSTEADY,
  },
  {
    name: 'is false at every 101st call',
    fields: 'relations: () => (calls++ % 101 === 100 ? isFalse : isTrue),',
    code: 2,
    says: UNSTEADY,
  },
  {
    name: 'holds from its thousandth call on',
    fields: 'relations: () => (calls++ < 1000 ? isFalse : isTrue),',
    code: 2,
    says: UNSTEADY,
  },
  {
    name: 'changes the auxiliary weights',
    fields:
      'domain: { atoms: 1, draws: 1, auxiliary: true }, relations: (q) => { q.auxiliary[0] = 5n; return isTrue; },',
    code: 2,
    says: /cannot be checked on .*: Cannot assign to read only property/,
  },
  {
    name: 'grows the auxiliary weights',
    fields:
      'domain: { atoms: 1, draws: 1, auxiliary: true }, relations: (q) => { q.auxiliary.push(5n); return isTrue; },',
    code: 2,
    says: /cannot be checked on .*: Cannot add property/,
  },
  {
    name: 'changes the weights',
    fields: 'relations: (q) => { q.policy.weights[0] += 1n; return isTrue; },',
    code: 2,
    says: /cannot be checked on .*: Cannot assign to read only property/,
  },
  {
    name: 'changes the ranks',
    fields: 'relations: (q) => { q.policy.ranks.reverse(); return isTrue; },',
    code: 2,
    says: /cannot be checked on .*: Cannot assign to read only property/,
  },
  {
    name: 'changes n',
    fields: 'relations: (q) => { q.n = 1; return [equal("KL", q.kl, "D", q.atomlessKl)]; },',
    code: 2,
    says: /cannot be checked on .*: Cannot assign to read only property/,
  },
  {
    name: 'adds a continuous part',
    fields: 'relations: (q) => { q.policy.continuousParts.add(0); return isTrue; },',
    code: 2,
    says: /cannot be checked on .*: the continuous parts of a policy cannot be changed/,
  },
  {
    name: 'puts its own KL in the place of ours',
    fields:
      'relations: (q) => { Object.defineProperty(q, "kl", { value: q.atomlessKl }); return [equal("KL", q.kl, "D", q.atomlessKl)]; },',
    code: 2,
    says: /cannot be checked on .*: Cannot define property kl/,
  },
];
