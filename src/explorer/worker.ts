import type { Catalogue } from '../claims/catalogue.ts';
import { messageOf } from '../claims/fault.ts';
import { InputError } from '../policy/errors.ts';
import { certified } from './certified.ts';
import { subjectOf } from './input.ts';
import type { Reply, Request } from './messages.ts';
import { searchFor, typedOf } from './search.ts';
import { instanceOf, standingOf } from './tight.ts';

/** The part of a worker's global object that is used here. */
export interface Port {
  onmessage: ((event: { readonly data: Request }) => void) | null;
  postMessage(reply: Reply): void;
}

/** Policies with more outcomes are not put to the claims: some claims take seconds there. */
const MAX_OUTCOMES_OF_CLAIMS = 60;
const MAX_DRAWS_OF_CLAIMS = 10_000;
const TOO_LARGE = `Policies of more than ${MAX_OUTCOMES_OF_CLAIMS} outcomes, and n above ${MAX_DRAWS_OF_CLAIMS}, are not put to the claims.`;

/** Answers requests on a worker, the newest first. */
export function serve(port: Port, catalogue: Catalogue, seed: number): void {
  let newest = 0;
  port.onmessage = ({ data: request }) => {
    newest = request.turn;
    void answer(request).catch((error: unknown) => {
      port.postMessage({ turn: request.turn, kind: 'failed', message: sentence(error) });
    });
  };

  async function answer(request: Request): Promise<void> {
    const { turn, state } = request;
    if (request.kind === 'search') {
      const onProgress = (instances: number): void => port.postMessage({ turn, kind: 'progress', instances });
      const found = searchFor(catalogue, typedOf(state), { seed, seconds: request.seconds, onProgress });
      port.postMessage({ turn, kind: 'found', found });
      return;
    }
    const subject = subjectOf(state);
    port.postMessage({ turn, kind: 'certified', numbers: certified(subject, state.digits) });
    const { policy, n } = subject;
    if (policy.atoms.length > MAX_OUTCOMES_OF_CLAIMS || n > MAX_DRAWS_OF_CLAIMS) {
      port.postMessage({ turn, kind: 'done', skipped: TOO_LARGE });
      return;
    }
    const instance = instanceOf(policy, n, state.selection);
    for (const claim of catalogue.claims) {
      await turnOfEvents();
      if (turn !== newest) return;
      const standing = standingOf(claim, instance);
      if (standing) port.postMessage({ turn, kind: 'standing', standing });
    }
    port.postMessage({ turn, kind: 'done', skipped: null });
  }
}

/** Lets a newer request arrive. */
function turnOfEvents(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

function sentence(error: unknown): string {
  return error instanceof InputError ? error.message : `this is a fault of the page: ${messageOf(error)}`;
}
