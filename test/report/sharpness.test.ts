import { describe, expect, it } from 'vitest';
import { sharpness } from '../../properties/shared/sharpness.ts';
import { intervals } from '../../src/arithmetic/interval-field.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { judgeSharpness } from '../../src/judge/parts.ts';
import { sharpnessTable } from '../../src/report/sharpness.ts';
import { modelWith } from './sample-reports.ts';

const [first, ...others] = sharpness();
if (!first) throw new Error('nothing is sharp');

describe('the report of sharp constants', () => {
  it('has a row for each instance, all as expected', () => {
    const rows = [first, ...others].map(judgeSharpness);
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['ok']));
    expect(
      sharpnessTable(modelWith({ sharpness: rows }))
        .at(-1)
        ?.split('\n'),
    ).toHaveLength(rows.length + 2);
    expect(sharpnessTable(modelWith({}))).toEqual([]);
  });

  it('shows what is not near enough', () => {
    const far = judgeSharpness({ ...first, relative: intervals(20).rational(Rational.parse('1e-5')) });
    expect(far).toMatchObject({ status: 'failed', relative: { hi: '0.00001' } });
    expect(sharpnessTable(modelWith({ sharpness: [far] })).at(-1)).toContain('**0.00001**');
  });
});
