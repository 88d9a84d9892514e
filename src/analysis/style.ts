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
svg text { font: 12px system-ui, sans-serif; fill: var(--ink); }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.1rem 1rem; font-size: 0.9rem; }
.legend .key { display: inline-block; width: 28px; height: 14px; vertical-align: -2px; }
line, polyline { fill: none; stroke-width: 2; }
.axis { stroke: var(--soft); stroke-width: 1; }
.grid { stroke: var(--rule); stroke-width: 1; }
.formula { stroke: var(--formula); stroke-dasharray: 7 4; }
.interval { stroke: var(--interval); }
.estimate { stroke: var(--interval); stroke-width: 7; stroke-linecap: round; }
.other { stroke: var(--other); stroke-width: 3; }
.between { fill: var(--interval); opacity: 0.14; }
.column { fill: var(--interval); stroke: var(--ground); stroke-width: 1; }
@media print {
  th, td { white-space: normal; }
}
`;
