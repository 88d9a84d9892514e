import type { Checker } from './checker.ts';
import type { Manifest, Theorem } from './manifest.ts';
import { axiomsOf, canonical, definitionOf, locationOf, namesIn, type PrintedAxiom, statementOf } from './printed.ts';
import type { Project } from './project.ts';
import { mentioned } from './query.ts';
import { SEE_FAULTS, type TheoremResult } from './report.ts';

export interface Judgement {
  readonly theorems: TheoremResult[];
  readonly axioms: PrintedAxiom[];
  readonly faults: string[];
}

/** Holds what Coq printed against the manifest. */
export function judge(
  project: Project,
  manifest: Manifest,
  checker: Pick<Checker, 'location'>,
  answers: ReadonlyMap<string, string>,
): Judgement {
  const axioms = axiomsOf(answers.get('axioms') ?? 'no list of axioms');
  const faults = [
    ...axioms.flatMap(({ name, statement }) => axiomFault(manifest, answers, name, statement)),
    ...libraryFaults(project, manifest, answers),
    ...unusedDefinitions(project, manifest),
  ];
  const changed = new Map(
    manifest.definitions.map((definition) => [
      definition.name,
      declarationFault(project, checker, answers, definition) ?? textFault(definition, answers),
    ]),
  );
  const theorems = manifest.theorems.map((theorem): TheoremResult => {
    const { used, strangers } = unfold(theorem.statement, project, manifest);
    const printed = statementOf(theorem.name, answers.get(`statement ${theorem.name}`) ?? '');
    const reason =
      declarationFault(project, checker, answers, theorem) ??
      statementFault(theorem, printed) ??
      used.map((name) => changed.get(name)).find((fault) => fault) ??
      (strangers[0] === undefined
        ? null
        : `the statement unfolds to ${strangers[0]}, which the manifest does not define`) ??
      (faults.length === 0 ? null : SEE_FAULTS);
    const { name, file, words } = theorem;
    // White space and the order of axioms are a printer's own: what is as recorded is reported as recorded.
    const isRecorded = printed === null || statementFault(theorem, printed) === null;
    const statement = isRecorded ? theorem.statement : printed;
    return { name, file, statement, words, definitions: used, ok: reason === null, reason };
  });
  const known = manifest.axioms.filter((axiom) => axioms.some(({ name }) => name === axiom.name));
  const recorded = known.map(({ name, statement }) => ({ name, statement }));
  return { theorems, axioms: faults.length === 0 ? recorded : axioms, faults };
}

/** The definitions of the manifest that a statement unfolds to, and what the project declares but the manifest leaves out. */
export function unfold(
  statement: string,
  project: Project,
  manifest: Manifest,
): { used: string[]; strangers: string[] } {
  const texts = new Map(manifest.definitions.map(({ name, text }) => [name, text]));
  const declared = new Set(project.sources.flatMap(({ declares }) => declares));
  const found = new Set<string>();
  const pending = namesIn(statement);
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const text = texts.get(name);
    if (found.has(name) || (text === undefined && !declared.has(name))) continue;
    found.add(name);
    pending.push(...namesIn(text ?? ''));
  }
  return {
    used: [...texts.keys()].filter((name) => found.has(name)),
    strangers: [...found].filter((name) => !texts.has(name)),
  };
}

function declarationFault(
  project: Project,
  checker: Pick<Checker, 'location'>,
  answers: ReadonlyMap<string, string>,
  { name, file }: { name: string; file: string },
): string | null {
  const source = project.sources.find((candidate) => candidate.file === file);
  if (!source?.declares.includes(name)) return `${file} declares no ${name}`;
  const expected = `Constant ${checker.location(project, source.module, name)}`;
  const found = locationOf(answers.get(`location ${name}`) ?? '');
  return found === expected ? null : `${name} stands for ${found ?? 'nothing'} instead of ${expected}`;
}

function statementFault({ statement }: Theorem, printed: string | null): string | null {
  if (printed === null) return 'Coq did not print its statement';
  return canonical(printed) === canonical(statement) ? null : `its statement is now: ${printed}`;
}

function textFault(
  { name, text }: Manifest['definitions'][number],
  answers: ReadonlyMap<string, string>,
): string | null {
  const printed = definitionOf(name, answers.get(`definition ${name}`) ?? '');
  if (printed === null) return `${name} has no body`;
  return canonical(printed) === canonical(text) ? null : `a definition is now: ${printed}`;
}

function axiomFault(
  { axioms }: Manifest,
  answers: ReadonlyMap<string, string>,
  name: string,
  statement: string,
): string[] {
  const known = axioms.find((axiom) => axiom.name === name && canonical(axiom.statement) === canonical(statement));
  const located = locationOf(answers.get(`axiom ${name}`) ?? '');
  return known !== undefined && located === known.location ? [] : [`the proofs rest on ${name}, which is not allowed`];
}

/** The names that the manifest mentions must stand for what it says, and those that it says nothing of for nothing. */
function libraryFaults(
  project: Project,
  { library, ...manifest }: Manifest,
  answers: ReadonlyMap<string, string>,
): string[] {
  const declared = new Set(project.sources.flatMap(({ declares }) => declares));
  return mentioned({ library, ...manifest })
    .filter((name) => !declared.has(name))
    .flatMap((name) => {
      const found = locationOf(answers.get(`location ${name}`) ?? '');
      const expected = Object.hasOwn(library, name) ? (library[name] ?? null) : null;
      return found === expected ? [] : [`${name} stands for ${found ?? 'nothing'} instead of ${expected ?? 'nothing'}`];
    });
}

function unusedDefinitions(project: Project, manifest: Manifest): string[] {
  const used = new Set(manifest.theorems.flatMap(({ statement }) => unfold(statement, project, manifest).used));
  const unused = manifest.definitions.find(({ name }) => !used.has(name));
  return unused === undefined ? [] : [`the manifest defines ${unused.name}, which no statement uses`];
}
