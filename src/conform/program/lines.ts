/** A longer line is no answer. */
const LONGEST = 1_000_000;

/** Splits a text that comes in pieces into lines. */
export class Lines {
  readonly #tell: (text: string, isWhole: boolean) => void;
  #begun = '';

  /** @param tell gets each line, and what has no line feed where it is too long or at the end, which is not whole */
  constructor(tell: (text: string, isWhole: boolean) => void) {
    this.#tell = tell;
  }

  take(text: string): void {
    const [first = '', ...others] = text.split('\n');
    this.#begun += first;
    for (const next of others) {
      this.#tell(this.#begun, true);
      this.#begun = next;
    }
    if (this.#begun.length > LONGEST) this.end();
  }

  /** Gives away what has no line feed. */
  end(): void {
    const rest = this.#begun;
    this.#begun = '';
    if (rest !== '') this.#tell(rest, false);
  }
}
