import { parseHTML } from 'linkedom';
import type { DrawingDocument } from './dom.ts';

/** A new document to draw in, where there is no browser. */
export function newDocument(): DrawingDocument {
  return parseHTML('<html><body></body></html>').document;
}
