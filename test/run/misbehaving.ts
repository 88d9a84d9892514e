import { type Claim, defineClaim } from '../../src/claims/claim.ts';
import { truth } from '../search/planted.ts';

type Relations = Claim['relations'];

/** A true claim that does something beside its answer, on every instance of several draws. */
function misbehaving(id: string, act: () => void): Claim {
  const relations: Relations = (quantities) => {
    if (quantities.n > 1) act();
    return truth.relations(quantities);
  };
  return defineClaim({ ...truth, id, relations });
}

function forEver(): void {
  for (;;);
}

export const claims: readonly Claim[] = [
  misbehaving('good', () => undefined),
  misbehaving('better', () => undefined),
  misbehaving('hangs', forEver),
  misbehaving('exits', () => process.exit(0)),
  misbehaving('throws-later', () => {
    queueMicrotask(() => {
      throw new Error('too late');
    });
  }),
  misbehaving('leaves-an-exit', () => void setTimeout(() => process.exit(5))),
  misbehaving('leaves-a-loop', () => void setTimeout(forEver)),
];
