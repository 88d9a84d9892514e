import { Rational } from '../arithmetic/rational.ts';
import type { Database } from './duckdb.ts';
import { Place } from './place.ts';
import { type Grouping, type LoggedPrompt, PromptGroups } from './prompt-groups.ts';
import type { Sample } from './samples.ts';
import { keyOf } from './texts.ts';

/**
 * Groups samples by prompt as `groupedInMemory` does, and gives the same prompts. The samples are in a database, so that memory is needed
 * only for the largest prompt and for a short key of each.
 */
export async function* groupedOutOfCore(
  batches: AsyncIterable<readonly Sample[]>,
  grouping: Grouping,
  database: Database,
): AsyncGenerator<LoggedPrompt> {
  const sources = await stored(batches, database);
  const prompts = database.rows('SELECT c0, c1, c2 FROM prompts ORDER BY c3');
  let groups: PromptGroups | null = null;
  let current: unknown = null;
  for await (const [id, ...numbers] of database.rows(GROUPED)) {
    if (groups === null || current !== id) {
      if (groups) yield await groups.finish();
      const [text, source, at] = (await prompts.next()).value as [string, bigint, bigint];
      const prompt: string = JSON.parse(text);
      groups = new PromptGroups(prompt, String(sources.place(source, at)), grouping);
      current = id;
    }
    groups.add(sampleOf(numbers, sources));
  }
  if (groups) yield await groups.finish();
}

/** Equal samples, in the order of first appearance. Samples without a response are equal only if no probability is given. */
const GROUPED = `
  SELECT c0, c1, c2, c3, c4, sum(c5)::BIGINT, arg_min(c6, c8), arg_min(c7, c8), min(c8) AS first
  FROM samples
  GROUP BY c0, c1, c2, c3, c4, CASE WHEN c1 IS NULL AND c4 IS NOT NULL THEN c8 END
  ORDER BY c0, first`;

async function stored(batches: AsyncIterable<readonly Sample[]>, database: Database): Promise<Sources> {
  const sources = new Sources();
  const ids = new Map<string, bigint>();
  const prompts = await database.appender('prompts', ['VARCHAR', 'BIGINT', 'BIGINT', 'BIGINT']);
  const rows = await database.appender('samples', [
    ...(['BIGINT', 'VARCHAR', 'VARCHAR', 'DOUBLE', 'VARCHAR', 'BIGINT', 'BIGINT', 'BIGINT', 'BIGINT'] as const),
  ]);
  let order = 0n;
  const store = ({ prompt, response, reward, logProbability, probability, count, place }: Sample): void => {
    const [source, at] = [sources.number(place), BigInt(place.at)];
    const key = keyOf(prompt);
    const id = ids.get(key) ?? BigInt(ids.size);
    // As JSON, since a text of the database has no halves of surrogate pairs.
    if (!ids.has(key)) prompts.add([JSON.stringify(prompt), source, at, id]);
    ids.set(key, id);
    const [value, chance] = [reward, probability].map((number) => (number === null ? null : String(number)));
    rows.add([id, response, value ?? null, logProbability, chance ?? null, BigInt(count), source, at, order]);
    order += 1n;
  };
  for await (const samples of batches) for (const sample of samples) store(sample);
  prompts.end();
  rows.end();
  return sources;
}

function sampleOf(numbers: readonly unknown[], sources: Sources): Sample {
  const [response, reward, logProbability, probability, count, source, at] = numbers as [
    string | null,
    string | null,
    number | null,
    string | null,
    bigint,
    bigint,
    bigint,
  ];
  return {
    prompt: '',
    response,
    reward: reward === null ? null : Rational.parse(reward),
    logProbability,
    probability: probability === null ? null : Rational.parse(probability),
    count: Number(count),
    place: sources.place(source, at),
  };
}

/** The sources by number. */
class Sources {
  readonly #numbers = new Map<string, bigint>();
  readonly #places: Place[] = [];

  number(place: Place): bigint {
    const known = this.#numbers.get(place.source);
    if (known !== undefined) return known;
    const number = BigInt(this.#places.push(place) - 1);
    this.#numbers.set(place.source, number);
    return number;
  }

  place(source: unknown, at: unknown): Place {
    const { source: name, unit } = this.#places[Number(source)] as Place;
    return new Place(name, Number(at), unit);
  }
}
