import { markdownTable } from 'markdown-table';
import type { Standing } from '../run/assess.ts';
import type { RegionRun } from '../run/regions.ts';
import { inMarkdown } from './escape.ts';
import type { Report } from './schema.ts';

type RegionReport = Report['regions'][number];

/** What a report says of one inequality; the boxes themselves are in a file of their own. */
export function reportRegion({ id, statement, from, to, certificates, failures }: RegionRun): RegionReport {
  const boxes = certificates.reduce((sum, certificate) => sum + certificate.boxes.length, 0);
  const standing: Standing = failures.some(({ outcome }) => outcome === 'refuted')
    ? 'unexpected'
    : failures.length > 0
      ? 'inconclusive'
      : 'expected';
  return { id, statement, standing, from, to, certified: certificates.length, boxes, failures: [...failures] };
}

/** The certificates as a file that anyone can check again. */
export function regionsFile(runs: readonly RegionRun[]): string {
  const lines = runs.flatMap(({ certificates }) => certificates.map((certificate) => JSON.stringify(certificate)));
  return `{"format":"bonafide-regions/1","certificates":[\n${lines.join(',\n')}\n]}\n`;
}

/** The inequalities as a table; nothing where none was looked at. */
export function regionTable(regions: readonly RegionReport[]): string[] {
  if (regions.length === 0) return [];
  return [
    '## Inequalities certified on all of (0, 1]',
    'Each for every real t in (0, 1], by boxes that tile it; every list of boxes was checked again by other formulas at another precision. Nothing is sampled.',
    markdownTable([
      ['inequality', 'statement', 'n', 'certified', 'boxes'],
      ...regions.map(({ id, statement, from, to, certified, boxes, failures }) => [
        id,
        inMarkdown(statement),
        `${from}…${to}`,
        failures.length === 0
          ? `all ${certified}`
          : failures.map(({ n, outcome, where }) => `**n = ${n} ${outcome} ${inMarkdown(where)}**`).join('; '),
        String(boxes),
      ]),
    ]),
  ];
}
