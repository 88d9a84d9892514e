import type { Catalogue } from '../src/claims/catalogue.ts';
import { bibliography } from './bibliography.ts';
import { catalogue, sectionOf } from './index.ts';
import { SECONDS } from './seconds.ts';
import { sharpness } from './shared/sharpness.ts';

/** The catalogue as the commands and their threads load it. */
export default { claims: catalogue, sectionOf, papers: bibliography, sharpness, seconds: SECONDS } satisfies Catalogue;
