import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { conjectureOf } from '../conjectures/conjecture.ts';
import { subjectOf } from '../explorer/input.ts';
import { typedOf } from '../explorer/search.ts';
import { type Kind, START, type State, toHash } from '../explorer/state.ts';
import { isThere } from '../io/is-there.ts';
import { moduleAt, PACKAGE } from '../io/place.ts';
import { readText } from '../io/read-text.ts';
import { writeWhole } from '../io/write-whole.ts';
import { InputError } from '../policy/errors.ts';
import type { Ties } from '../policy/finite-policy.ts';
import type { Selection } from '../selection/families.ts';
import type { Context } from './context.ts';
import { EXIT, type ExitCode } from './exit-code.ts';

export interface ExploreOptions {
  readonly weights?: string;
  readonly probabilities?: string;
  readonly policy?: string;
  readonly n?: string;
  readonly selection?: Selection;
  readonly ties?: Ties;
  readonly conjecture?: string;
  readonly for?: string;
  readonly out?: string;
}

const PAGE = join(PACKAGE, 'reports', 'explorer.html');
const MISSING = new InputError(`${PAGE} is missing; in a checkout, npm run explorer makes it`);
/** The module of a checkout that makes the page. */
const MAKER = moduleAt('scripts/explorer/build');
const IS_CHECKOUT = existsSync(fileURLToPath(MAKER));

interface Maker {
  readonly explorerPage: () => Promise<string>;
}

/** `bonafide explore`: the address of the page, with a policy and n in it. */
export async function explore(options: ExploreOptions, { console }: Context): Promise<ExitCode> {
  const state = await stateOf(options);
  subjectOf(state);
  if (state.conjecture !== '') conjectureOf(typedOf(state), { text: '--conjecture', for: '--for' });
  const file = options.out ?? PAGE;
  if (IS_CHECKOUT || file !== PAGE) await writeWhole(file, await pageText());
  if (!(await isThere(file))) throw MISSING;
  console.out(`${pathToFileURL(resolve(file)).href}#${toHash(state)}`);
  console.err('Open this address in a browser. The page loads nothing and sends nothing.');
  return EXIT.ok;
}

/** @throws InputError where two policies are given, or a file cannot be read. */
async function stateOf({
  weights,
  probabilities,
  policy,
  n,
  selection,
  ties,
  conjecture,
  ...more
}: ExploreOptions): Promise<State> {
  const given = Object.entries({ weights, probabilities, policy }).filter(([, value]) => value !== undefined);
  if (given.length > 1) throw new InputError('give at most one of --weights, --probabilities and --policy');
  const [[kind, text] = ['weights', START.text]] = given;
  return {
    ...START,
    kind: kind as Kind,
    text: policy === undefined ? (text ?? '') : await readText(policy),
    ...(n !== undefined && { n }),
    ...(selection && { selection }),
    ...(ties && { ties }),
    ...(conjecture !== undefined && { conjecture }),
    ...(more.for !== undefined && { limits: more.for }),
  };
}

/** In a checkout the page is made anew, so that it is never older than the sources. The package has it made. */
async function pageText(): Promise<string> {
  if (!IS_CHECKOUT) return (await isThere(PAGE)) ? readText(PAGE) : Promise.reject(MISSING);
  const maker: Maker = await import(MAKER);
  return maker.explorerPage();
}
