import type { Standing } from '../tight.ts';
import { fillTable, some, tell } from './elements.ts';

const MOST_SHOWN = 12;

/** The table of claims on the policy, filled as they are decided. */
export class ClaimsTable {
  #standings: Standing[] = [];

  clear(status: string): void {
    this.#standings = [];
    fillTable('claims', []);
    tell(some('claims-status'), status);
  }

  add(standing: Standing): void {
    this.#standings.push(standing);
  }

  /** Shows what has been decided: refuted claims, then the others by their slack. */
  done(): void {
    const refuted = this.#standings.filter(({ outcome }) => outcome === 'refuted');
    const tight = this.#standings
      .filter(({ outcome, slack }) => outcome !== 'refuted' && slack !== null)
      .sort((a, b) => (a.slack ?? 0) - (b.slack ?? 0));
    const shown = [...refuted, ...tight].slice(0, refuted.length + MOST_SHOWN);
    fillTable('claims', shown.map(rowOf));
    const { length } = this.#standings;
    const theorems = tight.filter(({ expected }) => expected === 'holds').length;
    tell(
      some('claims-status'),
      `${length} claims speak of this policy: it refutes ${refuted.length} false ones; ${theorems} inequalities that hold are sorted by how tight they are.`,
    );
  }
}

function rowOf({ id, outcome, slack, statement }: Standing): readonly string[] {
  return [id, outcome === 'refuted' ? 'is refuted' : outcome, slack === null ? '' : share(slack), statement];
}

/** A share as a percentage, as doubles have it. */
function share(slack: number): string {
  return slack === 0 ? '0' : `${Number((100 * slack).toPrecision(3))} %`;
}
