import { inMarkdown, type Markdown } from './escape.ts';
import { md, table } from './md.ts';
import type { Model } from './model.ts';
import { instanceInWords } from './words.ts';

/** A sharp inequality comes this near to an equality, relative to its right side. */
export const NEAR = '1e-6';

/** A table of how near sharp inequalities come to equalities; empty where that was not checked. */
export function sharpnessTable({ report: { sharpness } }: Pick<Model, 'report'>): Markdown[] {
  if (sharpness.length === 0) return [];
  return [
    md`## Sharp constants from the other side`,
    md`Instances on which a sharp inequality is within ${inMarkdown(NEAR)} of an equality, relative to its right side: no better constant is possible than that.`,
    table([
      [md`claim`, md`inequality`, md`instance`, md`relative distance at most`],
      ...sharpness.map(({ claim, statement, instance, relative, status }) => {
        const distance = inMarkdown(relative.hi);
        return [
          inMarkdown(claim),
          inMarkdown(statement),
          inMarkdown(instanceInWords(instance)),
          status === 'ok' ? distance : md`**${distance}**`,
        ];
      }),
    ]),
  ];
}
