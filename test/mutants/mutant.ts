/** A plausible slip in one place of the sources, as data. */
export interface Mutant {
  /** The function it is in and a name for the slip: `kl/swapped`. */
  readonly id: string;
  /** Path from the project's root. */
  readonly file: string;
  /** Must occur exactly once in the file, so that a mutant cannot rot unnoticed when the source changes. */
  readonly find: string;
  readonly replace: string;
  /** What somebody who makes this slip has in mind, in a few words. */
  readonly models: string;
  /** Claims that rest on the place and are asked first, to save time; all claims where none of these notices. */
  readonly claims: readonly string[];
  /** Set where no claim of the catalogue uses the place: typed conjectures do. The tests alone are asked then. */
  readonly onlyTests?: true;
}

/** The paper's claims rest on most of the theory. */
const PAPER = [
  'kl-bound',
  'estimator-upper',
  'win-rate',
  'pmf',
  'gap-upper',
  'gap-lower',
  'estimator-range',
  'win-rate-gap',
  'equality',
  'win-rate-equality',
];

/** The mutants of one file. */
export function inFile(
  file: string,
  mutants: readonly Omit<Mutant, 'file' | 'claims'>[],
  claims: readonly string[] = PAPER,
): Mutant[] {
  return mutants.map((mutant) => ({ ...mutant, file, claims }));
}

/** The source with the slip made. @throws Error when the place is not there exactly once or the slip changes nothing. */
export function mutate(source: string, { id, file, find, replace }: Mutant): string {
  const places = source.split(find).length - 1;
  if (places !== 1) throw new Error(`mutant ${id}: what it replaces occurs ${places} times in ${file}, not once`);
  if (find === replace) throw new Error(`mutant ${id}: it changes nothing`);
  return source.replace(find, () => replace);
}
