import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inThread } from '../../src/cli/in-thread.ts';
import { load } from '../../src/cli/load.ts';
import { InputError } from '../../src/policy/errors.ts';
import { ClaimStopped } from '../../src/run/stopped.ts';
import { temporaryFolder } from '../evidence/folder.ts';
import { counterexample } from '../evidence/refuted.ts';
import { refusal } from './bonafide.ts';
import { SERVICES } from './services.ts';

const context = { ...SERVICES, signal: new AbortController().signal };

async function moduleOf(text: string): Promise<string> {
  const file = join(await temporaryFolder(), 'mine.mjs');
  await writeFile(file, text);
  return file;
}

const claim = (relations: string): string => `export const claim = {
  id: 'mine', title: 't', statement: 's', source: 's', hypotheses: 'h', expected: 'holds',
  domain: { atoms: 1, draws: 1 }, shares: {},
  relations() { ${relations} },
};
`;

async function replayOf(relations: string): Promise<{ file: string; module: string }> {
  const module = await moduleOf(claim(relations));
  const file = join(await temporaryFolder(), 'x.json');
  await writeFile(file, JSON.stringify({ ...counterexample(), claim: 'mine' }));
  return { file, module };
}

describe('a module that does not come to its end while it is loaded', () => {
  it('is ended when it does not go on', async () => {
    const file = await moduleOf('for (;;);');
    const loading = load([file], 1, context);
    await expect(loading).rejects.toThrow(ClaimStopped);
    await expect(loading).rejects.toThrow(`${file}: the code of the claim did not finish within 1 s`);
  });

  it('is refused when it throws beside what it is asked', async () => {
    const later = "setTimeout(() => { throw new Error('too late'); }); await new Promise(() => undefined);";
    const file = await moduleOf(`${later}\n${claim('return [];')}`);
    expect(await refusal('claims', '--claim', file)).toBe(`${file}: the code of the claim threw: too late`);
  });

  it('is refused when it ends the process', async () => {
    const file = await moduleOf(`process.exit(0);\n${claim('return [];')}`);
    expect(await refusal('claims', '--claim', file)).toBe(
      `${file}: the code of the claim ended its thread with code 0; a claim must not call process.exit`,
    );
  });
});

describe('a module that leaves something behind on the thread that loaded it', () => {
  it('does no harm to the next jobs, whether it ends the thread or throws', async () => {
    for (const act of ['process.exit(3)', "throw new Error('late')"]) {
      const inThreads = `if (!(await import('node:worker_threads')).isMainThread) setTimeout(() => { ${act}; });`;
      await load([await moduleOf(`${inThreads}\n${claim('return [];')}`)], 20, context);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const { claims } = await load([await moduleOf(claim('return [];'))], 20, context);
      expect(claims.map(({ id }) => id)).toEqual(['mine']);
    }
  });
});

describe('a claim that does not come back while a counterexample is replayed', () => {
  it('is ended when it does not go on', async () => {
    const { file, module } = await replayOf('for (;;);');
    const code = { whose: { file }, stallSeconds: 1 };
    const replaying = inThread('replay', { file, modules: [module] }, context, code);
    await expect(replaying).rejects.toThrow(`${file}: the code of the claim did not finish within 1 s and was stopped`);
  });

  it('is refused when it ends the process', async () => {
    const { file, module } = await replayOf('process.exit(0);');
    expect(await refusal('replay', '--claim', module, file)).toContain(
      `${file}: the code of the claim ended its thread`,
    );
  });

  it('is refused, by its name and that of the file, when it throws', async () => {
    const { file, module } = await replayOf("throw new Error('no idea');");
    expect(await refusal('replay', '--claim', module, file)).toBe(
      `${file}: claim mine cannot be checked on this instance: no idea`,
    );
    await expect(inThread('replay', { file, modules: [module] }, context)).rejects.toThrow(InputError);
  });
});
