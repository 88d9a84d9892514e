import { subjectOf } from '../../../../src/explorer/input.ts';
import { fromHash, toHash } from '../../../../src/explorer/state.ts';
import { attempted, same, textOf } from '../target.ts';

/** The address of the explorer's page: the state that it has is the same after it was written, and is a policy or refused. */
export function fuzz(bytes: Uint8Array): void {
  const state = fromHash(textOf(bytes));
  same('another state after it was written', fromHash(`#${toHash(state)}`), state);
  attempted(() => subjectOf(state), /./);
}
