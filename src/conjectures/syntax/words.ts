/** Names that are followed by arguments in parentheses, such as KL(2n). Behind other names parentheses are a factor, as in n(n−1). */
export const CALLABLE: ReadonlySet<string> = new Set([
  ...[
    'KL',
    'D',
    'gap',
    'W',
    'TV',
    'chi2',
    'hell2',
    'Renyi',
    'Dinf',
    'est',
    'Dhat',
    'Dtilde',
    'better',
    'gamma',
    'g',
    'kappa',
    'H',
    'p',
    'pi',
    'F',
    'q',
  ],
]);

/** The names of numbers of the atoms. Their arguments are an index. */
export const ITEMS: ReadonlySet<string> = new Set(['p', 'pi', 'F', 'q']);

/** Callable names that also stand alone. With a space before the parentheses they could be meant as a factor. */
export const ALONE: ReadonlySet<string> = new Set([
  ...['KL', 'D', 'Dtilde', 'gap', 'W', 'TV', 'chi2', 'hell2', 'Dinf', 'est', 'kappa', 'H'],
]);

/** Other spellings of names, and the commands of LaTeX for letters. */
const SPELLINGS: Readonly<Record<string, string>> = {
  π: 'pi',
  '\\pi': 'pi',
  Π: 'prod',
  ε: 'eps',
  ϵ: 'eps',
  epsilon: 'eps',
  '\\epsilon': 'eps',
  '\\varepsilon': 'eps',
  γ: 'gamma',
  '\\gamma': 'gamma',
  κ: 'kappa',
  '\\kappa': 'kappa',
  χ: 'chi',
  '\\chi': 'chi',
  '∞': 'inf',
  '\\infty': 'inf',
  infinity: 'inf',
  infty: 'inf',
  Rényi: 'Renyi',
  hellinger2: 'hell2',
  tv: 'TV',
  kl: 'KL',
  DKL: 'KL',
  eps_inf: 'eps',
  'D\u0303': 'Dtilde',
  'D\u0302': 'Dhat',
};

/** What people call a number that has another name here. */
export const MEANT: Readonly<Record<string, string>> = {
  N: 'n, the number of draws',
  Y: 'K, the number of atoms',
  for: '--for, or a premise before =>',
  win: 'W, the win rate',
  winrate: 'W, the win rate',
  wr: 'W, the win rate',
  pref: 'W, the win rate',
  entropy: 'H, the entropy of the reference',
  h: 'H, the entropy of the reference',
  e: '\\mathbb{E}_{y\\sim\\pi}[…], or sum(pi[i]*…)',
  expect: '\\mathbb{E}_{y\\sim\\pi}[…], or sum(pi[i]*…)',
  bon: 'pi[i], the best-of-n policy, or KL',
  divergence: 'KL',
  estimator: 'est, the mean of the estimator, or est(t)',
  formula: 'D, the formula log n − (n−1)/n',
  bound: 'D, the formula log n − (n−1)/n',
  d: 'D, the formula log n − (n−1)/n',
  k: 'K, the number of atoms',
  m: 'K, the number of atoms, or n, the number of draws',
  cdf: 'F[i]',
  mass: 'p[i]',
  prob: 'p[i]',
};

/** A letter with an accent as people read it. */
export function shownName(name: string): string {
  return name === 'Dhat' ? 'D̂' : name === 'Dtilde' ? 'D̃' : name;
}

/** The name that a spelling stands for. */
export function canonical(spelling: string): string {
  return Object.hasOwn(SPELLINGS, spelling) ? (SPELLINGS[spelling] as string) : spelling.replace(/^\\/, '');
}

/** A letter with an accent, such as D̃. */
export function accented(accent: string, letter: string): string {
  return canonical(`${letter}${/tilde/.test(accent) ? '\u0303' : '\u0302'}`);
}
