import { inMarkdown, type Markdown } from './escape.ts';
import { joined, md, table } from './md.ts';
import type { Model } from './model.ts';

/** The certificates as a file that anyone can re-check; null where there are none. */
export function regionsFile({ certificates }: Pick<Model, 'certificates'>): string | null {
  if (certificates.length === 0) return null;
  const lines = certificates.map((certificate) => JSON.stringify(certificate));
  return `{"format":"bonafide-regions/1","certificates":[\n${lines.join(',\n')}\n]}\n`;
}

/** A table of the inequalities and a list of what is not certified; empty where none was checked. */
export function regionTable({ report: { regions } }: Pick<Model, 'report'>): Markdown[] {
  if (regions.length === 0) return [];
  const failures = regions.flatMap(({ id, failures }) =>
    failures.map(
      ({ n, outcome, where }) => md`- ${inMarkdown(id)}: **n = ${n} ${inMarkdown(outcome)}**, ${inMarkdown(where)}`,
    ),
  );
  return [
    md`## Inequalities certified on all of (0, 1]`,
    md`Each for every real t in (0, 1], by boxes that tile it; every list of boxes was checked again by other formulas at another precision. Nothing is sampled.`,
    table([
      [md`inequality`, md`statement`, md`n`, md`certified`, md`boxes`],
      ...regions.map(({ id, statement, from, to, certified, boxes, failures }) => [
        inMarkdown(id),
        inMarkdown(statement),
        md`${from}…${to}`,
        failures.length === 0 ? md`all ${certified}` : md`**${certified} of ${certified + failures.length}**`,
        md`${boxes}`,
      ]),
    ]),
    ...(failures.length > 0 ? [joined(failures, '\n')] : []),
  ];
}
