import type { Command } from 'commander';
import { FORMS } from '../conform/given.ts';
import { QUANTITY_NAMES, type QuantityName } from '../conform/quantities.ts';
import { TIE_RULES } from '../conform/tie-rules.ts';
import { MAX_DRAWS, parseDraws } from '../policy/draws.ts';
import { InputError } from '../policy/errors.ts';
import { nearest } from '../policy/nearest.ts';
import { readNumber } from '../policy/number.ts';
import { integerIn, oneOf, parseRuns, parseSeconds, parseSeed, seconds } from './options.ts';

const parseTotal = integerIn('--max-total', 1, Number.MAX_SAFE_INTEGER);

const REPORTERS = ['text', 'json', 'junit', 'sarif', 'github'] as const;

/** The options of `conform`. */
export function withConformOptions(command: Command): Command {
  return command
    .option('--want <list>', `quantities to ask for, of ${QUANTITY_NAMES.join(', ')}`, parseWant, ['kl'])
    .option('--give <form>', 'what the program reads: weights or probabilities', oneOf('--give', FORMS), 'weights')
    .option('--runs <N>', 'generated instances, after those of the vectors', parseRuns, 2000)
    .option('--seed <S>', 'seed of the generated instances', parseSeed, 1)
    .option('--time <seconds>', 'ask nothing new after about this many seconds', parseSeconds, 120)
    .option('--timeout <seconds>', 'the longest time for an answer', seconds('--timeout'), 10)
    .option(
      '--rel <r>',
      'the relative error to allow, such as 1e-12; by default what doubles can reach',
      tolerance('--rel'),
    )
    .option('--abs <a>', 'the absolute error to allow, such as 1e-300', tolerance('--abs'))
    .option('--max-n <N>', 'the largest number of draws', parseDraws, MAX_DRAWS)
    .option('--max-total <N>', 'the largest total of the weights, for programs that count samples', parseTotal)
    .option(
      '--ties <rules>',
      'the rules for ties to ask for: both, level, order or none',
      oneOf('--ties', TIE_RULES),
      'both',
    )
    .option('--batch', 'end the input after all requests, for programs that answer then')
    .option('--reporter <name>', 'text, json, junit, sarif or github', oneOf('--reporter', REPORTERS), 'text');
}

/** `kl,winRate`: names of quantities, each once. */
function parseWant(text: string): QuantityName[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !QUANTITY_NAMES.some((known) => known === name));
  if (unknown !== undefined) {
    const [meant] = nearest(unknown, QUANTITY_NAMES);
    const hint = meant === undefined ? `the quantities are ${QUANTITY_NAMES.join(', ')}` : `did you mean ${meant}?`;
    throw new InputError(`--want names ${JSON.stringify(unknown)}, which is no quantity; ${hint}`);
  }
  return [...new Set(names)] as QuantityName[];
}

/** A number ≥ 0 in the notation of files, kept as its text, which is exact. */
function tolerance(name: string): (text: string) => string {
  return (text) => {
    try {
      if (readNumber(text, name).num >= 0n) return text.trim();
    } catch {
      // The sentence below says the same for every text that is none.
    }
    throw new InputError(`${name} must be a number from 0 on, such as 1e-12, not ${JSON.stringify(text)}`);
  };
}
