import { execFile } from 'node:child_process';
import { symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseJson, readRegularText, readText } from '../../src/io/read-text.ts';
import { InputError } from '../../src/policy/errors.ts';
import { temporaryFolder } from '../evidence/folder.ts';

async function fileOf(content: string | Uint8Array): Promise<string> {
  const file = join(await temporaryFolder(), 'x.json');
  await writeFile(file, content);
  return file;
}

describe('a text is read whole', () => {
  it.each(['', 'ä\n𝕏', 'x'.repeat(200_000)])('%#', async (text) => {
    expect(await readText(await fileOf(text))).toBe(text);
  });

  it('without a byte order mark', async () => {
    expect(await readText(await fileOf('\uFEFF{}'))).toBe('{}');
  });

  it('from a link to it', async () => {
    const file = await fileOf('text');
    await symlink(file, `${file}.link`);
    expect(await readText(`${file}.link`)).toBe('text');
  });
});

describe('a text is refused', () => {
  it('that is not UTF-8, by line', async () => {
    const file = await fileOf(Buffer.from('{\n"\xe9": 1}', 'latin1'));
    await expect(readText(file)).rejects.toThrow(new InputError(`${file}:2: the line is not UTF-8`));
  });

  it('that never ends', async () => {
    await expect(readText('/dev/zero')).rejects.toThrow(
      new InputError('cannot read /dev/zero: it is larger than 64 MiB'),
    );
  });

  it('that may never come, where a regular file is wanted', async () => {
    const pipe = join(await temporaryFolder(), 'pipe.json');
    await promisify(execFile)('mkfifo', [pipe]);
    for (const file of [pipe, '/dev/zero']) {
      await expect(readRegularText(file)).rejects.toThrow(
        new InputError(`cannot read ${file}: it is not a regular file`),
      );
    }
  });
});

describe('JSON of our own files', () => {
  it('has numbers that are doubles, written as such', () => {
    expect(parseJson('{"n": 1.125, "m": [-1e-7, 1e+21]}', 'f')).toEqual({ n: 1.125, m: [-1e-7, 1e21] });
  });

  it.each(['1.0', '1e0', '0.1000000000000000001', '-0', '9007199254740993', '1e400'])('and not %s', (number) => {
    expect(() => parseJson(`{"n": ${number}}`, 'f')).toThrow(
      new InputError(`f: the number ${number} must be written ${Number(number)}`),
    );
  });

  it('gives every key once', () => {
    expect(() => parseJson('{"a": {"b": 1, "b": 1}}', 'f')).toThrow(new InputError('f: the key "b" is given twice'));
    expect(parseJson('{"__proto__": {"toString": 1}}', 'f')).toEqual(JSON.parse('{"__proto__": {"toString": 1}}'));
  });
});
