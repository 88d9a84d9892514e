/** A place in a text file that people can open. */
export interface Place {
  /** Relative to the working directory, with `/` between folders. */
  readonly file: string;
  /** From 1. Left out where the whole file is meant. */
  readonly line?: number;
  /** From 1, in UTF-16 code units. */
  readonly column?: number;
}

export type Outcome = 'passed' | 'failed' | 'undecided';

/** One result, as the formats of CI systems show it. */
export interface Finding {
  /** The id of the claim, or of the rule that was checked. */
  readonly id: string;
  /** What was checked, such as the statement. */
  readonly name: string;
  readonly outcome: Outcome;
  /** One sentence. */
  readonly message: string;
  /** Several lines; may be empty. */
  readonly details: string;
  readonly place: Place | null;
}

/** All results of a command. */
export interface Findings {
  /** The name of the command, such as `bonafide verify`. */
  readonly suite: string;
  /** The file or program that was judged. Formats that demand a place show it for findings that have none. */
  readonly subject: string;
  readonly findings: readonly Finding[];
}

/** A format of findings. */
export type FindingsFormat = (findings: Findings) => string;

export function countOf({ findings }: Findings, wanted: Outcome): number {
  return findings.filter(({ outcome }) => outcome === wanted).length;
}

/** The message and, below it, the details. */
export function wholeMessage({ message, details }: Finding): string {
  return details === '' ? message : `${message}\n${details}`;
}

/** `claims.txt:3:1`; null where there is no place. */
export function placeInWords({ place }: Finding): string | null {
  return place && [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}
