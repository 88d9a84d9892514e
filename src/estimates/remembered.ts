/** A function of integers that keeps its last results, at most `most`, because the same ones are asked for each prompt. */
export function remembered<A extends number[], T>(most: number, compute: (...of: A) => T): (...of: A) => T {
  const known = new Map<string, T>();
  return (...of) => {
    const key = of.join();
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const found = compute(...of);
    known.set(key, found);
    return found;
  };
}
