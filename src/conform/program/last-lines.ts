const MOST_LINES = 10;
const MOST_CHARACTERS = 4000;

/** Keeps the end of a text that comes in pieces. */
export class LastLines {
  #text = '';

  take(text: string): void {
    this.#text = (this.#text + text).slice(-MOST_CHARACTERS);
  }

  get lines(): readonly string[] {
    return this.#text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(-MOST_LINES);
  }
}
