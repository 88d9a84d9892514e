import { claimOf } from './errors.ts';

/** Whether a search came to its end; false where one of these conjectures ended it, which is told. Other errors are thrown. */
export async function unlessStopped(
  work: Promise<void>,
  ids: readonly string[],
  onStopped: (id: string, message: string) => void,
): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    const id = claimOf(error);
    if (id === null || !ids.includes(id) || !(error instanceof Error)) throw error;
    onStopped(id, error.message);
    return false;
  }
}
