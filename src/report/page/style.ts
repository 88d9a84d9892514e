import { html } from '../html.ts';
import { PAGE_STYLE } from '../page-style.ts';

/** The style of the report. Every colour stands beside a word that says the same. */
export const REPORT_STYLE = html`
${PAGE_STYLE}
:root { --alarm: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --alarm: #ff8a80; } }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.5rem 0 0.5rem; }
h3 { font-size: 1.05rem; line-height: 1.3; margin: 1.5rem 0 0.25rem; }
h4 { font-size: 0.95rem; margin: 1rem 0 0.25rem; }
a { color: var(--interval); }
:focus-visible { outline: 3px solid var(--formula); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { position: static; }
.soft, .source, .text { color: var(--soft); font-size: 0.9rem; }
.status { font-size: 1.15rem; font-weight: 600; border-left: 0.4rem solid var(--interval); padding-left: 0.6rem; }
.status.alarm { border-color: var(--alarm); }
.alarm { color: var(--alarm); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 0.6rem; margin: 1rem 0; }
.cards > div { border: 1px solid var(--rule); border-radius: 0.4rem; padding: 0.5rem 0.7rem; display: flex; flex-direction: column; }
.cards dt { font-size: 0.9rem; }
.cards dd { margin: 0; order: -1; font-size: 1.6rem; font-weight: 600; line-height: 1.2; }
.cards .note { order: 1; color: var(--soft); font-size: 0.8rem; font-weight: 400; line-height: 1.4; }
.meanings > div { margin: 0.3rem 0; }
.meanings dt { display: inline; font-weight: 600; }
.meanings dt::after { content: ': '; }
.meanings dd { display: inline; margin: 0; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; }
#filters { display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; align-items: end; }
#filters[hidden] { display: none; }
#filters label { display: block; font-size: 0.9rem; }
#filters input, #filters select { height: 2.3rem; }
@media (max-width: 30rem) { #filters p, #filters input, #filters select { width: 100%; } }
input, select, button { font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--soft); border-radius: 0.3rem; padding: 0.3rem 0.5rem; max-width: 100%; }
#shown { font-weight: 600; }
.claim { border: 1px solid var(--rule); border-radius: 0.4rem; padding: 0.2rem 0.9rem 0.6rem; margin: 0.8rem 0; }
.claim h3 { margin-top: 0.6rem; }
.claim:target { border-color: var(--formula); }
.marks { font-size: 0.85rem; }
.mark { border: 1px solid var(--soft); border-radius: 1rem; padding: 0 0.5rem; white-space: nowrap; }
.mark.proved, .mark.proved-except { border-color: var(--interval); color: var(--interval); }
.mark.refuted { border-color: var(--formula); color: var(--formula); }
.mark.certified { border-color: var(--other); color: var(--other); }
.mark.undecided { border-style: dashed; }
.statement { font-size: 1.15rem; line-height: 1.9; overflow-x: auto; }
@media (max-width: 30rem) { .statement { font-size: 0.95rem; } .claim { padding: 0.2rem 0.5rem 0.6rem; } }
math { font-family: math, 'STIX Two Math', 'Latin Modern Math', 'Cambria Math', 'DejaVu Math TeX Gyre', serif; }
/* Lowers scripts where there is no font for mathematics, whose own shift is larger. */
msub > :nth-child(2), msubsup > :nth-child(2) { padding-top: 0.12em; }
.whole { white-space: nowrap; }
.found { font-weight: 600; }
.fails { color: var(--formula); font-weight: 600; }
summary { cursor: pointer; padding: 0.2rem 0; }
pre { white-space: pre-wrap; margin: 0.3rem 0 0.8rem; padding: 0.5rem; border: 1px solid var(--rule); font-size: 0.85rem; }
th, td { vertical-align: top; }
tbody th { font-weight: 400; }
.table table { min-width: 44rem; }
.table th, .table td { overflow-wrap: break-word; }
figure { margin: 1.5rem 0; break-inside: avoid; }
figure img { display: block; width: 100%; max-width: 45rem; height: auto; }
@media print {
  :root { font-size: 10pt; --alarm: #b3261e; }
  nav, #filters, #shown, .skip { display: none; }
  .claim { break-inside: avoid-page; border-color: #888888; }
  .table table { min-width: 0; font-size: 8pt; }
  a { color: inherit; text-decoration: none; }
}
`;
