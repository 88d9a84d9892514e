import { COLOURS, GROUND, type Pair } from '../pictures/theme.ts';
import { type Html, html } from './html.ts';

/** The colours of pages, by what they mean. They are those of the pictures. */
const NAMED = {
  ground: GROUND,
  ink: COLOURS.ink,
  soft: COLOURS.soft,
  rule: COLOURS.rule,
  interval: COLOURS.blue,
  formula: COLOURS.vermilion,
  other: COLOURS.purple,
};

/** The colours in one light, as variables of CSS. */
function colours(light: keyof Pair): Html {
  const variables = Object.entries(NAMED).map(([name, pair]) => html`--${name}: ${pair[light]}; `);
  return html`${variables}`;
}

/** The colours of a page in the light and in the dark. */
export const PAGE_COLOURS = html`
:root { color-scheme: light dark; ${colours('light')}}
@media (prefers-color-scheme: dark) {
  :root { ${colours('dark')}}
}
`;

/** What all pages have in common. A test holds the contrast of the colours. */
export const PAGE_STYLE = html`
${PAGE_COLOURS}
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
  :root { color-scheme: light; ${colours('light')}}
  body { max-width: none; padding: 0; font-size: 10pt; print-color-adjust: exact; }
  .table { overflow: visible; }
}
`;
