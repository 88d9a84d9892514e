// Answers kl for distinct rewards, from probabilities, in doubles.
import { forEachRequest, say } from './lines.mjs';

const log = (part, rest) => (part < rest ? Math.log(part) : Math.log1p(-rest));

await forEachRequest(({ id, probabilities, n }) => {
  let [below, kl] = [0, 0];
  const above = probabilities.map((_, i) => probabilities.slice(i + 1).reduceRight((sum, p) => sum + p, 0));
  for (const [i, p] of probabilities.entries()) {
    const upTo = below + p;
    const power = n * log(upTo, above[i]);
    const share = -Math.expm1(n * log(below / upTo, p / upTo));
    if (power > -700) kl += Math.exp(power) * share * (power + Math.log(share) - Math.log(p));
    below = upTo;
  }
  say({ id, kl });
});
