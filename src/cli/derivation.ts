import { basename, extname } from 'node:path';
import { idOf } from '../conjectures/conjecture.ts';
import { derivationIn } from '../conjectures/derivation/chain.ts';
import { readText } from '../io/read-text.ts';
import { derivationAnswer } from '../judge/derivation.ts';
import { InputError } from '../policy/errors.ts';
import { derivationFindings, derivationText } from '../report/derivation-text.ts';
import { CANONICAL } from './canonical.ts';
import type { Context } from './context.ts';
import { EXIT_OF, type ExitCode } from './exit-code.ts';
import { tellInterrupted } from './interrupted.ts';
import type { Asked } from './kept.ts';
import { searched } from './searched.ts';
import { FORMATS, type TestOptions } from './test.ts';

/** `bonafide test --derivation proof.txt`: checks each link of a chain, and names the first that breaks. */
export async function testDerivation(
  file: string,
  formula: string | undefined,
  options: TestOptions,
  context: Context,
): Promise<ExitCode> {
  if (formula !== undefined || options.file !== undefined)
    throw new InputError('give a formula, --file or --derivation, and only one of them');
  const { seed = CANONICAL.seed } = options;
  if (options.expect !== undefined) throw new InputError('a derivation is expected to hold; --expect is for claims');
  const given = {
    id: idOf(basename(file, extname(file)) || 'derivation'),
    for: options.for?.normalize('NFC') ?? null,
    selection: options.selection ?? null,
  };
  const derivation = derivationIn((await readText(file)).normalize('NFC'), file, given);
  const asked = derivation.links.map(({ conjecture, line, column }): Asked => {
    return { conjecture, expected: 'holds', place: { file, line, column } };
  });
  const found = await searched(asked, { ...options, seed, cost: 'high' }, context);
  const answer = derivationAnswer(derivation, found, { file, seed, isInterrupted: context.signal.aborted });
  const reporter = options.json ? 'json' : (options.reporter ?? 'text');
  if (reporter === 'json') context.console.out(JSON.stringify(answer, null, 2));
  else if (reporter === 'text') context.console.out(derivationText(answer));
  else {
    const results = { suite: 'bonafide test', subject: file, findings: derivationFindings(answer) };
    context.console.out(FORMATS[reporter](results).trimEnd());
  }
  tellInterrupted(found, 'link', context);
  return EXIT_OF[answer.status];
}
