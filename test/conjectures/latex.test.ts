import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/claims/decide.ts';
import { type Instance, quantitiesOf, untied } from '../../src/claims/instance.ts';
import type { Relation } from '../../src/claims/relation.ts';
import { AGREE, HAS_NO_VALUE, PREMISE_FAILS } from '../../src/claims/silent.ts';
import { conjectureOf } from '../../src/conjectures/conjecture.ts';
import { statementLatexOf } from '../../src/conjectures/latex.ts';
import { mathmlOf } from '../../src/report/mathml.ts';

const of = (text: string): ReturnType<typeof conjectureOf> =>
  conjectureOf({ id: 'typed', text, for: null, selection: 'best-of-n' });

const INSTANCES: readonly Instance[] = [
  untied([1n], 3),
  untied([1n, 2n], 1),
  untied([2n, 1n], 6),
  untied([1n, 3n, 2n], 2),
  { ...untied([3n, 1n, 2n, 5n], 4), auxiliary: [1n, 0n, 2n, 1n] },
  { ...untied([3n, 1n, 2n], 3), auxiliary: [2n, 1n, 1n] },
];

function relations(text: string, instance: Instance): Relation[] {
  return [...of(text).claim.relations(quantitiesOf(instance))];
}

/** Whether two texts state the same relations on an instance, as far as enclosures of 60 digits tell. */
function areSame(one: string, other: string, instance: Instance): boolean {
  const [ours, theirs] = [relations(one, instance), relations(other, instance)];
  const agree = (a: Relation, b: Relation | undefined): boolean =>
    b !== undefined &&
    a.is === b.is &&
    SILENT.includes(a) === SILENT.includes(b) &&
    a.left.value.enclose(60).overlaps(b.left.value.enclose(60)) &&
    a.right.value.enclose(60).overlaps(b.right.value.enclose(60));
  return ours.length === theirs.length && ours.every((relation, i) => agree(relation, theirs[i]));
}

const SILENT: readonly Relation[] = [PREMISE_FAILS, HAS_NO_VALUE, AGREE];

/** Whether a text has values on an instance. */
function speaksOf(text: string, instance: Instance): boolean {
  return relations(text, instance).some((relation) => !SILENT.includes(relation));
}

const listed = ['falsehoods', 'truths'].flatMap((name) =>
  readFileSync(new URL(`../../bench/falsehoods/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => /^[a-z0-9-]+: (.*)$/.exec(line)?.[1] ?? []),
);

const TEXTS = [
  ...['D(2n) <= 9', 'gap(n+1) <= 1', 'TV(2n) <= 1', 'chi2(2n) <= n', 'hell2(n+1) <= 2', 'kappa(n+1) <= n^2'],
  ...[
    'Dinf(2n) <= 9',
    'est_{2n} <= D(2n)',
    '\\mathbb{E}[D̂*_{2n}] <= est_{2n}',
    'D(2) <= chi2(3)',
    'est(1/2) <= better(1/2)',
    'W(n+1) <= 1',
  ],
  ...[
    'p_max <= 1000 pmin',
    'eps <= 1',
    'H(3/2) <= H2',
    'Renyi(3/2) <= Dinf',
    'g(0,1/2) <= gamma(1/2)',
    'KL(p||pi) >= 0',
  ],
  ...['KL(pi || q) >= 0 or W(q) <= 1', 'H(q) <= log(K)', 'sum(i=2..K-1, (i+1)*p[i]) <= K', 'min(i=2..K, p[i]) <= 1'],
  ...[
    'not (KL < 0) and KL != 7',
    'for all i=2..K: p[i] <= 1',
    'let f(t) = max(t, 2 p[1]); sum(i, f(i)) <= 99',
    'sum(i, sum(i, p[i])) <= K',
    'W * (n+1) <= n',
    'KL^2 * (n+1) <= 9 n',
    'for all i: F[i] * (n+1) >= 0',
    'n = 1 => KL = 0',
    'for all i: F[i]^n - F[i-1]^n = pi[i]',
    'max(1, 1/2, n) >= n',
  ],
  ...['abs(KL-1)*abs(W)*n <= n', 'KL + (-W) <= 1', '-KL*2 <= -(W/3)', 'n*(-2) <= -1/2', '2^(-n) <= n^(-1/2)'],
  ...[
    'KL*(1/2)*(2/3) <= 100*n/3',
    '(-2)^n <= 1e6',
    '(1/2)^n <= 0.98',
    'exp(-KL)*n <= n*sqrt(S2)*9',
    '(log n)^2*log(n)*n >= 0',
  ],
  ...['prod(i, p[i]*K)*2 <= 2', '(sum(p[i]))^2*3 <= 9', 'n - (1 - n) - (KL - W) >= 0', 'S9 <= S2^2', 'K - kappa <= K'],
];

describe('the LaTeX of an answer says the same as the text', () => {
  it.each([...listed, ...TEXTS])('%s', (text) => {
    const latex = statementLatexOf(of(text).formula);
    for (const instance of INSTANCES) expect(areSame(latex, text, instance)).toBe(true);
    expect(INSTANCES.some((instance) => speaksOf(text, instance))).toBe(true);
    expect(mathmlOf(latex)).toMatch(/^<math .*<\/math>$/s);
  });
});

describe('spellings of papers', () => {
  const policy = untied([3n, 1n, 2n, 5n], 3);
  it.each([
    '\\mathrm{KL}\\left(\\pi^{(n)}_{y|x} \\,\\middle\\|\\, p_{y|x}\\right) = KL',
    'D_{\\mathrm{KL}}(\\pi^{(n)} \\| \\pi_{\\text{ref}}) = KL',
    '\\mathrm{KL}(\\pi_{\\mathrm{BoN}}(\\cdot|x) \\,\\|\\, \\pi_{ref}(\\cdot \\mid x)) = KL',
    '\\mathbb{D}_{KL}(\\pi_{\\boldsymbol{y}|\\boldsymbol{x}} \\parallel p) = KL',
    'KL_{bon} = KL_n = KL_{\\mathrm{BoN}}',
    'KL(\\pi^{(2n)}\\|p) = KL(2n) and chi2(\\pi^{(n+1)}||p) = chi2(n+1) and D_\\infty(\\pi^{(2n)}\\|p) = Dinf(2n)',
    '\\sum_y \\pi^{(n)}_{y|x} \\log\\frac{\\pi^{(n)}(y\\mid x)}{p(y\\mid x)} = KL',
    '\\mathbb{E}_{y\\sim\\pi^{(n)}}\\left[\\hat D_n(p(y))\\right] = est',
    '\\mathbb{E}[\\hat D_n] = est and \\mathbb{E}[\\hat{D}^*_n] = est* and \\mathbb{E}[\\hat D_n^*] = est*',
    '\\mathbb{E}_{\\boldsymbol y\\sim p}(p_{\\mathbf y}) = S2',
    '𝔼_{y∼π_ref}[p(y)] = S2',
    '\\mathbb{E}_{y \\sim q}[p(y)] >= pmin',
    'p_{\\max} = p_max = pmax and p_{\\min} = p_\\min',
    '\\max_{2\\le i\\le K} p_i = p[4]',
    'for all y: (\\pi_{y|x}^{(n)} = pi[y] and \\pi_{\\mathrm{BoN}}(y|x) = \\pi(y) and \\pi_{\\mathrm{ref}}(y) = \\pi_0(y|x) = p[y])',
    '\\mathrm{KL}(\\pi_{\\boldsymbol y|\\boldsymbol x}^{(n)} \\| p_{\\boldsymbol{y}|\\boldsymbol x}) = KL.',
    '\\mathbb{E}_{y\\sim\\pi}\\left[\\log\\frac{\\pi(y|x)}{\\pi_{\\mathrm{ref}}(y|x)}\\right] = KL and H(\\pi_{ref}) = H',
    'D_{\\chi^2}(\\pi\\|p) = \\chi^{2} and D_{\\mathrm{TV}}(\\pi\\|p) = TV and KL(π∥p) = KL',
    '\\hat D_n\\left(p_1\\right) = est(p[1]) and \\max\\{p_1, p_2\\} = max(p[1], p[2])',
    'n\\;KL = n\\,KL = |\\,KL\\,| n && KL \\quad \\le D',
    '\\mathbb{E}_{y\\sim\\pi}[\\mathbb{E}_{y\\sim p}[p(y)]] = S2',
    'for all i: p[i] <= max(p[i], i)',
    '\\chi^2^2 = (\\chi^2)^2 and (KL)(2n) = 2n KL and 2[KL] = KL + KL',
    'let f(m) = KL(m); f(2n) = KL(2n) and f(n) = KL',
    'n\\left|KL - 1\\right|W = \\lvert KL - 1 \\rvert n W',
  ])('%s', (text) => {
    expect(decide(of(text).claim, { ...policy, auxiliary: [1n, 0n, 2n, 1n] }).outcome).toBe('holds');
  });

  it.each([
    ['W^* <= 1', 'a star has a meaning behind est only'],
    ['KL(\\pi_\\theta \\| p) <= 1', 'the policies are π or π^{(n)}'],
    ['KL(π‖p_θ) <= 1', 'the policies are π or π^{(n)}'],
    ['KL(π_2‖p) <= 1', 'the policies are π or π^{(n)}'],
    ['KL(π^n‖p) <= 1', 'write π^{(n)} for the policy'],
    ['KL(π^{n}‖p) <= 1', 'write π^{(n)} for the policy'],
    ['KL(π_{2n}‖p) <= 1', 'the policies are π or π^{(n)}'],
    ['KL(p‖π^{(2n)}) <= 1', 'another number of draws is known for the first policy only'],
    ['KL(π^{(2n)}‖q) <= 1', 'another number of draws is known for divergences from p only'],
    ['D_2(π^{(2n)}‖p) <= 1', 'another number of draws has no place here'],
    ['KL(π, p) <= 1', 'write KL(π‖p) for two policies'],
    ['for all i: F_i^{(n)} <= 1', 'this can be read in two ways; write ^{n} for a power'],
    [`${'\\left('.repeat(70)}KL${'\\right)'.repeat(70)} <= 1`, 'brackets may be nested 60 deep'],
    ['let Dhat = 1; Dhat <= 1', 'Dhat has a meaning already'],
    ['\\mathrm KL <= 1', 'this can be read in two ways; write {KL} in braces'],
    ['\\mathbb{E}[\\log n] >= 0', 'say what is drawn'],
    ['\\mathbb{E}_{y\\sim\\pi}\\log n >= 0', 'where the bracket of the mean is expected'],
    ['\\mathbb{E}_{y\\sim\\pi^{(2n)}}[p(y)] >= 0', 'a mean is over π, p or q'],
    ['\\mathbb{E}_{n\\sim p}[n] >= 0', 'n has a meaning; take another letter'],
    ['\\hat D_{2n}(1/3) <= 1', 'with an argument is known at n draws only'],
    ['\\gamma_{2n}(p_1) <= 1', 'with an argument is known at n draws only'],
    ['\\hat D_n <= 1', 'the estimator is a function of a mass'],
    ['\\mathbb{E}_{y\\sim\\pi}[\\hat D_n^2] <= 1', 'the estimator is a function of a mass'],
    ['\\mathbb{E}_{y\\sim\\pi}[\\hat D_n(y)] = est', 'this is the number of an atom; write its mass'],
    ['D_2(\\pi\\|p)(n+1) <= 1', 'can be read in two ways'],
    ['KL(\\pi\\|p)(n+1) <= 1', 'can be read in two ways'],
    ['KL_{2n}(q\\|p) <= 1', 'an index has a place between π and p only'],
    ['KL_{2n}(\\pi\\|q) <= 1', 'an index has a place between π and p only'],
    ['Renyi(π^{(2n)}‖p) <= 1', 'another number of draws has no place here'],
    ['W(π‖p) <= 1', 'W is not between two policies'],
    ['\\tilde D(π‖p) <= 1', 'D̃ is not between two policies'],
    ['\\tilde D_n(n+1) <= 1', 'can be read in two ways; give the draws once'],
    ['W(1-W) <= 1/4', 'takes a number of draws such as 2n; write W · (…) for a product'],
    ['W^2(2n) <= 1', 'can be read in two ways; write W(…)^… for a power'],
    ['\\hat D_n^2(1/2) <= 1', 'D̂^…(…) can be read in two ways'],
    ['for all i: p[i] <= max(i, p[i])', 'max(i, …) can be read in two ways'],
    ['for all y: \\pi_1(y) <= 1', 'pi_…(y) can be read in two ways'],
    ['for all y: p_1(y|x) <= 1', 'p_…(y|…) can be read in two ways'],
    ['\\sum_i\\sum_j p(i|j) = 2', 'only a prompt x has a place here'],
    ['KL <= D & W <= 1', 'write "and" between two statements'],
    ['KL <= D \\quad n \\ge 1', 'write "and" between two statements'],
    ['KL ~ D <= 1', 'write "and" between two statements'],
    ['KL \\approx D', '\\approx cannot be decided'],
    ['KL \\le H, \\quad n \\ge 3', 'a condition stands in --for'],
    ['KL \\le H \\text{ for } n \\ge 3', 'did you mean --for'],
    ['KL <= \\log N', 'did you mean n, the number of draws?'],
    ['\\sum_y \\pi^{(2n)}_y <= 1', 'atoms have masses of π^{(n)} only'],
    ['sum(i, sum(j, sum(k, sum(l, sum(r, p[i]))))) <= 1', 'indices may be nested 4 deep'],
    ['let f(n) = KL(n); f(2n) <= f(n)', 'n has a meaning; take another letter for what f is given'],
    ['let f(q) = H(q); f(p) <= 1', 'q has a meaning'],
    ['let f(a,a) = a; f(1,2) <= 3', 'a has a meaning'],
    ['let S2 = 3; S2 <= 3', 'S2 has a meaning already'],
    ['let c = KL; c(2n) <= 1', 'c takes no argument'],
    ['\\sum_y \\pi_1[y] <= 1', 'write pi… · (…) for a product'],
    ['KL(pi||p)[2n] <= 1', 'write KL… · (…) for a product'],
    ['W^2[2n] <= 1', 'write W… · (…) for a product'],
    ['W{2n} <= 1', 'write W… · (…) for a product'],
    ['{\\mathrm{KL}}(2n) <= 1', 'write KL… · (…) for a product'],
    ['KL <= D & -1 <= W', 'write "and" between two statements'],
    ['0 <= |KL| & W <= 1', 'write "and" between two statements'],
    ['KL <= D \\label{a} W <= 1', 'write "and" between two statements'],
    ['\\sum_x \\sum_y p(y|x) <= K', 'x is the prompt, as in p(y|x), and something else here'],
    ['est(2n) <= D(2n)', 'takes a mass of at most 1; a number of draws is an index'],
    ['est(n-1) <= D', 'takes a mass of at most 1'],
    ['win rate <= 1', 'did you mean W, the win rate?'],
    ['win_rate(p) <= 1', 'did you mean W, the win rate?'],
    ['entropy <= 1', 'did you mean H, the entropy of the reference?'],
    ['E[p(y)] <= 1', 'did you mean \\mathbb{E}_{y\\sim\\pi}[…]'],
    ['nn <= 1', 'did you mean n n?'],
  ])('%s is refused: %s', (text, message) => {
    expect(() => of(text)).toThrow(message);
  });
});
