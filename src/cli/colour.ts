import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** The words at the beginning of a line that tell an outcome. */
const OUTCOMES: Readonly<Record<string, Format>> = {
  ok: 'green',
  conforms: 'green',
  'does not conform': ['red', 'bold'],
  'NOT REFUTED': 'green',
  REFUTED: ['red', 'bold'],
  WRONG: ['red', 'bold'],
  OPEN: 'yellow',
  UNDECIDED: 'yellow',
  UNFINISHED: 'yellow',
  'NEVER SPOKEN OF': 'yellow',
  bonafide: 'bold',
  Note: 'yellow',
};

const WORDS = new RegExp(`^(?:${Object.keys(OUTCOMES).join('|')})(?=[ :,]|$)`, 'gm');

/** Colours the words that tell outcomes, where a stream shows colours. Colour never carries a meaning alone: the words stay. */
export function coloured(text: string, stream: NodeJS.WriteStream): string {
  if (!showsColours(stream)) return text;
  return text.replace(WORDS, (word) => styleText(OUTCOMES[word] as Format, word, { validateStream: false }));
}

/** A terminal shows colours unless `NO_COLOR`, `NODE_DISABLE_COLORS` or `TERM=dumb` says otherwise; `FORCE_COLOR` decides for any stream. */
function showsColours(stream: NodeJS.WriteStream): boolean {
  const { FORCE_COLOR } = process.env;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return stream.isTTY && stream.getColorDepth() > MONOCHROME;
}

/** The bits of a terminal without colours. */
const MONOCHROME = 1;
