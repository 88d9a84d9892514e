import type { Finding } from '../report/findings/finding.ts';
import { instanceInWords } from '../report/words.ts';
import { TROUBLES } from './program/troubles.ts';
import type { ConformResult, OfQuantity } from './schema.ts';

/** A result as findings: one for each quantity, and one for the program's behaviour. */
export function findingsOf(result: ConformResult): Finding[] {
  return [...result.quantities.map(ofQuantity), ofBehaviour(result)];
}

function ofQuantity({ name, right, wrong, undecided, smallest, diagnoses }: OfQuantity): Finding {
  const isOpen = undecided > 0 || right === 0;
  const named = diagnoses.map(({ explained, title, page }) => `${explained} of them are ${title} (${page})`);
  const least = smallest
    ? `smallest: ${instanceInWords(smallest.instance)}; answer ${smallest.said}, truth in [${smallest.truth.lo}, ${smallest.truth.hi}]\nrequest ${smallest.request}`
    : '';
  return {
    id: `conform/${name}`,
    name: `${name} is right`,
    outcome: wrong > 0 ? 'failed' : isOpen ? 'undecided' : 'passed',
    message: [`${wrong} of ${right + wrong + undecided} answers for ${name} are wrong`, ...named].join('; '),
    details: least,
    place: null,
  };
}

function ofBehaviour({ status, instances, quantities, crash, silent, troubles, givenUp }: ConformResult): Finding {
  const { crashed, timedOut, unanswered } = instances;
  const isFailed = status === 'wrong' && quantities.every(({ wrong }) => wrong === 0);
  const isOpen = timedOut > 0 || givenUp !== null;
  return {
    id: 'conform/behaviour',
    name: 'every request is answered',
    outcome: isFailed || crashed + unanswered > 0 ? 'failed' : isOpen ? 'undecided' : 'passed',
    message: `${crashed} requests ended the program, ${timedOut} timed out, ${unanswered} were not answered`,
    details: [
      ...(crash ? [`it ${crash.how} on ${instanceInWords(crash.instance)}`, ...crash.errors] : []),
      ...(silent.timedOut ? [`no answer came in time on ${instanceInWords(silent.timedOut.instance)}`] : []),
      ...(silent.unanswered ? [`none came on ${instanceInWords(silent.unanswered.instance)}`] : []),
      ...troubles.map(({ kind, count, example }) => `${count} lines: ${TROUBLES[kind]}; the first: ${example}`),
      ...(givenUp === null ? [] : [givenUp]),
    ].join('\n'),
    place: null,
  };
}
