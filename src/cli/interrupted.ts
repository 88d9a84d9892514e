/** A signal interrupted the work. */
export class Interrupted extends Error {
  override name = 'Interrupted';
}
