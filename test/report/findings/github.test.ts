import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { github } from '../../../src/report/findings/github.ts';
import { ALL, anyFindings, finding, findings, hostile } from './samples.ts';

/** What GitHub's runner reads from a line: the properties are unescaped after the line is split at `,` and `=`. */
function read(line: string): { command: string; properties: Record<string, string>; message: string } {
  const [, command = '', list = '', message = ''] = /^::(\w+) (.*?)::(.*)$/s.exec(line) ?? [];
  const properties = list.split(',').map((pair) => {
    const [key = '', ...value] = pair.split('=');
    return [key, decoded(value.join('=')).replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%')];
  });
  return { command, properties: Object.fromEntries(properties), message: decoded(message).replaceAll('%25', '%') };
}

function decoded(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
}

describe('findings as commands of GitHub', () => {
  it('annotates what failed and what is undecided, and counts', () => {
    expect(github(ALL)).toBe(
      [
        '::error file=docs/claims%2C 100 %25.txt,line=3,col=5,title=KL ≤ log n − (n−1)/n::it was refuted%0Aweights 1, 1%0An = 2',
        '::warning title=a < b & "c"::it was refuted',
        '1 passed, 1 failed, 1 undecided\n',
      ].join('\n'),
    );
  });

  it('comes back as it was', () => {
    const [line = ''] = github(findings(finding({ name: 'a:b,c=d%e::f', message: 'g:h,i%0A', details: 'j\nk' }))).split(
      '\n',
    );
    expect(read(line)).toEqual({
      command: 'error',
      properties: { file: 'docs/claims, 100 %.txt', line: '3', col: '5', title: 'a:b,c=d%e::f' },
      message: 'g:h,i%0A\nj\nk',
    });
  });

  it('is one line for each finding, which nothing else can begin', () => {
    const check = (text: string, count: number): void => {
      const lines = text.split('\n');
      expect(lines).toHaveLength(count + 2);
      for (const line of lines.slice(0, count))
        expect(line).toMatch(/^::(error|warning) (file=[^:,]*,)?(line=\d+,)?title=[^:,]*::/);
      expect(text).not.toMatch(/[^\P{Cc}\n]/u);
    };
    check(github(hostile()), hostile().findings.length);
    fc.assert(
      fc.property(anyFindings, (any) => {
        check(github(any), any.findings.filter(({ outcome }) => outcome !== 'passed').length);
      }),
    );
  });
});
