import { describe, expect, it } from 'vitest';
import { bonafide } from './bonafide.ts';

async function lines(...args: string[]): Promise<string[]> {
  const { code, out, err } = await bonafide('compute', ...args);
  expect([code, err]).toEqual([0, '']);
  return out.split('\n');
}

describe('compute in words', () => {
  it('has one line for each number, with its exact form', async () => {
    expect(await lines('--weights', '1,1', '--n', '2', '--digits', '4', '--pmf')).toEqual([
      'n = 2',
      'KL(π‖p), nats            in [0.130812, 0.130813]  = 3/4*log(3) - log(2)',
      'log n − (n−1)/n          in [0.193147, 0.193148]  = log(2) - 1/2',
      'gap                      in [0.0623351, 0.0623352]  = -3/4*log(3) + 2*log(2) - 1/2',
      'win rate                 0.625  = 5/8',
      'n/(n+1)                  in [0.666666, 0.666667]  = 2/3',
      'estimator, mean          in [0.179098, 0.179099]  = 3/4*log(3) - 3/4*log(2) - 1/8',
      'estimator, best outcome  in [0.179098, 0.179099]  = 3/4*log(3) - 3/4*log(2) - 1/8',
      'Rényi entropy H_2        in [0.693147, 0.693148]  = log(2)',
      'Rényi entropy H_3        in [0.693147, 0.693148]  = log(2)',
      'π of entry 1             0.25  = 1/4',
      'π of entry 2             0.75  = 3/4',
      '',
    ]);
  });

  it('leaves out exact forms that are long, and those that say the same again', async () => {
    const [, kl, , , , , mean] = await lines('--weights', '3,1,4,1,5', '--n', '9');
    expect(kl).toMatch(/\]$/);
    expect(mean).toMatch(/\]$/);
    expect((await lines('--weights', '5', '--n', '2'))[1]).toBe('KL(π‖p), nats            0');
  });
});
