import { type Html, html } from '../html.ts';
import type { Kind, Model } from '../model.ts';
import type { ClaimReport } from '../schema.ts';

/** What a claim of the catalogue is, and one of the user's own. */
export const EXPECTED_KIND: Readonly<Record<ClaimReport['expected'], string>> = {
  holds: 'theorem',
  fails: 'falsehood',
  open: 'open question',
};

export const OWN_KIND: Readonly<Record<ClaimReport['expected'], string>> = {
  holds: 'expected to hold',
  fails: 'expected to fail',
  open: 'open question',
};

/** The words for what a claim rests on. */
export const KIND_IN_WORDS: Readonly<Record<Kind, string>> = {
  proved: 'proved',
  'proved except': 'proved except for a part',
  certified: 'certified on instances',
  refuted: 'refuted',
  undecided: 'undecided',
};

/** Search and filters. They are hidden until the script that serves them runs, so that without it every claim is shown. */
export function controls({ counts, sources }: Model): Html {
  const { own, theorems, falsehoods, questions, kinds } = counts;
  const [hold, fail] = own > 0 ? ['expected to hold', 'expected to fail'] : ['theorems', 'falsehoods'];
  const expected: Option[] = [
    { value: 'holds', words: hold, count: theorems.all },
    { value: 'fails', words: fail, count: falsehoods.all },
    { value: 'open', words: 'open questions', count: questions },
  ];
  const evidence = (Object.keys(KIND_IN_WORDS) as Kind[]).map((kind) => {
    return { value: kind, words: KIND_IN_WORDS[kind], count: kinds[kind] };
  });
  const groups = sources.map(({ id, name, taken, naming }) => {
    return { value: id, words: name, count: taken.length + naming.length };
  });
  return html`<form id="filters" role="search" aria-label="Claims" hidden>
<p><label for="words">Search</label> <input id="words" name="words" type="search" autocomplete="off" spellcheck="false"/></p>
${select('expected', 'Kind', expected)}${select('evidence', 'Evidence', evidence)}${select('source', 'Source', groups)}<p><button type="reset">Show all claims</button> <button type="button" id="details" aria-pressed="false">Open all details</button></p>
</form>
<p id="shown" role="status" aria-live="polite"></p>
`;
}

interface Option {
  readonly value: string;
  readonly words: string;
  readonly count: number;
}

/** A choice among what at least one claim is. */
function select(name: string, label: string, options: readonly Option[]): Html {
  const some = options.filter(({ count }) => count > 0);
  return html`<p><label for="${name}">${label}</label> <select id="${name}" name="${name}">
<option value="">all</option>
${some.map(({ value, words, count }) => html`<option value="${value}">${words} (${count})</option>\n`)}</select></p>
`;
}
