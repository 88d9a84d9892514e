import { Html } from '../../report/html.ts';

/** The element of the page with an id. @throws Error where the page has none of this kind, which is a fault of the page. */
export function byId<E extends Element>(id: string, kind: new () => E): E {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${kind.name} with the id ${id}`);
  return found;
}

export const input = (id: string): HTMLInputElement => byId(id, HTMLInputElement);
export const select = (id: string): HTMLSelectElement => byId(id, HTMLSelectElement);
export const button = (id: string): HTMLButtonElement => byId(id, HTMLButtonElement);
export const some = (id: string): HTMLElement => byId(id, HTMLElement);

/** Sets a text where it differs, so that what reads the page aloud is not started again. */
export function tell(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** Puts options into a list. */
export function fillSelect(
  list: HTMLSelectElement,
  options: readonly (readonly [value: string, label: string])[],
): void {
  list.replaceChildren(...options.map(([value, label]) => new Option(label, value)));
}

/** The body of a table; the first cell of each row is its heading. Texts are texts; what is HTML is escaped already. */
export function fillTable(id: string, rows: readonly (readonly (string | Html)[])[]): void {
  const [body] = byId(id, HTMLTableElement).tBodies;
  body?.replaceChildren(...rows.map(rowOf));
}

function rowOf(cells: readonly (string | Html)[]): HTMLTableRowElement {
  const row = document.createElement('tr');
  cells.forEach((content, index) => {
    const cell = document.createElement(index === 0 ? 'th' : 'td');
    if (index === 0) cell.setAttribute('scope', 'row');
    if (content instanceof Html) cell.innerHTML = String(content);
    else cell.textContent = content;
    row.append(cell);
  });
  return row;
}
