import { html } from '../report/html.ts';
import { PAGE_STYLE } from '../report/page-style.ts';

/** The style of the page of an analysis. The formula is a broken line, so that no meaning rests on colour alone. */
export const STYLE = html`
${PAGE_STYLE}
h2 { font-size: 1.1rem; line-height: 1.3; margin: 0 0 0.5rem; }
th, td { white-space: nowrap; }
thead th { white-space: normal; }
tbody th, td:nth-child(2), th:first-child, th:nth-child(2) { text-align: right; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 25rem), 1fr)); gap: 2rem; margin: 2rem 0; }
figure { margin: 0; min-width: 0; max-width: 36rem; break-inside: avoid; }
svg { display: block; width: 100%; height: auto; }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.1rem 1rem; font-size: 0.9rem; }
.key { display: inline-block; width: 26px; vertical-align: middle; border-top: 3px solid; }
.key.formula { color: var(--formula); border-top-style: dashed; }
.key.interval, .key.estimate, .key.between, .key.column { color: var(--interval); }
.key.other { color: var(--other); }
.key.estimate { width: 10px; height: 10px; border: 0; border-radius: 5px; margin: 0 8px; background: currentColor; }
.key.between, .key.column { height: 12px; border: 0; background: currentColor; }
.key.between { opacity: 0.16; }
@media print {
  th, td { white-space: normal; }
}
`;
