import { describe, expect, it } from 'vitest';
import { Rational } from '../../src/arithmetic/rational.ts';
import { type Box, type Certificate, INEQUALITIES, type InequalityId } from '../../src/regions/certificate.ts';
import { certify } from '../../src/regions/certify.ts';
import { recheck } from '../../src/regions/recheck.ts';

function certificateOf(id: InequalityId, n: number): Certificate {
  const found = certify(id, n);
  if (found.outcome !== 'certified') throw new Error(`${id} is ${found.outcome} at n = ${n}`);
  return found.certificate;
}

const scaled = (text: string, factor: Rational): string => Rational.parse(text).mul(factor).toString();

function changed(certificate: Certificate, index: number, change: Partial<Box>): Certificate {
  const boxes = certificate.boxes.map((box, i) => (i === index ? { ...box, ...change } : box));
  return { ...certificate, boxes };
}

const GAMMA = INEQUALITIES.filter(({ id }) => id !== 'win-rate-cubic');
const CERTIFICATES = GAMMA.flatMap(({ id, least }) => [3, 5, 10].filter((n) => n >= least).map((n) => ({ id, n })));

describe.each(CERTIFICATES)('the certificate of $id at n = $n', ({ id, n }) => {
  const certificate = certificateOf(id, n);
  const { boxes } = certificate;
  const indices = boxes.map((_, i) => i);

  it('is refused without any one of its boxes', () => {
    for (const i of indices) {
      expect(recheck({ ...certificate, boxes: boxes.filter((_, j) => j !== i) })).toMatch(/start at|end at/);
    }
    expect(recheck({ ...certificate, boxes: [] })).toBe('the boxes end at 0, not at 1');
  });

  it('is refused with a box moved, doubled, or out of order', () => {
    for (const i of indices) {
      const box = boxes[i] as Box;
      expect(recheck(changed(certificate, i, { to: scaled(box.to, Rational.of(1001, 1000)) }))).not.toBe(true);
      expect(recheck(changed(certificate, i, { from: box.to }))).not.toBe(true);
      expect(recheck({ ...certificate, boxes: boxes.toSpliced(i, 0, box) })).not.toBe(true);
    }
    expect(recheck({ ...certificate, boxes: boxes.toReversed() })).not.toBe(true);
    const { to } = boxes[1] as Box;
    const empty = { ...(boxes[1] as Box), from: to, to };
    expect(recheck({ ...certificate, boxes: boxes.toSpliced(2, 0, empty) })).toMatch(/is empty/);
  });

  it('is refused with a bound beyond the constant', () => {
    const bound = id === 'gamma-nondecreasing' ? '-0.001' : scaled(certificate.constant, Rational.of(1001, 1000));
    for (const i of indices) expect(recheck(changed(certificate, i, { bound }))).toMatch(/beyond the constant/);
  });

  it('is refused with a bound that its box does not bear', () => {
    for (const i of indices) {
      // The bounds of γ/t^p are within a factor of 4 of the largest ratio in the box; those of γ′/t² within 40.
      const factor = id === 'gamma-nondecreasing' ? Rational.of(40) : Rational.of(1, 4);
      const bound = scaled((boxes[i] as Box).bound, factor);
      expect(recheck(changed(certificate, i, { bound })), `box ${i}`).toMatch(/does not hold by/);
    }
  });

  it('is refused for another n, another inequality or another constant', () => {
    expect(recheck({ ...certificate, n: n + 1 })).not.toBe(true);
    for (const factor of [Rational.of(1001, 1000), Rational.of(999, 1000)]) {
      const constant = id === 'gamma-nondecreasing' ? '0.001' : scaled(certificate.constant, factor);
      expect(recheck({ ...certificate, constant })).toMatch(/constant/);
    }
    for (const other of INEQUALITIES) {
      if (other.id !== id) expect(recheck({ ...certificate, inequality: other.id }), other.id).not.toBe(true);
    }
  });

  it('is refused with an unknown method, or the series away from 0', () => {
    for (const i of indices.slice(1)) {
      expect(recheck(changed(certificate, i, { how: 'series' }))).toMatch(/does not hold by series/);
    }
    for (const how of ['range', 'slope', 'curvature', 'coefficients', 'belief' as 'range'] as const) {
      expect(recheck(changed(certificate, 0, { how }))).toMatch(/does not hold by/);
    }
  });

  it('is refused, not thrown at, where it cannot be read', () => {
    expect(recheck(changed(certificate, 1, { to: '1/0' }))).toMatch(/cannot be read/);
    expect(recheck(changed(certificate, 1, { bound: 'x' }))).toMatch(/cannot be read/);
    expect(recheck({ ...certificate, inequality: 'gamma' as InequalityId })).toMatch(/cannot be read/);
  });
});

describe('the certificate of gamma-quadratic', () => {
  it('is refused where its constant is κ_n to 15 digits only', () => {
    const certificate = certificateOf('gamma-quadratic', 10);
    const constant = scaled(certificate.constant, Rational.of(10n ** 15n + 1n, 10n ** 15n));
    expect(recheck({ ...certificate, constant })).toMatch(/not sharp/);
  });

  it('is refused where the touching box is expanded elsewhere', () => {
    const certificate = certificateOf('gamma-quadratic', 10);
    const touch = certificate.boxes.findIndex(({ at }) => at !== undefined);
    const { at, from } = certificate.boxes[touch] as Box;
    expect(recheck(changed(certificate, touch, { at: from }))).not.toBe(true);
    expect(recheck(changed(certificate, touch, { at: scaled(at as string, Rational.of(2)) }))).toMatch(
      /expanded outside/,
    );
  });
});

describe('the certificate of win-rate-cubic', () => {
  const certificate = certificateOf('win-rate-cubic', 6);

  it('may come in pieces', () => {
    const [box] = certificate.boxes as [Box];
    const pieces = [
      { ...box, to: '1/2' },
      { ...box, from: '1/2', bound: scaled(box.bound, Rational.of(1, 2)) },
    ];
    expect(recheck({ ...certificate, boxes: pieces })).toBe(true);
    expect(recheck({ ...certificate, boxes: pieces.slice(0, 1) })).toBe('the boxes end at 1/2, not at 1');
  });

  it('is refused with a lower bound, another constant or another method', () => {
    const lower = scaled(certificate.constant, Rational.of(999, 1000));
    expect(recheck(changed(certificate, 0, { bound: lower }))).toMatch(/does not hold/);
    expect(recheck({ ...changed(certificate, 0, { bound: lower }), constant: lower })).toMatch(/constant/);
    expect(recheck(changed(certificate, 0, { how: 'series' }))).toMatch(/does not hold/);
  });
});
