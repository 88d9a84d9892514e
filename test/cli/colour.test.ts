import { PassThrough } from 'node:stream';
import { WriteStream } from 'node:tty';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { coloured } from '../../src/cli/colour.ts';

/** A stream that is a terminal, or is none. */
function stream(isTTY: boolean): NodeJS.WriteStream {
  const { getColorDepth } = WriteStream.prototype;
  return Object.assign(new PassThrough(), { isTTY, getColorDepth }) as unknown as NodeJS.WriteStream;
}

const terminal = stream(true);
const TEXT = 'REFUTED: KL <= H\n  it holds; ok\nok    kl-bound: holds';
const RED = '\x1b[31m\x1b[1mREFUTED\x1b[22m\x1b[39m';

/** The environment of a terminal with colours, and more. */
function environment(more: Record<string, string> = {}): void {
  for (const name of ['NO_COLOR', 'FORCE_COLOR', 'NODE_DISABLE_COLORS', 'CI', 'COLORTERM']) vi.stubEnv(name, undefined);
  vi.stubEnv('TERM', 'xterm-256color');
  for (const [name, value] of Object.entries(more)) vi.stubEnv(name, value);
}

describe('colours', () => {
  afterEach(() => void vi.unstubAllEnvs());

  it('are for the word at the beginning of a line that tells an outcome, on a terminal', () => {
    environment();
    expect(coloured(TEXT, terminal)).toBe(`${RED}: KL <= H\n  it holds; ok\n\x1b[32mok\x1b[39m    kl-bound: holds`);
    expect(coloured('okay\nREFUTEDLY\nWRONGLY', terminal)).toBe('okay\nREFUTEDLY\nWRONGLY');
  });

  it.each([[{ NO_COLOR: '1' }], [{ NODE_DISABLE_COLORS: '1' }], [{ TERM: 'dumb' }], [{ FORCE_COLOR: '0' }]])(
    'are not used where %j says so',
    (more) => {
      environment(more);
      expect(coloured(TEXT, terminal)).toBe(TEXT);
    },
  );

  it('are used elsewhere than on a terminal only where they are forced', () => {
    environment();
    expect(coloured(TEXT, stream(false))).toBe(TEXT);
    environment({ FORCE_COLOR: '1' });
    expect(coloured(TEXT, stream(false))).toContain(RED);
  });
});
