import type { Outcome } from './checker.ts';
import type { Manifest, Theorem } from './manifest.ts';
import { axiomsOf, canonical, definitionOf, locationOf, namesIn, type PrintedAxiom, statementOf } from './printed.ts';
import type { Project } from './project.ts';
import type { Query } from './query.ts';
import { mentioned } from './record.ts';
import { SEE_FAULTS, type TheoremResult } from './report.ts';
import { type Answers, answers } from './script.ts';
import { WHOLE } from './whole.ts';

export interface Judgement {
  readonly theorems: TheoremResult[];
  readonly axioms: PrintedAxiom[];
  readonly faults: string[];
}

/**
 * The judgement on a run. Coq's kernel decides it: it typed the theorems with the recorded statements or did not. Printed statements
 * only explain a failure.
 */
export function judge(project: Project, manifest: Manifest, query: Query, { lines, failure }: Outcome): Judgement {
  const recorded = answers(lines, query.record.script);
  const checked = answers(lines, query.check);
  const shown = answers(lines, query.display).by;
  const axioms = checked.by.has('axioms') ? axiomsOf(checked.by.get('axioms') ?? '') : [];
  const faults = [
    ...endFaults(project, manifest, recorded, checked, failure),
    ...(recorded.ended ? recordFaults(manifest, query, recorded) : []),
    ...(checked.ended ? axiomFaults(manifest, axioms, checked) : []),
    ...unusedDefinitions(manifest),
  ];
  const changed = new Map(
    manifest.definitions.map((definition) => [
      definition.name,
      declarationFault(project, definition) ?? (failure === null ? null : definitionFault(definition, shown)),
    ]),
  );
  const theorems = manifest.theorems.map((theorem): TheoremResult => {
    const used = unfold(theorem.statement, manifest);
    const reason =
      declarationFault(project, theorem) ??
      (failure === null ? null : statementFault(theorem, shown)) ??
      used.map((name) => changed.get(name)).find((fault) => fault) ??
      (faults.length === 0 ? null : SEE_FAULTS);
    return { ...theorem, definitions: used, ok: reason === null, reason };
  });
  const found = new Set(axioms.map(({ name }) => name));
  const known = manifest.axioms
    .filter(({ name }) => found.has(name))
    .map(({ name, statement }) => ({ name, statement }));
  return { theorems, axioms: faults.length === 0 ? known : axioms, faults };
}

/** The definitions of the manifest to which a statement unfolds, in the manifest's order. */
export function unfold(statement: string, { definitions }: Pick<Manifest, 'definitions'>): string[] {
  const texts = new Map(definitions.map(({ name, text }) => [name, text]));
  const found = new Set<string>();
  const pending = namesIn(statement);
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const text = texts.get(name);
    if (text === undefined || found.has(name)) continue;
    found.add(name);
    pending.push(...namesIn(text));
  }
  return [...texts.keys()].filter((name) => found.has(name));
}

/** Empty where both scripts ran to their ends; otherwise the step that failed. */
function endFaults(
  project: Project,
  manifest: Manifest,
  recorded: Answers,
  checked: Answers,
  failure: string | null,
): string[] {
  if (failure === null) {
    const ended = recorded.ended && checked.ended && isWhole(project, manifest, checked);
    return ended ? [] : ['the checker did not finish the query'];
  }
  if (!recorded.ended) return [recorded.last === null ? failure : `the manifest's ${recorded.last}: ${failure}`];
  if (checked.last === null || checked.ended) return [failure];
  const [what = '', name = ''] = checked.last.split(' ');
  const entries = what === 'theorem' ? manifest.theorems : what === 'definition' ? manifest.definitions : [];
  const file = entries.find((entry) => entry.name === name)?.file;
  return [file === undefined ? failure : `${file}: ${name} is not what the manifest records: ${plain(failure)}`];
}

/** Whether the run reached each recorded theorem and definition that a source declares: what a query leaves out was not checked. */
function isWhole(project: Project, { theorems, definitions }: Manifest, { by }: Answers): boolean {
  const declared = <T extends { name: string; file: string }>(entries: readonly T[]): T[] =>
    entries.filter((entry) => declarationFault(project, entry) === null);
  return (
    declared(theorems).every(({ name }) => by.has(`theorem ${name}`)) &&
    declared(definitions).every(({ name }) => by.has(`definition ${name}`))
  );
}

/** A complaint of Coq without the random names of the query. */
function plain(failure: string): string {
  return failure
    .replace(/^Check\.v:\d+: /, '')
    .replace(/(?:\w+\.)*Recorded_\w+\./g, 'Recorded.')
    .replace(/_[0-9a-f]{24}/g, '');
}

/** The faults of the record itself, which was stated before any source was loaded. */
function recordFaults(manifest: Manifest, { riddle: { answer } }: Query, { by }: Answers): string[] {
  const digits = [...(by.get('riddle') ?? '').matchAll(/\bD(\d)\b/g)].map(([, digit]) => digit);
  const listed = axiomsOf(by.get('axioms') ?? '').map(({ name }) => name);
  const unlisted = manifest.axioms.find(({ name }) => !listed.includes(name));
  return [
    ...(digits.join('') === answer ? [] : ['the checker does not compute: it did not reverse the digits of a number']),
    ...(unlisted === undefined ? [] : [`the checker does not list the axiom ${unlisted.name} where it is used`]),
    ...manifest.axioms.flatMap(({ name, location }) => locationFault(name, location, by)),
    ...mentioned(manifest).flatMap((name) => locationFault(name, libraryOf(manifest, name), by)),
  ];
}

/** A name must stand for what the manifest says. A name that the manifest does not list must stand for nothing. */
function locationFault(name: string, expected: string | null, by: ReadonlyMap<string, string>): string[] {
  const found = locationOf(by.get(`location ${name}`) ?? '');
  return found === expected ? [] : [`${name} resolves to ${found ?? 'nothing'} instead of ${expected ?? 'nothing'}`];
}

function libraryOf({ library }: Manifest, name: string): string | null {
  return Object.hasOwn(library, name) ? (library[name] ?? null) : null;
}

/** Each axiom must be one that the manifest allows. There must be some, since theorems about real numbers rest on axioms. */
function axiomFaults({ axioms: allowed }: Manifest, found: readonly PrintedAxiom[], { by }: Answers): string[] {
  if (found.length === 0 && allowed.length > 0) {
    return ['the checker lists no axioms, but the real numbers need axioms'];
  }
  return found.flatMap(({ name }) => {
    const known = allowed.find((axiom) => axiom.name === name);
    const isKnown = known !== undefined && locationOf(by.get(`axiom ${name}`) ?? '') === known.location;
    return isKnown ? [] : [`the proofs depend on ${withoutModule(name)}, which is not allowed`];
  });
}

/** The name within the sources. */
function withoutModule(name: string): string {
  return name.startsWith(`${WHOLE}.`) ? name.slice(WHOLE.length + 1) : name;
}

function declarationFault(project: Project, { name, file }: { name: string; file: string }): string | null {
  const source = project.sources.find((candidate) => candidate.file === file);
  return source?.declares.includes(name) ? null : `${file} declares no ${name}`;
}

function statementFault({ name, statement }: Theorem, shown: ReadonlyMap<string, string>): string | null {
  const printed = statementOf(name, shown.get(`statement ${name}`) ?? '');
  return printed === null || canonical(printed) === canonical(statement)
    ? null
    : `its statement differs from the manifest: ${printed}`;
}

function definitionFault(
  { name, text }: Manifest['definitions'][number],
  shown: ReadonlyMap<string, string>,
): string | null {
  const printed = definitionOf(name, shown.get(`definition ${name}`) ?? '');
  return printed === null || canonical(printed) === canonical(text)
    ? null
    : `a definition differs from the manifest: ${printed}`;
}

function unusedDefinitions(manifest: Manifest): string[] {
  const used = new Set(manifest.theorems.flatMap(({ statement }) => unfold(statement, manifest)));
  const unused = manifest.definitions.find(({ name }) => !used.has(name));
  return unused === undefined ? [] : [`the manifest defines ${unused.name}, which no statement uses`];
}
