import type { Ties } from '../../policy/finite-policy.ts';
import { SELECTIONS, type Selection } from '../../selection/families.ts';
import { FAMILIES, type FamilyName, MOST_OF_FAMILY } from '../families.ts';
import { type Kind, MOST_DIGITS, type State } from '../state.ts';
import { button, byId, fillSelect, input, select, some, tell } from './elements.ts';

const LABELS: Record<Kind, string> = {
  weights: 'Weights',
  probabilities: 'Probabilities',
  rewards: 'Rewards of samples',
  counts: 'Lines such as 0.5,12',
  policy: 'A policy file',
};

/** n on the slider is 10^(position / 100), rounded. */
const PER_DECADE = 100;

const text = (): HTMLTextAreaElement => byId('text', HTMLTextAreaElement);

/** Puts a state into the form. Fields that have it already keep their cursor. */
export function showState(state: State): void {
  const set = (field: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement, value: string): void => {
    if (field.value !== value) field.value = value;
  };
  set(select('kind'), state.kind);
  set(text(), state.text);
  set(input('n'), state.n);
  set(select('selection'), state.selection);
  set(select('ties'), state.ties);
  if (document.activeElement !== input('digits')) set(input('digits'), String(state.digits));
  set(input('conjecture'), state.conjecture);
  set(input('limits'), state.limits);
  tell(some('text-label'), LABELS[state.kind]);
  const n = Number(state.n);
  if (n >= 1) set(input('slider'), String(Math.round(PER_DECADE * Math.log10(n))));
}

/** Connects the form. `change` is called with what was changed. */
export function connectForm(change: (changed: Partial<State>) => void): void {
  fillSelect(
    select('selection'),
    SELECTIONS.map((name) => [name, name]),
  );
  fillSelect(
    select('family'),
    Object.entries(FAMILIES).map(([name, { label }]) => [name, label]),
  );
  const on = (field: HTMLElement, changed: () => Partial<State>): void =>
    field.addEventListener('input', () => change(changed()));
  on(select('kind'), () => ({ kind: select('kind').value as Kind }));
  on(text(), () => ({ text: text().value }));
  on(input('n'), () => ({ n: input('n').value }));
  on(input('slider'), () => ({ n: String(Math.round(10 ** (Number(input('slider').value) / PER_DECADE))) }));
  on(select('selection'), () => ({ selection: select('selection').value as Selection }));
  on(select('ties'), () => ({ ties: select('ties').value as Ties }));
  on(input('digits'), () => {
    const digits = Number(input('digits').value);
    return Number.isInteger(digits) && digits >= 1 && digits <= MOST_DIGITS ? { digits } : {};
  });
  button('take').addEventListener('click', () => {
    const size = within(input('size').value, 2, MOST_OF_FAMILY);
    const { weights } = FAMILIES[select('family').value as FamilyName];
    change({ kind: 'weights', text: weights(size).join(',') });
  });
  for (const form of ['input', 'ask'])
    byId(form, HTMLFormElement).addEventListener('submit', (e) => e.preventDefault());
}

/** The nearest integer between two ends; the lower end where it is no number. */
function within(value: string, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(Number(value)) || least));
}
