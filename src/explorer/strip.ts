import { Rational } from '../arithmetic/rational.ts';
import { nearest } from '../policy/draws.ts';
import { Law } from '../selection/law.ts';
import type { RankRule } from '../selection/rank-rule.ts';
import { doubles } from './double-field.ts';
import type { Subject } from './input.ts';

/** A point of a curve over the quantiles of the reference. */
export interface Point {
  readonly u: number;
  readonly y: number;
}

/** What the pictures of the unit interval show, in doubles. Guarantee: none, a picture. */
export interface Strip {
  /** F_0 = 0, …, F_K = 1. */
  readonly edges: readonly number[];
  /** π_i/p_i, the average of the density over each atom. */
  readonly ratios: readonly number[];
  /** The density g of the selection against the reference. */
  readonly density: readonly Point[];
  /** g log g, and below or above it r log r for the average r: the area between is the local gap of the atom. */
  readonly between: readonly { readonly u: number; readonly fine: number; readonly coarse: number }[];
}

/** The strip of a policy of atoms. */
export function stripOf({ policy, rule }: Subject): Strip {
  const law = new Law(doubles, policy, rule);
  const atoms = [...law.atoms()];
  const edges = [0, ...atoms.map(({ upTo }) => upTo)];
  const ratios = atoms.map(({ probability, mass }) => Math.max(0, probability) / mass);
  const density = densityOf(rule);
  return { edges, ratios, density, between: betweenOf(density, edges, ratios) };
}

/** The local gaps in nats, by atom: what each of them takes off the KL without atoms. Guarantee: none, doubles. */
export function localGaps({ policy, rule }: Subject): number[] {
  const law = new Law(doubles, policy, rule);
  return [...law.atoms()].map((atom) => {
    const [below, upTo] = law.ends(atom);
    return law.distortion.entropy(below, upTo) - doubles.relativeEntropy(atom.probability, atom.mass);
  });
}

const STEPS = 256;
const HALVINGS = 24;
/** Half the width of the difference quotients that stand for the density. */
const NEAR = 2n ** 30n;

/** Places in [0, 1], closer near both ends, where densities of many draws rise and fall. */
const PLACES: readonly Rational[] = [
  ...Array.from({ length: STEPS + 1 }, (_, i) => Rational.of(i, STEPS)),
  ...Array.from({ length: 4 * HALVINGS }, (_, i) => {
    const near = Rational.of(5n + BigInt(i % 4), 2n ** BigInt(10 + Math.floor(i / 4)));
    return [near, Rational.ONE.sub(near)];
  }).flat(),
].sort((a, b) => a.compare(b));

let drawn: { readonly rule: string; readonly density: readonly Point[] } | undefined;

/** The density depends on the rule alone, which stays while a policy is dragged. */
function densityOf(rule: RankRule): readonly Point[] {
  if (drawn?.rule !== rule.name) drawn = { rule: rule.name, density: PLACES.map((place) => pointAt(rule, place)) };
  return drawn.density;
}

function pointAt(rule: RankRule, place: Rational): Point {
  const { cdf } = rule.over(doubles);
  const h = Rational.of(1n, NEAR);
  const low = place.sub(h).sign() < 0 ? Rational.ZERO : place.sub(h);
  const high = place.add(h).compare(Rational.ONE) > 0 ? Rational.ONE : place.add(h);
  return { u: nearest(place), y: Math.max(0, (cdf(high) - cdf(low)) / nearest(high.sub(low))) };
}

const entropyOf = (y: number): number => (y > 0 ? y * Math.log(y) : 0);

/** Both curves at all places and at both sides of each edge. */
function betweenOf(density: readonly Point[], edges: readonly number[], ratios: readonly number[]): Strip['between'] {
  const points: { u: number; fine: number; coarse: number }[] = [];
  let next = 0;
  ratios.forEach((ratio, atom) => {
    const [from, to] = [edges[atom] as number, edges[atom + 1] as number];
    const coarse = entropyOf(ratio);
    const at = (u: number): void => void points.push({ u, fine: entropyOf(valueAt(density, u, next)), coarse });
    at(from);
    while (next < density.length && (density[next] as Point).u < to) {
      const { u } = density[next] as Point;
      if (u > from) at(u);
      next += 1;
    }
    at(to);
  });
  return points;
}

/** The density between the places before and after. `after` is an index near the first place that is not before u. */
function valueAt(density: readonly Point[], u: number, after: number): number {
  let index = after;
  while (index > 0 && (density[index - 1] as Point).u > u) index -= 1;
  const right = density[Math.min(index, density.length - 1)] as Point;
  const left = density[Math.max(0, index - 1)] as Point;
  if (right.u === left.u) return right.y;
  return left.y + ((right.y - left.y) * (u - left.u)) / (right.u - left.u);
}
