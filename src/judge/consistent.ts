import type { Report } from '../report/schema.ts';
import { worst } from './parts.ts';

/** What a saved report says against itself, in a sentence; null where there is nothing. A run never writes such a report. */
export function contradictionIn({ status, claims, regions, sharpness, proofs }: Report): string | null {
  if (claims.length === 0) return 'it has no claims';
  const ids = new Set<string>();
  for (const { id } of claims) {
    if (ids.has(id)) return `the claim ${id} is in it twice`;
    ids.add(id);
  }
  const parts = [
    ...[...claims, ...regions].map((part) => ({ name: part.id, status: part.status })),
    ...sharpness.map((part) => ({ name: `the sharpness of ${part.claim}`, status: part.status })),
    ...(proofs ? [{ name: 'the proofs', status: proofs.status }] : []),
  ];
  for (const part of parts) {
    if (worst([status, part.status]) !== status)
      return `its status is ${status}, but that of ${part.name} is ${part.status}`;
  }
  return null;
}
