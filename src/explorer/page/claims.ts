import type { Html } from '../../report/html.ts';
import { typeset } from '../../report/page/parts.ts';
import type { Standing } from '../tight.ts';
import { fillTable, some, tell } from './elements.ts';

const MOST_SHOWN = 12;

/** The tables of claims on the policy, filled as they are decided. */
export class ClaimsTable {
  #standings: Standing[] = [];

  clear(status: string): void {
    this.#standings = [];
    for (const table of ['tight', 'refuted']) fillTable(table, []);
    tell(some('claims-status'), status);
  }

  add(standing: Standing): void {
    this.#standings.push(standing);
  }

  /** Shows what has been decided: what is tight, and what is refuted. */
  done(skipped: string | null): void {
    if (skipped !== null) {
      tell(some('claims-status'), skipped);
      return;
    }
    const refuted = this.#standings.filter(({ outcome }) => outcome === 'refuted');
    const tight = this.#standings
      .filter(({ outcome, slack }) => outcome === 'holds' && slack !== null)
      .sort((a, b) => (a.slack ?? 0) - (b.slack ?? 0));
    fillTable('tight', tight.slice(0, MOST_SHOWN).map(tightRow));
    fillTable(
      'refuted',
      refuted.map(({ id, statement }) => [id, typeset(statement) ?? statement]),
    );
    const count = this.#standings.length;
    tell(some('claims-status'), `${count} claims of the catalogue speak of this policy; it refutes ${refuted.length}.`);
  }
}

const IN_GENERAL = { holds: 'a theorem', fails: 'false in general', open: 'open' } as const;

function tightRow({ id, expected, slack, statement }: Standing): readonly (string | Html)[] {
  return [id, share(slack ?? 0), IN_GENERAL[expected], typeset(statement) ?? statement];
}

/** A share as a percentage, as doubles have it. */
function share(slack: number): string {
  return slack === 0 ? '0' : `${Number((100 * slack).toPrecision(3))} %`;
}
