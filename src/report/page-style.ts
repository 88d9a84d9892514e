import { html } from './html.ts';

/**
 * What all pages have in common. The colours are those of Okabe and Ito, which colour-blind people tell apart, darker on light ground; a test
 * holds their contrast.
 */
export const PAGE_STYLE = html`
:root { color-scheme: light dark; --ground: #ffffff; --ink: #1b1f24; --soft: #57606a; --rule: #d0d7de; --interval: #0072b2; --formula: #b84a00; --other: #7a3e6d; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14171b; --ink: #e8ebee; --soft: #a5aeb8; --rule: #3a424b; --interval: #56b4e9; --formula: #f0a030; --other: #dd9cc8; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; }
p, ul { margin: 0.5rem 0; }
footer, figcaption { color: var(--soft); font-size: 0.9rem; }
.table { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--soft); font-size: 0.9rem; }
th, td { padding: 0.3rem 0.7rem; text-align: left; border-bottom: 1px solid var(--rule); }
thead th { overflow-wrap: normal; vertical-align: bottom; }
@media print {
  :root { color-scheme: light; --ground: #ffffff; --ink: #000000; --soft: #444444; --rule: #bbbbbb; --interval: #0072b2; --formula: #b84a00; --other: #7a3e6d; }
  body { max-width: none; padding: 0; font-size: 10pt; print-color-adjust: exact; }
  .table { overflow: visible; }
}
`;
