import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printReal } from '../../src/arithmetic/print.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { rationalReal } from '../../src/arithmetic/real.ts';
import { shortNumber } from '../../src/report/short-number.ts';
import { bonafide, refusal } from './bonafide.ts';

async function lines(...args: string[]): Promise<string[]> {
  const { code, out, err } = await bonafide('compute', ...args);
  expect([code, err]).toEqual([0, '']);
  return out.split('\n');
}

describe('compute in words', () => {
  it('answers in a sentence, and has a line for each number, with its unit and exact form', async () => {
    expect(await lines('--weights', '1,1', '--n', '2', '--digits', '4', '--pmf')).toEqual([
      'KL 0.1308 nats, 32 % below the formula log n − (n−1)/n; win rate 0.625, at most 0.6667',
      '',
      'n = 2                    value           unit  exactly',
      'KL(π‖p)                  0.1308 ± 1e-4   nats  3/4*log(3) - log(2)',
      'log n − (n−1)/n          0.1931 ± 1e-4   nats  log(2) - 1/2',
      'gap                      0.06234 ± 1e-5  nats  -3/4*log(3) + 2*log(2) - 1/2',
      'win rate                 0.625                 5/8',
      'n/(n+1)                  0.6667 ± 1e-4         2/3',
      'estimator, mean          0.1791 ± 1e-5   nats  3/4*log(3) - 3/4*log(2) - 1/8',
      'estimator, best outcome  0.1791 ± 1e-5   nats  3/4*log(3) - 3/4*log(2) - 1/8',
      'Rényi entropy H_2        0.6931 ± 1e-4   nats  log(2)',
      'Rényi entropy H_3        0.6931 ± 1e-4   nats  log(2)',
      'π of entry 1             0.25                  1/4',
      'π of entry 2             0.75                  3/4',
      '',
    ]);
  });

  it('prints what the README shows', async () => {
    const { out } = await bonafide('compute', '--weights', '1,2,3', '--n', '4');
    expect(await readFile(new URL('../../README.md', import.meta.url), 'utf8')).toContain(`\n${out}\`\`\``);
  });

  it('has a row for each of several n', async () => {
    expect(await lines('--weights', '1,1', '--n', '2,1,2', '--digits', '3')).toEqual([
      'n  KL(π‖p), nats  log n − (n−1)/n, nats  gap, nats      win rate  n/(n+1)',
      '1  0              0                      0              0.5       0.5',
      '2  0.131 ± 1e-3   0.193 ± 1e-3           0.0623 ± 1e-4  0.625     0.667 ± 1e-3',
      '',
    ]);
    const { out } = await bonafide('compute', '--weights', '1,1', '--n', '1,2', '--json');
    expect(JSON.parse(out).map(({ n }: { n: number }) => n)).toEqual([1, 2]);
    expect(await refusal('compute', '--weights', '1,1', '--n', '1,2', '--pmf')).toBe('--pmf is for a single n');
  });

  it('has both ends on request', async () => {
    const [, , , kl] = await lines('--weights', '1,1', '--n', '2', '--interval');
    expect(kl).toBe(
      'KL(π‖p)                  [0.13081203594113695912920180623371, 0.13081203594113695912920180623372]    nats  3/4*log(3) - log(2)',
    );
  });

  it('leaves out exact forms that are long, and those that say the same again', async () => {
    const [, , , kl] = await lines('--weights', '3,1,4,1,5', '--n', '9');
    expect(kl).toMatch(/± 1e-\d+ +nats$/);
    expect((await lines('--weights', '5', '--n', '2'))[3]).toBe('KL(π‖p)                  0                nats');
  });

  it.each([
    ['5', '2', /^KL 0 nats, 100 % below/],
    ['1,100000000000000000000000000000', '3', /^KL 1e-29 nats, more than 99 % below/],
    [Array(200).fill(1).join(','), '2', /nats, less than 0.1 % below/],
    ['1,1', '1000', /win rate 0.75, at most 0.9991$/],
    // A bound is rounded up: 6/7 = 0.857142….
    ['1,1', '6', /, at most 0.8572$/],
    ['1,1', '1', /^KL 0 nats; win rate 0.5, at most 0.5$/],
  ])('says how far below the formula the KL is: weights %s, n = %s', async (weights, n, sentence) => {
    expect((await lines('--weights', weights, '--n', n))[0]).toMatch(sentence);
  });
});

describe('a short number', () => {
  it('encloses what its ends enclose', () => {
    const rational = fc.tuple(
      fc.bigInt(-(10n ** 12n), 10n ** 12n),
      fc.bigInt(1n, 10n ** 12n),
      fc.integer({ min: -40, max: 40 }),
    );
    fc.assert(
      fc.property(rational, fc.integer({ min: 1, max: 40 }), ([num, den, power], digits) => {
        const scale = Rational.of(10n ** BigInt(Math.abs(power)));
        const number = power < 0 ? Rational.of(num, den).div(scale) : Rational.of(num, den).mul(scale);
        const [value = '', radius = '0'] = shortNumber(printReal(rationalReal(number), digits), digits).split(' ± ');
        const off = Rational.parse(value).sub(number).abs();
        expect(off.compare(Rational.parse(radius))).toBeLessThanOrEqual(0);
        expect(
          Rational.parse(radius).compare(
            number
              .abs()
              .mul(Rational.of(10n ** 2n))
              .div(Rational.of(10n ** BigInt(digits))),
          ),
        ).toBeLessThanOrEqual(0);
      }),
    );
  });
});
