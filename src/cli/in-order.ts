/**
 * Passes on what comes for the places 0, 1, 2 … in any order: each in its turn, as soon as everything before it is there.
 * @returns what takes the next one that came
 */
export function inOrder<T>(pass: (one: T) => void): (place: number, one: T) => void {
  const early = new Map<number, T>();
  let turn = 0;
  return (place, one) => {
    early.set(place, one);
    for (let next = early.get(turn); next !== undefined; next = early.get(turn)) {
      early.delete(turn);
      turn += 1;
      pass(next);
    }
  };
}
