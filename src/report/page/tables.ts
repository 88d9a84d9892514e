import { type Html, html } from '../html.ts';
import type { CellFinding, Model, SourceGroup } from '../model.ts';
import { NEAR } from '../sharpness.ts';
import { instanceInWords } from '../words.ts';
import { type Cell, linkTo, listOf, type Section, scrolling, toClaim, typeset } from './parts.ts';

/** What each paper states, and what was found of it. */
export function sourceSection(model: Model): Section | null {
  if (model.sources.length === 0) return null;
  const body = html`${model.sources.map((group) => sourceGroup(group, model))}`;
  return { id: 'sources', title: 'By source', body };
}

function sourceGroup({ id, name, title, address, taken, naming }: SourceGroup, model: Model): Html {
  const paper = title === null ? '' : html`<p>${title}, ${linkTo(address, `arXiv ${id}`)}.</p>\n`;
  const stated = id === 'others' ? 'Claims from other sources' : `Claims that are taken from ${name}`;
  return html`<h3>${name === 'Neither' ? 'Other sources' : name}</h3>
${paper}${verdicts(stated, taken, model)}${verdicts(`Other claims that refer to ${name}`, naming, model)}`;
}

function verdicts(name: string, ids: readonly string[], { report, evidence }: Model): Html {
  if (ids.length === 0) return html``;
  const claims = report.claims.filter(({ id }) => ids.includes(id));
  const rows = claims.map(({ id, statement, source }): Cell[] => [
    toClaim(id),
    source,
    typeset(statement) ?? statement,
    evidence[id] ?? '',
  ]);
  return scrolling(name, ['claim', 'source', 'statement', 'found'], rows);
}

/** The matrix of assumptions; nothing where none was checked. */
export function matrixSection({ report: { claims }, matrix }: Model): Section | null {
  const asked = claims.filter(({ assumptions }) => assumptions.length > 0);
  const [first] = asked;
  if (!first) return null;
  const rows = asked.map(({ id }) => [toClaim(id), ...(matrix[id] ?? []).map(cellOf)]);
  const body = html`<p>Each column drops one assumption. Each cell was checked on instances of its own. <em>holds</em>: the claim holds on all of them. <em>fails</em>: an instance in the details of the claim refutes it. A dash: not applicable.</p>
${scrolling('Whether each claim holds with', ['claim', ...first.assumptions.map(({ label }) => label)], rows)}`;
  return { id: 'assumptions', title: 'Where an assumption fails', body };
}

function cellOf({ found, isDeclared }: CellFinding): Cell {
  if (found === 'not applicable') return '–';
  return isDeclared
    ? html`<span class="${found}">${found}</span>`
    : html`<strong class="alarm">${found}, not as declared</strong>`;
}

/** The inequalities in one variable, and how many boxes show them; nothing where none was checked. */
export function regionSection({ report: { regions }, certificates }: Model): Section | null {
  if (regions.length === 0) return null;
  const rows = regions.map(({ id, statement, from, to, certified, boxes, failures }) => {
    const all =
      failures.length === 0
        ? `all ${certified}`
        : html`<strong class="alarm">${certified} of ${certified + failures.length}</strong>`;
    const bySeries = certificates
      .filter(({ inequality }) => inequality === id)
      .flatMap((certificate) => certificate.boxes.map(({ how }) => how));
    return [
      id,
      typeset(statement) ?? statement,
      `${from}…${to}`,
      all,
      boxes,
      bySeries.length === 0 ? '–' : methods(bySeries),
    ];
  });
  const failed = regions.flatMap(({ id, failures }) =>
    failures.map(({ n, outcome, where }) => html`${id}: <strong class="alarm">n = ${n} ${outcome}</strong>, ${where}`),
  );
  const body = html`<p>Each holds for every real t in (0, 1], by boxes that tile it. Other formulas checked every list of boxes again at another precision. Nothing is sampled.${certificates.length > 0 ? html` <a href="regions.json">regions.json</a> has the boxes.` : ''}</p>
${scrolling('The inequalities, and for which n they are certified', ['inequality', 'statement', 'n', 'certified', 'boxes', 'boxes by method'], rows)}${listOf(failed)}`;
  return { id: 'regions', title: 'Inequalities certified on all of (0, 1]', body };
}

function methods(of: readonly string[]): string {
  const names = [...new Set(of)].sort();
  return names.map((name) => `${name} ${of.filter((one) => one === name).length}`).join(', ');
}

/** How near sharp inequalities come to equalities; nothing where that was not checked. */
export function sharpnessSection({ report: { sharpness } }: Model): Section | null {
  if (sharpness.length === 0) return null;
  const rows = sharpness.map(({ claim, statement, instance, relative, status }) => [
    toClaim(claim),
    typeset(statement) ?? statement,
    instanceInWords(instance),
    status === 'ok' ? relative.hi : html`<strong class="alarm">${relative.hi}</strong>`,
  ]);
  const body = html`<p>On these instances a sharp inequality is within ${NEAR} of an equality, relative to its right side. No better constant is possible than that.</p>
${scrolling('Instances near equality', ['claim', 'inequality', 'instance', 'relative distance at most'], rows)}`;
  return { id: 'sharpness', title: 'Sharp constants from the other side', body };
}
