import { html } from '../report/html.ts';

/**
 * The style of the page of an analysis. The colours are those of Okabe and Ito, which colour-blind people tell apart, darker on light ground; a
 * test holds their contrast. The formula is a broken line, so that no meaning rests on colour alone.
 */
export const STYLE = html`
:root { color-scheme: light dark; --ground: #ffffff; --ink: #1b1f24; --soft: #57606a; --rule: #d0d7de; --interval: #0072b2; --formula: #b84a00; --other: #7a3e6d; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14171b; --ink: #e8ebee; --soft: #a5aeb8; --rule: #3a424b; --interval: #56b4e9; --formula: #f0a030; --other: #dd9cc8; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; }
h2 { font-size: 1.1rem; line-height: 1.3; margin: 0 0 0.5rem; }
p, ul { margin: 0.5rem 0; }
footer, figcaption { color: var(--soft); font-size: 0.9rem; }
.table { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--soft); font-size: 0.9rem; }
th, td { padding: 0.3rem 0.7rem; text-align: left; white-space: nowrap; border-bottom: 1px solid var(--rule); }
thead th { white-space: normal; overflow-wrap: normal; vertical-align: bottom; }
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
  :root { color-scheme: light; --ground: #ffffff; --ink: #000000; --soft: #444444; --rule: #bbbbbb; --interval: #0072b2; --formula: #b84a00; --other: #7a3e6d; }
  body { max-width: none; padding: 0; font-size: 10pt; print-color-adjust: exact; }
  .table { overflow: visible; }
  th, td { white-space: normal; }
}
`;
