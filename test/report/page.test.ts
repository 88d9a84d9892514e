import { readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { committed } from '../../scripts/reports/pages.ts';
import { modelOf } from '../../src/judge/judge.ts';
import { page } from '../../src/report/formats/html.ts';
import { summary } from '../../src/report/formats/text.ts';
import { falsehood, held, modelWith, NO_LINKS, refuted, reported, samples, theorem } from './sample-reports.ts';

const text = readFileSync(new URL('../../reports/index.html', import.meta.url), 'utf8');
const { document } = parseHTML(text);
const report = committed();

/** The text of an element, with one space for any run of white space. */
const textOf = (element: { readonly textContent: string | null } | null): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

const articleOf = (of: typeof document, id: string): string => textOf(of.getElementById(`claim-${id}`));
const parsed = (model: Parameters<typeof page>[0]): typeof document => parseHTML(page(model)).document;

describe('the committed page', () => {
  it('has an article for each claim, in order, with its statement typeset and as text', () => {
    const articles = [...document.querySelectorAll('article.claim')];
    expect(articles.map(({ id }) => id)).toEqual(report.claims.map(({ id }) => `claim-${id}`));
    for (const [index, article] of articles.entries()) {
      expect(textOf(article.querySelector('.text'))).toBe(report.claims[index]?.statement);
      expect(article.querySelectorAll('.statement').length, article.id).toBeGreaterThan(0);
    }
  });

  it('has the counts and the words of the other formats', () => {
    const model = modelOf(report, { links: NO_LINKS });
    const counts = summary(model)
      .split('\n')
      .at(-2)
      ?.replace(/; seed .*/, '');
    expect(textOf(document.querySelector('header'))).toContain(counts);
    expect(textOf(document.querySelector('header'))).toContain(`Seed ${report.seed}`);
    for (const { id } of report.claims) {
      const found = textOf(document.querySelector(`#claim-${id} .found`));
      expect(found.toLowerCase()).toBe(`${model.evidence[id]?.toLowerCase()}.`);
    }
  });

  it('has all that the report knows of a falsehood', () => {
    const all = articleOf(document, 'equality');
    const found = report.claims.find(({ id }) => id === 'equality')?.counterexample;
    for (const side of [found?.violated?.left, found?.violated?.right]) {
      for (const part of [side?.exact, side?.lo, side?.hi]) expect(all).toContain(part);
    }
    expect(all).toContain('bonafide replay counterexamples/equality/weights-1-1.n-2.json');
    expect(all).toContain('Proved in Coq that it is false for every policy');
    expect(all).toContain(`bonafide verify equality --seed ${report.seed}`);
  });

  it('has the theorems, the steps, the regimes and the assumptions of a theorem', () => {
    const claim = report.claims.find(({ id }) => id === 'sharp-cubic');
    const all = articleOf(document, 'sharp-cubic');
    for (const step of claim?.derivation?.steps ?? []) expect(all).toContain(step);
    for (const { label, instances } of claim?.regimes ?? []) expect(all).toContain(`${label}${instances}`);
    for (const { label } of claim?.assumptions ?? []) expect(all).toContain(`With ${label}:`);
    for (const name of claim?.proof?.theorems ?? []) {
      expect(all).toContain(report.proofs?.theorems.find((one) => one.name === name)?.statement.replace(/\s+/g, ' '));
    }
  });

  it('leads only to what is there', () => {
    const ids = new Set([...document.querySelectorAll('[id]')].map(({ id }) => id));
    const targets = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
    for (const target of targets) {
      if (target.startsWith('#')) expect(ids).toContain(decodeURIComponent(target.slice(1)));
      else if (!target.startsWith('https://arxiv.org/abs/')) {
        const [path = '', anchor] = target.split('#');
        const linked = readFileSync(new URL(`../../reports/${path}`, import.meta.url), 'utf8');
        if (anchor !== undefined) expect(linked).toContain(`<a id="${anchor}"></a>`);
      }
    }
    expect(ids.size).toBe(document.querySelectorAll('[id]').length);
  });

  it('loads nothing, and has neither styles nor handlers of elements', () => {
    expect(text).not.toMatch(
      /<link|<iframe|@import|url\(|\ssrc="(?!data:image\/svg\+xml;base64,)|\son[a-z]+="|\sstyle="/,
    );
    expect(text.length).toBeLessThan(1_500_000);
  });
});

describe('the page of another run', () => {
  it('says what is not as expected, and what was not checked', () => {
    const claims = [{ ...reported(theorem, held), reasons: ['it surprised'], status: 'failed' as const }];
    const all = textOf(parsed(modelWith({ claims, status: 'failed' })).body);
    expect(all).toContain('A claim did not behave as expected.');
    expect(all).toContain('Not as expected: it surprised');
    expect(all).toContain('as expected: no');
    expect(all).toContain('The proofs were not checked.');
    expect(all).toContain('The pictures of the documentation are not at hand');
    expect(all).toContain('bonafide verify --claim FILE theorem --seed 7 --runs 100');
  });

  it('has the samples', () => {
    const of = parsed(modelWith({ claims: [reported(falsehood, refuted)], samples }));
    expect(textOf(of.querySelector('[aria-labelledby=samples]'))).toContain('one <note>.');
    expect(textOf(of.body)).toContain('It was not saved.');
  });

  it('leaves a statement that it cannot read as text', () => {
    const of = parsed(modelWith({ claims: [{ ...reported(theorem, held), statement: 'x_ab <= "y"' }] }));
    expect(of.querySelector('.statement')).toBeNull();
    expect(textOf(of.querySelector('.text'))).toBe('x_ab <= "y"');
  });
});
