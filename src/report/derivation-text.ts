import { detailsOf, interruptedText } from './answer-text.ts';
import type { DerivationAnswer, LinkAnswer } from './derivation.ts';
import { oneLine } from './escape.ts';
import type { Finding } from './findings/finding.ts';
import { many } from './words.ts';

/** What `bonafide test --derivation` prints: the verdict with what shows it, then every other link, then what the chain concludes. */
export function derivationText(derivation: DerivationAnswer): string {
  const { links, broken } = derivation;
  const verdict = links.find(({ number }) => number === broken);
  const others = links.filter((link) => link !== verdict);
  return [
    headline(derivation),
    ...(verdict ? linkDetails(verdict).map(indented) : []),
    ...others.flatMap((link) => [linkText(link), ...linkDetails(link).map(indented)]),
    conclusionText(derivation),
  ].join('\n');
}

function indented(line: string): string {
  return `  ${line}`;
}

/** A sentence about the whole chain. */
export function headline({ links, broken, file, for: limits }: DerivationAnswer): string {
  const verdict = links.find(({ number }) => number === broken);
  if (verdict)
    return `BROKEN at link ${verdict.number} of ${links.length}, ${oneLine(file)}:${verdict.line}: ${statementOf(verdict)}`;
  const all = `${many(links.length, 'link')}${limits === null ? '' : `, for ${oneLine(limits)}`}`;
  const open = links.filter(({ answer }) => answer.status !== 'ok').map(({ number }) => number);
  if (open.length === 0) return `NO LINK BROKEN: ${all}`;
  return `UNDECIDED at link ${open.join(', ')}; no link is refuted: ${all}`;
}

function linkText(link: LinkAnswer): string {
  return `link ${link.number}, line ${link.line}: ${link.answer.outcome}: ${statementOf(link)}`;
}

function statementOf({ left, is, right }: LinkAnswer): string {
  return oneLine(`${left} ${is} ${right}`);
}

/** How the instances of a link were decided, and what the search says beside that. */
function linkDetails({ answer, decided }: LinkAnswer): string[] {
  if (answer.counterexample || !decided) return [...detailsOf(answer)];
  const [, ...rest] = detailsOf(answer);
  const how = `decided exactly on ${decided.exact} instances and by enclosures on ${decided.enclosed}`;
  return [[...interruptedText(answer.outcome), how].join('; '), ...rest];
}

function conclusionText({ concludes, links }: DerivationAnswer): string {
  if (!concludes) return 'The relations go in different directions, so the chain as a whole concludes nothing.';
  const statement = oneLine(`${concludes.left} ${concludes.is} ${concludes.right}`);
  const isWhole = links.every(({ answer }) => answer.status === 'ok');
  if (isWhole) return `The chain concludes ${statement}, if every link holds on all instances.`;
  return `The chain would conclude ${statement}.`;
}

/** Each link as a finding of a CI system, at its line. */
export function derivationFindings({ id, file, links }: DerivationAnswer): Finding[] {
  return links.map((link) => {
    const { number, line, column, answer } = link;
    const outcome = answer.status === 'ok' ? 'passed' : answer.status === 'failed' ? 'failed' : 'undecided';
    return {
      id: `${id}-link-${number}`,
      name: statementOf(link),
      outcome,
      message: `link ${number} of ${links.length}: ${answer.outcome}: ${statementOf(link)}`,
      details: linkDetails(link).join('\n'),
      place: { file, line, column },
    };
  });
}
