import type { Services } from '../../src/cli/context.ts';
import { chooseCheckers } from '../../src/coq/gate/choose.ts';

/** What the commands have in tests that do not say otherwise: what users have. */
export const SERVICES: Services = {
  catalogue: new URL('../../properties/catalogue.ts', import.meta.url).href,
  chooseCheckers,
};
