/** Of a limited time for a conjecture, the share of its search. The rest is for what is known of it. */
export const SHARE_OF_SEARCH = 0.8;

/** Whether so many seconds from now are over; without a limit, no clock is read. */
export function deadline(seconds: number | null): () => boolean {
  if (seconds === null) return () => false;
  const end = performance.now() + seconds * 1000;
  return () => performance.now() > end;
}
