import { stat } from 'node:fs/promises';

/** Whether there is something at a path, as far as it can be reached. */
export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
