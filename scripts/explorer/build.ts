import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { PACKAGE } from '../../src/io/place.ts';
import { PAGE_COLOURS } from '../../src/report/page-style.ts';

const at = (name: string): string => join(PACKAGE, 'scripts', 'explorer', name);

/** The explorer as one HTML file that loads nothing: the page, its style and its program, which is also that of its workers. */
export async function explorerPage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [at('program.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
  });
  const program = `${outputFiles[0]?.text ?? ''}`.replace(/<\/(?=script)/gi, '<\\/').trim();
  const [page, style] = await Promise.all(['page.html', 'style.css'].map((name) => readFile(at(name), 'utf8')));
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `script-src 'sha256-${createHash('sha256').update(program).digest('base64')}'`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const parts: Record<string, string> = { policy, style: `${PAGE_COLOURS}${style}`, program };
  return (page ?? '').replace(/\{\{(\w+)\}\}/g, (_, name: string) => parts[name] ?? '');
}
