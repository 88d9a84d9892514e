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

/** Callable names that also stand alone. With a space before the parentheses they could be meant as a factor. */
export const ALONE: ReadonlySet<string> = new Set([
  ...['KL', 'D', 'gap', 'W', 'TV', 'chi2', 'hell2', 'Dinf', 'est', 'kappa', 'H'],
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
  'D\u0303': 'D',
  'D\u0302': 'est',
};

/** The name that a spelling stands for. */
export function canonical(spelling: string): string {
  return Object.hasOwn(SPELLINGS, spelling) ? (SPELLINGS[spelling] as string) : spelling.replace(/^\\/, '');
}

/** A letter with an accent, such as D̃. */
export function accented(accent: string, letter: string): string {
  return canonical(`${letter}${/tilde/.test(accent) ? '\u0303' : '\u0302'}`);
}
