/** The LaTeX of the characters and words that statements of claims are written in. */

const GREEK = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  ε: 'varepsilon',
  η: 'eta',
  κ: 'kappa',
  λ: 'lambda',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  τ: 'tau',
  φ: 'varphi',
  χ: 'chi',
  Φ: 'Phi',
};

const SIGNS = {
  '≤': 'le',
  '≥': 'ge',
  '≠': 'ne',
  '⟹': 'implies',
  '∈': 'in',
  '∼': 'sim',
  '∝': 'propto',
  '∞': 'infty',
  '·': 'cdot',
  '‖': 'Vert',
  Σ: 'sum',
  '½': 'tfrac12',
};

const FUNCTIONS = ['log', 'max', 'min'];
/** Names of quantities of more than one letter. */
const NAMES = ['KL', 'TV', 'Var', 'gap', 'lo', 'hi'];

/** Characters that mean the same in math mode. */
const PLAIN = /^[A-Za-z0-9 .,:=<>+/()[\]]$/;

const COMMANDS: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...GREEK, ...SIGNS }).map(([character, name]) => [character, `\\${name} `]),
);

/** The LaTeX of a character; null where it has none. */
export function symbolOf(character: string): string | null {
  return COMMANDS.get(character) ?? (character === '−' ? '-' : PLAIN.test(character) ? character : null);
}

/** Whether letters are mathematics, and not a word of the language. */
export function isName(letters: string): boolean {
  return letters.length === 1 || FUNCTIONS.includes(letters) || NAMES.includes(letters);
}

/** The LaTeX of letters: a function, a name, an expectation or a product of variables. */
export function lettersOf(letters: string): string {
  if (letters === 'E') return '\\mathbb{E}';
  if (FUNCTIONS.includes(letters)) return `\\${letters} `;
  return NAMES.includes(letters) ? `\\mathrm{${letters}}` : letters;
}
