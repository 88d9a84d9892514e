import { catalogue } from '../../properties/index.ts';
import { EXPECTED_IN_WORDS } from '../report/words.ts';
import type { Console } from './console.ts';
import { EXIT, type ExitCode } from './exit-code.ts';

/** `bonafide claims`: what can be verified. */
export function claims({ json }: { json?: boolean }, console: Console): ExitCode {
  if (json) {
    const rows = catalogue.map(({ id, statement, source, expected }) => ({ id, statement, source, expected }));
    console.out(JSON.stringify(rows, null, 2));
  } else {
    for (const { id, statement, source, expected } of catalogue) {
      console.out(`${id} (${EXPECTED_IN_WORDS[expected]})\n  ${statement}\n  ${source}`);
    }
  }
  return EXIT.expected;
}
