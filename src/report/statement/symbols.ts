/** What the characters of a statement are in LaTeX. Each is one character of Unicode, which LaTeX sets as the same character. */

/** Letters beyond ASCII. */
export const LETTERS: Readonly<Record<string, string>> = {
  α: '\\alpha',
  β: '\\beta',
  γ: '\\gamma',
  δ: '\\delta',
  ε: '\\varepsilon',
  η: '\\eta',
  θ: '\\theta',
  κ: '\\kappa',
  λ: '\\lambda',
  μ: '\\mu',
  π: '\\pi',
  σ: '\\sigma',
  φ: '\\varphi',
  χ: '\\chi',
  ψ: '\\psi',
  ω: '\\omega',
  Φ: '\\Phi',
  Ψ: '\\Psi',
  '∞': '\\infty',
};

/** Names of several letters that are set upright. All other runs of letters are words. */
export const NAMES: Readonly<Record<string, string>> = {
  E: '\\mathrm{E}',
  KL: '\\mathrm{KL}',
  TV: '\\mathrm{TV}',
  Var: '\\mathrm{Var}',
  gap: '\\mathrm{gap}',
  lo: '\\mathrm{lo}',
  hi: '\\mathrm{hi}',
};

/** Names of functions, which take what follows them. */
export const FUNCTIONS: Readonly<Record<string, string>> = { log: '\\log', exp: '\\exp', max: '\\max', min: '\\min' };

export const RELATIONS: Readonly<Record<string, string>> = {
  '≤': '\\le',
  '≥': '\\ge',
  '=': '=',
  '≠': '\\ne',
  '<': '<',
  '>': '>',
  '≈': '\\approx',
  '≪': '\\ll',
  '≫': '\\gg',
  '∈': '\\in',
  '∝': '\\propto',
  '∼': '\\sim',
  '⟹': '\\Longrightarrow',
};

export const OPERATORS: Readonly<Record<string, string>> = {
  '−': '-',
  '+': '+',
  '·': '\\cdot',
  '/': '/',
  '‖': '\\Vert',
};

/** What takes what follows it, as a sum does. */
export const SUMS: Readonly<Record<string, string>> = { Σ: '\\sum', '∏': '\\prod' };

export const FRACTIONS: Readonly<Record<string, string>> = {
  '½': '\\tfrac{1}{2}',
  '¼': '\\tfrac{1}{4}',
  '¾': '\\tfrac{3}{4}',
};

export const RAISED: Readonly<Record<string, string>> = {
  '²': '2',
  '³': '3',
  '⁴': '4',
  '′': '\\prime',
  '″': '\\prime\\prime',
};

export const LOWERED: Readonly<Record<string, string>> = { '₀': '0', '₁': '1', '₂': '2', '₃': '3' };

/** Marks that combine with the letter before them. */
export const ACCENTS: Readonly<Record<string, string>> = { '\u0302': '\\hat', '\u0303': '\\tilde' };
