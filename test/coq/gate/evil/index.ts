import { ASSUMPTIONS } from './assumptions.ts';
import { CHECKS_OFF } from './checks-off.ts';
import { COMMANDS } from './commands.ts';
import type { Evil } from './evil.ts';
import { FORGED } from './forged.ts';
import { HIDDEN } from './hidden.ts';
import { KERNEL } from './kernel.ts';
import { LEXING } from './lexing.ts';
import { LOADS } from './loads.ts';
import { LOOKALIKES } from './lookalikes.ts';
import { MODULES } from './modules.ts';
import { PRINTING } from './printing.ts';
import { SELECTORS } from './selectors.ts';
import { SESSION } from './session.ts';
import { SHADOWING } from './shadowing.ts';
import { TRUNCATED } from './truncated.ts';
import { WEAKENED } from './weakened.ts';
import { WHERE } from './where.ts';

/** Every evil development, by kind. */
export const EVIL: readonly Evil[] = [
  ...WHERE,
  ...LOOKALIKES,
  ...SELECTORS,
  ...HIDDEN,
  ...ASSUMPTIONS,
  ...MODULES,
  ...CHECKS_OFF,
  ...LOADS,
  ...SHADOWING,
  ...PRINTING,
  ...FORGED,
  ...TRUNCATED,
  ...WEAKENED,
  ...KERNEL,
  ...COMMANDS,
  ...LEXING,
  ...SESSION,
];
