import { describe, expect, it } from 'vitest';
import { LogForm } from '../../src/arithmetic/log-form.ts';
import { Rational } from '../../src/arithmetic/rational.ts';
import { log } from './exact.ts';

const half = Rational.of(1, 2);

describe('LogForm prints over a coprime base, larger arguments first and the rational part last', () => {
  it.each<[string, LogForm]>([
    ['0', LogForm.ZERO],
    ['1/2', LogForm.rational(half)],
    ['-7', LogForm.rational(Rational.of(-14, 2))],
    ['log(2)', log(2)],
    ['-log(2)', log(1, 2)],
    ['3/4*log(3) - log(2)', log(3).scale(Rational.of(3, 4)).sub(log(2))],
    ['log(2) - 1/2', log(2).sub(LogForm.rational(half))],
    [
      '-3/4*log(3) + 2*log(2) + 1/2',
      log(4)
        .sub(log(3).scale(Rational.of(3, 4)))
        .add(LogForm.rational(half)),
    ],
    ['log(3) + 2*log(2)', log(12)],
    ['log(5) - log(3) - log(2)', log(10, 12)],
    ['2/3*log(2)', log(16).scale(Rational.of(1, 6))],
    ['log(47) + log(43)', log(2021)],
    ['log(3599)', log(3599)],
    ['log(61) + log(59)', log(3599).add(log(59)).sub(log(59))],
  ])('%s', (text, form) => {
    expect(form.toString()).toBe(text);
  });
});

describe('LogForm.asRational', () => {
  it('is the rational where no logarithm is left as written', () => {
    expect(LogForm.rational(half).asRational()?.toString()).toBe('1/2');
    expect(log(2).sub(log(2)).add(LogForm.rational(half)).asRational()?.toString()).toBe('1/2');
    expect(log(1).asRational()?.toString()).toBe('0');
  });

  it('is null elsewhere, also where only a common base would show the number to be rational', () => {
    expect(log(2).asRational()).toBeNull();
    expect(log(6).sub(log(2)).sub(log(3)).asRational()).toBeNull();
    expect(log(6).sub(log(2)).sub(log(3)).refined().asRational()?.toString()).toBe('0');
  });
});
