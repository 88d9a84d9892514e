import type { Derivation } from '../conjectures/derivation/chain.ts';
import { concluded } from '../conjectures/derivation/conclusion.ts';
import type { Answer } from '../report/answer.ts';
import type { DerivationAnswer, LinkAnswer } from '../report/derivation.ts';
import type { ClaimRun } from '../search/claim-run.ts';
import { statusOfAll } from './answers.ts';

interface RunOf {
  readonly file: string;
  readonly seed: number;
  readonly isInterrupted?: boolean;
}

/** The answer to a chain from those to its links, in their order. The first link that is refuted is the verdict. */
export function derivationAnswer(
  { id, for: limits, selection, links }: Derivation,
  searched: readonly { readonly answer: Answer; readonly run: ClaimRun | null }[],
  { file, seed, isInterrupted = false }: RunOf,
): DerivationAnswer {
  const answers = searched.map(({ answer, run }, i): LinkAnswer => {
    const { number, left, is, right, line, column } = links[i] as Derivation['links'][number];
    return { number, left, is, right, line, column, answer, decided: run?.decided ?? null };
  });
  const is = concluded(links.map((link) => link.is));
  const [left, right] = [links[0]?.left ?? '', links.at(-1)?.right ?? ''];
  return {
    format: 'bonafide-derivation/1',
    id,
    file,
    for: limits,
    selection,
    seed,
    status: statusOfAll(
      answers.map(({ answer }) => answer),
      isInterrupted,
    ),
    broken: answers.find(({ answer }) => answer.outcome === 'refuted')?.number ?? null,
    concludes: is && { left, is, right },
    links: answers,
  };
}
