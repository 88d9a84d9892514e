import { claimOf } from './errors.ts';

/** Whether a search came to its end; false where one conjecture ended it, which is told. */
export async function unlessStopped(
  work: Promise<void>,
  onStopped: (id: string, message: string) => void,
): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    const id = claimOf(error);
    if (id === null || !(error instanceof Error)) throw error;
    onStopped(id, error.message);
    return false;
  }
}
