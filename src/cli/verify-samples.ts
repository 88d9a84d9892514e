import { type Instance, instanceToJson } from '../claims/instance.ts';
import { FROM_SAMPLES } from '../evidence/counterexample.ts';
import { save } from '../evidence/store.ts';
import type { SampleResults } from '../judge/judge.ts';
import { judgeSampleClaim } from '../judge/parts.ts';
import type { LogOptions } from '../logs/log.ts';
import { oneLine } from '../report/escape.ts';
import type { CheckResult, Task } from '../run/messages.ts';
import { runTasks } from '../run/pool.ts';
import { ClaimStopped } from '../run/stopped.ts';
import { distinctPolicies } from '../samples/distinct.ts';
import type { PromptPolicy } from '../samples/empirical-policy.ts';
import { outdrawn, shapeOf } from '../samples/shape.ts';
import type { Console } from './console.ts';
import { inThread } from './in-thread.ts';
import { Interrupted } from './interrupted.ts';
import { readPolicies } from './read-policies.ts';
import type { Settings } from './settings.ts';
import { workedOut } from './worked-out.ts';

/**
 * Checks every claim on the policy of every prompt of a log for each n, and tabulates the analytical formula against the KL.
 * @returns null where it was interrupted.
 */
export async function verifySamples(
  sources: readonly string[],
  draws: readonly number[],
  how: LogOptions,
  settings: Settings,
  err: Console['err'],
): Promise<SampleResults | null> {
  try {
    return await checked(sources, draws, how, settings, err);
  } catch (error) {
    if (error instanceof Interrupted) return null;
    throw error;
  }
}

async function checked(
  sources: readonly string[],
  draws: readonly number[],
  how: LogOptions,
  settings: Settings,
  err: Console['err'],
): Promise<SampleResults | null> {
  const { claims, modules, workers, signal, catalogue, stallSeconds } = settings;
  const { kind, prompts, log } = await readPolicies(sources, how, signal);
  const { policies, indices } = distinctPolicies(prompts);
  const instances = draws.flatMap((n) => policies.map(({ policy }) => instanceOf(policy, n)));
  const tasks: Task[] = claims.map(({ id }) => ({ kind: 'check', claim: id, module: modules.get(id), instances }));
  const results = new Map<string, CheckResult>();
  await runTasks(tasks, {
    catalogue,
    workers,
    signal,
    stallSeconds,
    onReply: (reply) => {
      if (reply.kind === 'checked') results.set(reply.result.claim, reply.result);
    },
    onNoAnswer: (stopped) => {
      if (!(stopped instanceof ClaimStopped) || !('claim' in stopped.whose)) throw stopped;
      const { how, whose, message } = stopped;
      err(`bonafide: ${oneLine(message)}`);
      results.set(whose.claim, { claim: whose.claim, outcomes: [], stopped: how });
    },
  });
  if (signal.aborted) return null;
  const rows: SampleResults['rows'] = [];
  const groups = policies.map((group) => ({
    weights: group.policy.weights,
    ranks: group.policy.ranks,
    prompts: group.prompts,
  }));
  for (const n of draws) {
    // Where the probabilities of all answers are given, no number of draws is too large for them.
    const few = kind === 'support' ? 0 : outdrawn(prompts, n);
    rows.push({ ...(await inThread('sampleRow', { groups, n }, settings)), outdrawn: few });
  }
  await saveBroken(settings, results, instances);
  const { duplicates, ...shape } = shapeOf(prompts);
  return {
    log,
    kind,
    ...shape,
    duplicates: { how: how.duplicateReward, responses: duplicates },
    rows,
    checks: claims.flatMap((claim) => {
      const result = results.get(claim.id);
      return result ? [{ claim, result: forEachPrompt(result, policies.length, indices) }] : [];
    }),
  };
}

/** Converts the outcomes on distinct policies to outcomes on prompts, for each n. */
function forEachPrompt(result: CheckResult, policies: number, indices: readonly number[]): CheckResult {
  const { outcomes } = result;
  const prompts: CheckResult['outcomes'][number][] = [];
  for (let from = 0; from < outcomes.length; from += policies)
    for (const index of indices) prompts.push(outcomes[from + index] ?? null);
  return { ...result, outcomes: prompts };
}

/** The empirical policy as weights and levels, without the texts. */
function instanceOf({ weights, ranks }: PromptPolicy['policy'], n: number): Instance {
  return { weights, ranks, n };
}

/** Saves an empirical policy on which a claim unexpectedly fails, as weights only. */
async function saveBroken(
  settings: Settings,
  results: ReadonlyMap<string, CheckResult>,
  instances: readonly Instance[],
): Promise<void> {
  const { claims, store } = settings;
  if (store === null) return;
  for (const claim of claims) {
    const result = results.get(claim.id);
    if (!result || judgeSampleClaim(claim, result).status !== 'failed') continue;
    const broken = instances[result.outcomes.indexOf('refuted')];
    const worked = broken && (await workedOut(settings, claim, instanceToJson(broken), FROM_SAMPLES));
    if (worked) await save(store, worked);
  }
}
