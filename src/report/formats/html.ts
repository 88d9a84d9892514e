import { createHash } from 'node:crypto';
import { type Html, html } from '../html.ts';
import type { Model } from '../model.ts';
import { claimArticle } from '../page/claim.ts';
import { controls } from '../page/controls.ts';
import { glance, meanings } from '../page/glance.ts';
import type { Section } from '../page/parts.ts';
import { pictureSection } from '../page/pictures.ts';
import { sampleSection } from '../page/samples.ts';
import { REPORT_SCRIPT } from '../page/script.ts';
import { REPORT_STYLE } from '../page/style.ts';
import { matrixSection, regionSection, sharpnessSection, sourceSection } from '../page/tables.ts';
import { proofSection } from '../page/theorems.ts';

/**
 * The report as one HTML file that loads nothing and runs nothing but its own script.
 *
 * Guarantee: foreign text in it is text; without the script everything is shown.
 */
export function page(model: Model): string {
  const sections = sectionsOf(model);
  const whole = html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${policy()}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="referrer" content="no-referrer"/>
<title>Verification report</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<a class="skip" href="#claims">To the claims</a>
<header>
<h1>Verification report</h1>
${glance(model)}</header>
<nav aria-label="Sections"><ul>
<li><a href="#claims">Claims</a></li>
${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>\n`)}</ul></nav>
<main>
${sectionHtml({ id: 'meanings', title: 'What the words mean', body: meanings() })}<section aria-labelledby="claims">
<h2 id="claims">Claims</h2>
${controls(model)}${model.report.claims.map((claim) => claimArticle(claim, model))}</section>
${sections.map(sectionHtml)}</main>
<footer>
<p>Commands are those of an installed package. In a checkout, <code>npm run -s bonafide --</code> stands for <code>bonafide</code>. Divergences are in nats.</p>
</footer>
<script>${REPORT_SCRIPT}</script>
</body>
</html>
`;
  return String(whole);
}

function sectionsOf(model: Model): Section[] {
  const all = [
    sourceSection(model),
    matrixSection(model),
    regionSection(model),
    sharpnessSection(model),
    proofSection(model),
    sampleSection(model),
    // They are about the theory of the catalogue.
    model.counts.own > 0 ? null : pictureSection(model),
  ];
  return all.filter((section) => section !== null);
}

function sectionHtml({ id, title, body }: Section): Html {
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${body}</section>
`;
}

/** Only the page's own style and script count, by their hashes, and pictures within the page. */
function policy(): string {
  const hash = (text: Html): string => `'sha256-${createHash('sha256').update(String(text)).digest('base64')}'`;
  return `default-src 'none'; style-src ${hash(REPORT_STYLE)}; script-src ${hash(REPORT_SCRIPT)}; img-src data:; base-uri 'none'; form-action 'none'`;
}
