import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withStart } from '../../src/logs/bytes.ts';
import { rowsIn } from '../../src/logs/text-rows.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { jsonLines } from './read.ts';

const READ = `
import { openLog } from './src/logs/log.ts';
const log = await openLog(['-'], { onBadRow: 'error', duplicateReward: 'error' });
for await (const { place, samples } of log.prompts) console.log(place, samples);`;

/** What a process prints that reads a log from its standard input. */
function piped(content: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const args = ['--import', 'tsx', '--input-type=module', '--eval', READ];
    const child = execFile(process.execPath, args, (error, stdout) => (error ? reject(error) : resolve(stdout)));
    child.stdin?.end(content);
  });
}

describe('standard input', () => {
  it.each([
    [
      'JSON lines',
      jsonLines({ prompt: 'p', reward: 1 }, { prompt: 'q', reward: 0 }),
      'standard input:1 1\nstandard input:2 1\n',
    ],
    ['separated values', 'prompt;reward\np;1\np;2\n', 'standard input:2 2\n'],
  ])('is read as %s', async (_, content, expected) => {
    expect(await piped(content)).toBe(expected);
  });
});

it('tells its kind also where it comes byte by byte', async () => {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for (const byte of Buffer.from('[1]', 'utf16le')) yield Uint8Array.of(byte);
  }
  const rows = rowsIn(await withStart(bytes()), 'log.json');
  await expect(rows.next()).rejects.toThrow('cannot read log.json: it is UTF-16; save it as UTF-8');
});

const ABORTED = `
import { openLog } from './src/logs/log.ts';
const log = await openLog([process.argv[1]], { onBadRow: 'error', duplicateReward: 'error', signal: AbortSignal.timeout(50) });
try { for await (const _ of log.prompts); } catch (error) { console.log(error.name); }`;

describe('a named pipe', () => {
  it('without a writer does not hold the process after an abort', async () => {
    const pipe = join(await temporaryFolder(), 'pipe');
    execFileSync('mkfifo', [pipe]);
    const args = ['--import', 'tsx', '--input-type=module', '--eval', ABORTED, pipe];
    const ended = new Promise((resolve) => {
      execFile(process.execPath, args, (_, stdout) => resolve(stdout));
    });
    expect(await ended).toBe('TimeoutError\n');
  });
});
