import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { bibliography } from '../../properties/bibliography.ts';
import { pageAt } from './pages.ts';

const person = z.strictObject({ 'family-names': z.string(), 'given-names': z.string() });
const paper = z.strictObject({
  type: z.literal('article'),
  title: z.string(),
  authors: z.array(person).min(1),
  year: z.int(),
  url: z.url(),
  notes: z.string().optional(),
});

/** What the schema of the Citation File Format 1.2 requires, and what we give besides. */
const citation = z.strictObject({
  'cff-version': z.literal('1.2.0'),
  message: z.string().min(1),
  title: z.string().min(1),
  type: z.literal('software'),
  version: z.string(),
  license: z.string(),
  abstract: z.string(),
  authors: z.array(z.strictObject({ name: z.string().min(1) })).min(1),
  keywords: z.array(z.string()).min(1),
  references: z.array(paper),
});

it('CITATION.cff is of its format, and says what the package and the bibliography say', () => {
  const cited = citation.parse(parse(pageAt('CITATION.cff')));
  const { version, license, description, keywords } = JSON.parse(pageAt('package.json'));
  expect(cited).toMatchObject({ version, license, keywords, abstract: `${description}.` });
  const papers = cited.references.map(({ title, authors, year, url }) => ({
    title,
    year,
    arxiv: url.replace('https://arxiv.org/abs/', ''),
    authors: authors.map((one) => `${one['given-names']} ${one['family-names']}`),
  }));
  const known = bibliography.map(({ title, year, arxiv, authors }) => ({
    title,
    year,
    arxiv,
    authors: authors.map((name) => name.replace('{\\^a}', 'â')),
  }));
  expect(papers).toEqual(known);
});
