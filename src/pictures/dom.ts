/** The part of the document of a browser that pictures need. linkedom has it too. */
export interface DrawingDocument {
  createElementNS(namespace: string, name: string): DrawingElement;
  createTextNode(text: string): unknown;
}

/** An element of a picture that is being drawn. */
export interface DrawingElement extends DrawnNode {
  setAttribute(name: string, value: string): void;
  appendChild(child: unknown): unknown;
  readonly childNodes: Iterable<DrawnNode>;
}

/** An element, a text or a comment within a picture. */
export interface DrawnNode {
  readonly nodeType: number;
  readonly localName?: string;
  readonly textContent: string | null;
  readonly childNodes?: Iterable<DrawnNode>;
  readonly attributes?: Iterable<{ readonly name: string; readonly value: string }>;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A new element of SVG with attributes and children. */
export function element(
  document: DrawingDocument,
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...children: readonly (DrawnNode | string)[]
): DrawingElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  for (const child of children) made.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
  return made;
}
