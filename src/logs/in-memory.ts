import { type Grouping, type LoggedPrompt, PromptGroups } from './prompt-groups.ts';
import type { Sample } from './samples.ts';

/**
 * Groups samples by prompt in memory, in the order in which prompts first appear. The memory grows with the prompts and, where the log has
 * responses, with the distinct responses.
 */
export async function* groupedInMemory(
  batches: AsyncIterable<readonly Sample[]>,
  grouping: Grouping,
): AsyncGenerator<LoggedPrompt> {
  const prompts = new Map<string, PromptGroups>();
  for await (const samples of batches) {
    for (const sample of samples) {
      const known = prompts.get(sample.prompt) ?? new PromptGroups(sample.prompt, String(sample.place), grouping);
      prompts.set(sample.prompt, known);
      known.add(sample);
    }
  }
  for (const [prompt, groups] of prompts) {
    yield await groups.finish();
    prompts.delete(prompt);
  }
}
