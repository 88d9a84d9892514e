import { markdownTable } from 'markdown-table';
import type { Sharpness } from '../../properties/shared/sharpness.ts';
import { printInterval } from '../arithmetic/print.ts';
import { instanceToJson } from '../claims/instance.ts';
import { inMarkdown } from './escape.ts';
import type { Report } from './schema.ts';
import { instanceInWords } from './words.ts';

type SharpnessReport = Report['sharpness'][number];

const DIGITS = 6;
/** A sharp inequality comes so near to an equality, relative to its right side. */
const NEAR = '1e-6';

export function reportSharpness({ claim, instance, relation, relative }: Sharpness): SharpnessReport {
  return {
    claim,
    statement: `${relation.left.name} ≤ ${relation.right.name}`,
    standing: relative.hi.lte(NEAR) ? 'expected' : 'unexpected',
    instance: instanceToJson(instance),
    // An enclosure around 0 has no first digit: its upper end says how near.
    relative: relative.containsZero() ? { lo: '0', hi: relative.hi.toPrecision(2) } : printInterval(relative, DIGITS),
  };
}

/** How near sharp inequalities come to equalities; nothing where that was not looked at. */
export function sharpnessTable(rows: readonly SharpnessReport[]): string[] {
  if (rows.length === 0) return [];
  return [
    '## Sharp constants from the other side',
    `Instances on which a sharp inequality is within ${NEAR} of an equality, relative to its right side: no better constant is possible than that.`,
    markdownTable([
      ['claim', 'inequality', 'instance', 'relative distance at most'],
      ...rows.map(({ claim, statement, instance, relative, standing }) => [
        claim,
        inMarkdown(statement),
        instanceInWords(instance),
        standing === 'expected' ? relative.hi : `**${relative.hi}**`,
      ]),
    ]),
  ];
}
