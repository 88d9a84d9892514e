/** The parts of jstat that are used; the package has no types of its own. */
declare module 'jstat' {
  const jStat: {
    readonly normal: { inv(p: number, mean: number, deviation: number): number };
    readonly studentt: { inv(p: number, freedom: number): number };
  };
  export default jStat;
}
