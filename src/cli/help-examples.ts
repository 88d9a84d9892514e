import type { Command } from 'commander';

/** What one may type first, by command. */
export const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  verify: [
    'bonafide verify --quick',
    "bonafide verify 'kl-*' --runs 1000",
    'bonafide verify --claim ./mine.ts',
    'bonafide verify --full --shard 1/8 --resume results',
  ],
  merge: ['bonafide merge results --out report', 'bonafide merge shard-1 shard-2 --partial'],
  test: ["bonafide test 'KL <= H'", "bonafide test 'gap <= S2' --for 'n >= 3'", 'bonafide test --file claims.txt'],
  sharpen: ["bonafide sharpen 'gap <= C * S2' --for 'n = 2..10'"],
  analyze: ['bonafide analyze scores.jsonl --n 4,16,64'],
  choose: ['bonafide choose --kl 2', 'bonafide choose scores.jsonl --win-rate 0.9'],
  compute: ['bonafide compute --weights 1,2,3 --n 4', 'bonafide compute --probabilities 0.2,1/5,0.6 --n 2,4,16'],
  explore: ['bonafide explore --weights 1,2,3 --n 4', "bonafide explore --conjecture 'KL <= H' --out explorer.html"],
  conform: ['bonafide conform -- python3 my_kl.py'],
  replay: ['bonafide replay', 'bonafide replay bonafide/kl-le-h.json'],
  prove: ['bonafide prove', 'bonafide prove --checker coqc --coqchk'],
  certify: ['bonafide certify bonafide/kl-le-h.json'],
  claims: ['bonafide claims --expected fails', 'bonafide claims --paper Mroueh --proved'],
  explain: ['bonafide explain kl-bound', "bonafide explain 'estimator-*'"],
  report: ['bonafide report --out pages', 'bonafide report reports/verification.json --out pages'],
  cite: ['bonafide cite kl-bound'],
  completion: ['bonafide completion bash > ~/.bonafide-completion', 'bonafide completion fish | source'],
};

/** Adds the examples to the help of a command. */
export function withExamples(command: Command): void {
  const examples = EXAMPLES[command.name()] ?? [];
  if (examples.length > 0) command.addHelpText('after', `\nExamples:\n${examples.map((one) => `  ${one}`).join('\n')}`);
}
