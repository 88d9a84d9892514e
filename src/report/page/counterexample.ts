import type { Counterexample } from '../../evidence/schema.ts';
import { type Html, html } from '../html.ts';
import type { Model } from '../model.ts';
import type { ClaimReport } from '../schema.ts';
import { instanceInWords } from '../words.ts';
import { linkTo, listOf, sentence } from './parts.ts';

/** The counterexample with both sides of the relation that fails, and how to check it again; nothing where there is none. */
export function counterexample({ counterexample: found }: ClaimReport, { links, store }: Model): Html {
  if (!found) return html``;
  const { instance, violated, smallest, file } = found;
  const target = links.counterexamples && file && `${links.counterexamples}/${file}`;
  return html`<h4>Counterexample</h4>
<p><strong>${instanceInWords(instance)}</strong></p>
${violated ? sides(violated) : ''}<p>${sentence(smallest)}</p>
<p>${file === null ? 'It was not saved.' : html`Saved as ${linkTo(target, file)}. Check it again: <code>bonafide replay ${folderName(store)}/${file}</code>`}</p>
`;
}

/** The relation that fails, and both of its sides by their exact forms and by enclosures. */
function sides({ left, is, right, margin }: Counterexample['violated']): Html {
  return html`<p><strong>${left.name} ${is} ${right.name} fails.</strong></p>
${listOf([...[left, right].map(side), html`right − left: ${enclosed(margin)}`])}`;
}

function side({ name, exact, lo, hi }: Counterexample['violated']['left']): Html {
  const form = exact === null || exact === lo ? '' : html` = <code>${exact}</code>,`;
  return html`${name}${form} ${enclosed({ lo, hi })}`;
}

/** A number by the decimals between which it lies; one decimal where it is exact. */
function enclosed({ lo, hi }: { readonly lo: string; readonly hi: string }): string {
  return lo === hi ? `exactly ${lo}` : `between ${lo} and ${hi}`;
}

/** The folder of counterexamples as a command names it where that folder is. */
function folderName(store: string | null): string {
  return (
    store
      ?.split(/[\\/]/)
      .filter((part) => part !== '')
      .at(-1) ?? 'counterexamples'
  );
}
