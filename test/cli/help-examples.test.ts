import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../src/cli/help-examples.ts';
import { wordsOf } from '../docs/words.ts';
import { bonafide } from './bonafide.ts';

describe('the help', () => {
  it('has examples of every command, under its name', async () => {
    const { out } = await bonafide('--help');
    const commands = [...out.matchAll(/^ {2}([a-z]+) .*(?:\[|<)/gm)].map(([, name]) => name as string);
    expect(commands.filter((name) => name !== 'help').sort()).toEqual(Object.keys(EXAMPLES).sort());
    for (const [name, examples] of Object.entries(EXAMPLES)) {
      const help = (await bonafide(name, '--help')).out;
      for (const example of examples) {
        expect(help).toContain(`\n  ${example}\n`);
        expect(wordsOf(example).slice(0, 2)).toEqual(['bonafide', name]);
        for (const option of example.match(/(?<= )--[a-z-]+/g) ?? []) expect(help).toContain(option);
      }
    }
  });

  it.each(['compute', 'claims', 'explain', 'cite'].flatMap((name) => EXAMPLES[name] ?? []))('%s', async (example) => {
    const { code, err } = await bonafide(...wordsOf(example).slice(1));
    expect([code, err]).toEqual([0, '']);
  });
});
