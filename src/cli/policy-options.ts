import type { Command } from 'commander';

/** Adds the options that name a policy, which `readPolicy` reads. */
export function withPolicy(command: Command): Command {
  return command
    .option('-w, --weights <list>', 'weights from the worst outcome to the best, such as 1,2,3')
    .option('-p, --probabilities <list>', 'probabilities from the worst outcome to the best, such as 0.2,1/5,3/5')
    .option('--policy <file>', 'a JSON file with weights, probabilities or outcomes');
}
