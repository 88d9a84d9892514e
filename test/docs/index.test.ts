import { describe, expect, it } from 'vitest';
import { bonafide } from '../cli/bonafide.ts';
import { DOCS, linksOf, pageAt } from './pages.ts';

describe('the list of all pages', () => {
  const index = pageAt('docs/README.md');

  it('has every page in docs', () => {
    const linked = new Set(linksOf(index).map((link) => `docs/${link.replace(/#.*/, '')}`));
    expect(DOCS.filter((page) => page !== 'docs/README.md' && !linked.has(page))).toEqual([]);
  });

  it('has every command that answers a question', async () => {
    const { out } = await bonafide('--help');
    const commands = [...out.matchAll(/^ {2}([a-z]+) .*(?:\[|<)/gm)].map(([, name = '']) => name);
    const [, table = ''] = /## By question\n([\s\S]*?)## By subject/.exec(index) ?? [];
    const missing = commands.filter((name) => !new RegExp(`\`${name}[ \`]`).test(table));
    expect(missing).toEqual(['replay', 'completion', 'help']);
  });
});
