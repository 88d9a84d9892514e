import { ASSUMPTIONS } from './assumptions.ts';
import { CHECKS_OFF } from './checks-off.ts';
import type { Evil } from './evil.ts';
import { HIDDEN } from './hidden.ts';
import { LOADS } from './loads.ts';
import { LOOKALIKES } from './lookalikes.ts';
import { MODULES } from './modules.ts';
import { SELECTORS } from './selectors.ts';
import { SHADOWING } from './shadowing.ts';
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
];
