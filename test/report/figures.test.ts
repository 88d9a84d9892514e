import { describe, expect, it } from 'vitest';
import { type Figure, figureSchema } from '../../src/report/figure-schema.ts';
import { figuresPage } from '../../src/report/figures.ts';

const value = (lo: string, hi = lo) => ({ lo, hi });
const figure: Figure = {
  format: 'bonafide-figure/1',
  figure: 'small',
  title: 'Small',
  shows: 'What it shows.',
  series: [
    {
      name: 'a curve',
      parameter: 'n',
      policy: [{ weight: '1', outcomes: 2 }],
      points: [
        { at: '1', values: { kl: value('0'), gap: value('0') } },
        { at: '3', values: { kl: value('.5'), gap: value('.5') } },
        { at: '20', values: { kl: value('0.69299', '0.692999'), gap: value('1.23456789e-300', '1.3e-300') } },
      ],
    },
    { name: 'another', parameter: 'a', policy: null, points: [{ at: '1/50', values: { kl: value('1e-1000') } }] },
  ],
  statement: [{ what: 'a number', where: 'somewhere', value: value('12345.6789', '12345.679') }],
};

const page = figuresPage([{ figure, picture: { path: 'small.svg', seen: 'A small curve that rises.' } }]);

describe('the page of the figures', () => {
  it('says of each figure what it shows, in numbers too', () => {
    expect(page).toContain('## Small\n\nWhat it shows.\n\n![A small curve that rises.](small.svg)\n\n| what');
    expect(page).toMatch(/\| a number +\| somewhere +\| 12345\.67 +\|/);
    expect(page).toContain('[small.json](figures/small.json)');
  });

  it('has a table for each curve, of its round parameters and of lower ends cut', () => {
    expect(page).toMatch(/### a curve\n\n\| n +\| kl +\| gap +\|/);
    expect(page).toMatch(/\| 20 +\| 0\.69299 +\| 1\.234567e-300 +\|/);
    expect(page).toMatch(/\| 1\/50 +\| 1e-1000 +\|/);
    expect(page).not.toMatch(/\| 3 +\|/);
  });

  it('does without a picture', () => {
    expect(figuresPage([{ figure, picture: null }])).not.toContain('![');
  });
});

describe('the form of a figure', () => {
  it('refuses what is no decimal, and fields that it does not know', () => {
    expect(figureSchema.safeParse({ ...figure, series: [figure.series[1]] }).success).toBe(true);
    expect(figureSchema.safeParse({ ...figure, more: 1 }).success).toBe(false);
    const fact = { what: 'a number', where: 'somewhere', value: value('NaN') };
    expect(figureSchema.safeParse({ ...figure, statement: [fact] }).success).toBe(false);
  });
});
