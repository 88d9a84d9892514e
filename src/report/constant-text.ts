import type { ConstantReport, ExtremeReport } from './constant.ts';
import { policyText } from './constant-policy.ts';
import { oneLine } from './escape.ts';
import { instanceInWords } from './words.ts';

/** What `bonafide sharpen` prints: the outcome on the first line, then what shows it, a table of n, and how it was looked. */
export function constantText(report: ConstantReport): string {
  const lines = [
    ...boundsText(report),
    ...growthText(report),
    ...guessText(report),
    ...tableText(report),
    lookedText(report),
    ...unheardText(report),
  ];
  return [headline(report), ...lines.map((line) => `  ${line}`)].join('\n');
}

function headline({ conjecture, unknown, outcome, atLeast, atMost, complete }: ConstantReport): string {
  const limits = conjecture.for === null ? '' : `, for ${oneLine(conjecture.for)}`;
  const of = conjecture.selection === 'best-of-n' ? '' : ` of ${conjecture.selection}`;
  const words: Record<ConstantReport['outcome'], string> = {
    least: `LEAST ${unknown} FOUND: ${atLeast ? cut(atLeast) : ''}`,
    greatest: `GREATEST ${unknown} FOUND: ${atMost ? cut(atMost) : ''}`,
    between: `${unknown} IS BOUNDED ON BOTH SIDES: from ${atLeast ? cut(atLeast) : ''} to ${atMost ? cut(atMost) : ''}`,
    none: `NO ${unknown} SURVIVES`,
    any: `NOTHING SAYS WHAT ${unknown} IS`,
  };
  return `${complete ? '' : 'CUT SHORT BY TIME: '}${words[outcome]} in ${oneLine(conjecture.text)}${limits}${of}`;
}

function boundsText(report: ConstantReport): string[] {
  const { hopeless, atLeast, atMost, unknown, strict, outcome } = report;
  if (hopeless) return [`it is false whatever ${unknown} is on ${instanceInWords(hopeless)}`];
  const lines = [
    ...(atLeast ? [`no ${unknown} ${strict ? 'up to' : 'below'} ${boundText(atLeast, 'lo')}`] : []),
    ...(atMost ? [`no ${unknown} ${strict ? 'from' : 'above'} ${boundText(atMost, 'hi')}`] : []),
  ];
  if (outcome === 'any') return [`every ${unknown} satisfies all policies on which a bound was found: there are none`];
  return outcome === 'none'
    ? lines
    : [...lines, 'nothing that was looked at demands more, which is no proof that nothing does'];
}

function boundText(extreme: ExtremeReport, end: 'lo' | 'hi'): string {
  const { lo, hi, exact, policy } = extreme;
  const certified = exact !== null ? `the bound there is ${exact}` : `the bound there is in [${lo}, ${hi}]`;
  const from = exact !== null && exact.length <= lo.length ? exact : end === 'lo' ? lo : hi;
  return `${from} survives: ${policyText(policy)}, n = ${policy.n}; ${certified}`;
}

const SIGNIFICANT = 10;
const FEWER = 8;

/** A bound, cut to a number of significant digits. */
function cut({ lo, hi, exact }: Pick<ExtremeReport, 'lo' | 'hi' | 'exact'>, most = SIGNIFICANT): string {
  if (exact !== null && exact.length <= most) return lo === hi && lo !== exact ? `${exact} = ${lo}` : exact;
  if (lo === hi && lo.length <= most + 1) return lo;
  const [mantissa = lo, power] = lo.split('e');
  let digits = 0;
  let kept = '';
  for (const character of mantissa) {
    if (/\d/.test(character) && (digits > 0 || character !== '0')) digits += 1;
    if (digits > most && /\.\d/.test(kept)) break;
    kept += character;
  }
  return `${kept}…${power === undefined ? '' : `e${power}`}`;
}

const ALONG = {
  n: { grows: 'it grows with n', at: (n: number) => `at n = ${n}` },
  K: { grows: 'it grows with K', at: (atoms: number) => `at K = ${atoms}` },
  bits: { grows: 'it grows as the masses move apart', at: (bits: number) => `with parts up to 2^${bits} apart` },
};

function growthText({ growth, rise }: ConstantReport): string[] {
  const rungs = (of: ConstantReport['rise'], at: (x: number) => string): string =>
    of.map(({ at: x, lo, hi }) => `${cut({ lo, hi, exact: null }, FEWER)} ${at(x)}`).join(', ');
  if (growth) {
    const { grows, at } = ALONG[growth.along];
    return [`${grows}: ${rungs(growth.rungs, at)}; as far as was looked, it does not settle`];
  }
  return rise.length > 1 ? [`it still rises with K: ${rungs(rise, ALONG.K.at)}`] : [];
}

function guessText({ guess, next, conjecture, unknown, atLeast, atMost }: ConstantReport): string[] {
  const given = [
    ...(conjecture.for === null ? [] : ['--for', quoted(conjecture.for)]),
    ...(conjecture.selection === 'best-of-n' ? [] : ['--selection', conjecture.selection]),
  ];
  const command = next === null ? '' : ['bonafide test', quoted(next), ...given].join(' ');
  if (guess) {
    const how = guess.attained ? 'is attained there' : 'is just beyond it and survives all that was looked at';
    return [`${unknown} = ${guess.value} ${how}; to test it: ${command}`];
  }
  const hasOther = [atLeast, atMost].some((extreme) => extreme?.policy.auxiliary);
  const weak = hasOther ? ['with a second policy no families are climbed, so that policies beyond it are likely'] : [];
  return next === null ? weak : [...weak, `to test a value near it: ${command}`];
}

/** An argument for a shell. */
function quoted(text: string): string {
  return `'${oneLine(text).replaceAll("'", "'\\''")}'`;
}

function tableText({ table, unknown, outcome }: ConstantReport): string[] {
  if (table.length < 2 || outcome === 'none') return [];
  const sides = (['atLeast', 'atMost'] as const).filter((side) => table.some((row) => row[side]));
  const titles = { atLeast: `${unknown} at least`, atMost: `${unknown} at most` };
  const rows = [
    ['n', ...sides.flatMap((side) => [titles[side], 'by'])],
    ...table.map((row) => [
      String(row.n),
      ...sides.flatMap((side) => {
        const extreme = row[side];
        return extreme ? [cut(extreme), policyText(extreme.policy)] : ['', ''];
      }),
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] as string).length))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] as number))
      .join('  ')
      .trimEnd(),
  );
}

function lookedText({ looked, complete }: ConstantReport): string {
  const parts = [
    looked.enumerated > 0 ? `${looked.enumerated} policies of total up to ${looked.maxTotal} and small grids` : '',
    looked.searched > 0 ? `${looked.searched} adversarial ones` : '',
    looked.far > 0 ? `${looked.far} far out` : '',
    looked.climbed > 0 ? `${looked.climbed} steps of climbs` : '',
  ];
  const ended = complete ? '' : '; the time ended before all was looked at';
  return `looked at: ${parts.filter((part) => part !== '').join(', ')}${ended}`;
}

function unheardText({ unheard, firstWithoutValue, unknown }: ConstantReport): string[] {
  const { free, premiseFails, noValue, undecided } = unheard;
  return [
    ...(free > 0 ? [`${free} of them say nothing of ${unknown}: it counts for nothing there`] : []),
    ...(premiseFails > 0 ? [`the premise is false on ${premiseFails} of them`] : []),
    ...(noValue > 0 && firstWithoutValue
      ? [`it has no value on ${noValue} of them, such as ${instanceInWords(firstWithoutValue)}`]
      : []),
    ...(undecided > 0 ? [`${undecided} of them were left undecided`] : []),
  ];
}
