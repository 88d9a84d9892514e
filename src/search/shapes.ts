import { times } from './families.ts';

/** Policies of two parameters, `size` and `heavy`, from the worst outcome to the best. Most inequalities are tightest near one of them. */
export interface Shape {
  readonly name: string;
  /** Whether `heavy` changes the policy. */
  readonly isWeighted: boolean;
  readonly weights: (size: number, heavy: number) => bigint[];
}

const ones = (size: number): bigint[] => times(size, () => 1n);

/** F_i = (i/size)^power. */
const mesh =
  (power: number) =>
  (size: number): bigint[] =>
    times(size, (i) => BigInt(i + 1) ** BigInt(power) - BigInt(i) ** BigInt(power));

export const SHAPES: readonly Shape[] = [
  { name: 'uniform', isWeighted: false, weights: ones },
  { name: 'heavy top', isWeighted: true, weights: (size, heavy) => [...ones(size), BigInt(heavy)] },
  { name: 'heavy bottom', isWeighted: true, weights: (size, heavy) => [BigInt(heavy), ...ones(size)] },
  {
    name: 'heavy ends',
    isWeighted: true,
    weights: (size, heavy) => [BigInt(heavy), ...ones(size), BigInt(heavy)],
  },
  { name: 'square mesh', isWeighted: false, weights: mesh(2) },
  { name: 'cubic mesh', isWeighted: false, weights: mesh(3) },
  { name: 'falling square mesh', isWeighted: false, weights: (size) => mesh(2)(size).reverse() },
  { name: 'powers of two', isWeighted: false, weights: (size) => times(size, (i) => 2n ** BigInt(i % LONGEST_RISE)) },
];

/** Powers of two rise so long, and begin again. */
const LONGEST_RISE = 40;
