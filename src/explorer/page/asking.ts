import { instanceFromJson } from '../../claims/instance.ts';
import type { InstanceJson } from '../../claims/instance-schema.ts';
import { subjectOf } from '../input.ts';
import type { Reply } from '../messages.ts';
import type { State } from '../state.ts';
import { stripOf } from '../strip.ts';
import { button, byId, some, tell } from './elements.ts';
import { densityPicture } from './plots.ts';
import { Helper } from './workers.ts';

/** The longest search, in seconds. */
const SECONDS = 60;
/** Milliseconds after which it is stopped, for each of them. */
const WATCHED = 1100;

/** Connects the box for a conjecture. `show` puts a counterexample into the form. */
export function connectAsking(state: () => State, show: (changed: Partial<State>) => void): void {
  let found: InstanceJson | null = null;
  const status = (text: string): void => tell(some('search-status'), text);
  const isSearching = (is: boolean): void => {
    button('search').disabled = is;
    button('stop').hidden = !is;
  };
  let watch: ReturnType<typeof setTimeout> | undefined;
  const helper = new Helper((reply) => {
    if (reply.kind === 'progress') return status(`${reply.instances} policies so far`);
    clearTimeout(watch);
    isSearching(false);
    found = showReply(reply, status);
  });
  byId('ask', HTMLFormElement).addEventListener('submit', () => {
    clear();
    isSearching(true);
    status('Searching …');
    helper.ask({ kind: 'search', state: state(), seconds: SECONDS });
    // One instance may take longer than the whole search should.
    clearTimeout(watch);
    watch = setTimeout(() => stop('Stopped after a minute. The search gave no answer.'), WATCHED * SECONDS);
  });
  const stop = (why: string): void => {
    clearTimeout(watch);
    helper.stop();
    isSearching(false);
    status(why);
  };
  button('stop').addEventListener('click', () => stop('Stopped. The search gave no answer.'));
  button('show').addEventListener('click', () => {
    if (!found) return;
    show(stateOf(found));
    some('numbers-title').scrollIntoView();
  });
}

function clear(): void {
  for (const id of ['understood', 'drawn', 'found']) some(id).replaceChildren();
  button('show').hidden = true;
}

/** Shows the end of a search. Returns the counterexample. */
function showReply(reply: Reply, status: (text: string) => void): InstanceJson | null {
  if (reply.kind === 'failed') {
    status('');
    tell(some('found'), reply.message);
    return null;
  }
  if (reply.kind !== 'found') return null;
  const { text, mathml, outcome, counterexample } = reply.found;
  status(outcome === 'refuted' ? 'Refuted.' : `The search has ended: ${outcome}.`);
  tell(some('found'), text);
  // The library that writes it escapes it and writes MathML alone; nothing of it runs.
  if (mathml !== null) some('understood').innerHTML = `<p>Understood as</p>${mathml}`;
  if (counterexample) drawIt(counterexample);
  return counterexample;
}

function drawIt(counterexample: InstanceJson): void {
  const state = stateOf(counterexample);
  const picture = densityPicture(
    stripOf(subjectOf({ ...state, digits: 6, conjecture: '', limits: '' })),
    PICTURE_WIDTH(),
  );
  some('drawn').replaceChildren(picture);
  // The form has no place for a second policy.
  button('show').hidden = counterexample.auxiliary !== undefined;
}

const PICTURE_WIDTH = (): number => Math.max(280, Math.min(560, some('drawn').clientWidth));

/** An instance as the form has it. */
function stateOf(json: InstanceJson): Omit<State, 'digits' | 'conjecture' | 'limits'> {
  const { weights, ranks, n, ties, selection } = instanceFromJson(json);
  const isPlain = ranks.at(-1) === ranks.length - 1;
  const outcomes = weights.map((weight, i) => `{"reward": ${ranks[i]}, "weight": ${weight}}`);
  return {
    kind: isPlain ? 'weights' : 'policy',
    text: isPlain ? weights.join(',') : `{"outcomes": [${outcomes.join(', ')}]}`,
    n: String(n),
    selection: selection ?? 'best-of-n',
    ties: ties ?? 'level',
  };
}
