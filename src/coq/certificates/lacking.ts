/** What an expression has that certificates cannot say or compute. */
export class Lacking extends Error {
  override name = 'Lacking';

  /** @param what such as a square root */
  constructor(what: string) {
    super(`certificates do not have ${what}`);
  }
}
