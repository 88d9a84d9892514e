import type { DrawingDocument } from '../pictures/dom.ts';
import { type Html, html } from '../report/html.ts';
import type { Histogram } from './histogram.ts';
import { klPicture, promptsPicture, rewardPicture, selectedPicture, winRatePicture } from './pictures.ts';
import { figure } from './plots/figure.ts';
import type { Analysis, Selected } from './schema.ts';
import { STYLE } from './style.ts';
import { type Told, toldOf, toldOfSelected } from './told.ts';

/**
 * The analysis as one HTML file that loads nothing and runs nothing, with the words of the terminal and pictures.
 *
 * @param histogram the prompts by their KL; null where there is none
 * @param document where the pictures are drawn
 * Guarantee: foreign text in it is text; the numbers are those of the analysis.
 */
export function analysisPage(analysis: Analysis, histogram: Histogram | null, document: DrawingDocument): string {
  const reward = rewardPicture(analysis);
  const figures = [
    klPicture(analysis),
    ...(histogram ? [promptsPicture(histogram, analysis)] : []),
    winRatePicture(analysis),
    ...(reward ? [reward] : []),
  ].map((plotted) => figure(document, plotted));
  return page('What best-of-n cost and won', toldOf(analysis), figures, [
    ...(histogram ? [] : [noHistogram(analysis)]),
    ...(reward ? [] : ['No picture shows the mean reward: every n exceeds the samples of some prompt.']),
  ]);
}

function noHistogram({ kind }: Analysis): string {
  return kind === 'support'
    ? 'No picture shows the prompts by their KL: at n = 1 it is 0.'
    : 'No picture shows the prompts by their KL: that needs an n of 3 or more that is at most half of each prompt’s samples.';
}

/** What selected rows tell as one HTML file, in the same way. Guarantee: as `analysisPage`. */
export function selectedPage(selected: Selected, document: DrawingDocument): string {
  const figures = [figure(document, selectedPicture(selected))];
  return page('What best-of-n cost, from the answers that it selected', toldOfSelected(selected), figures, []);
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

function page(title: string, told: Told, figures: readonly Html[], missing: readonly string[]): string {
  const { head, tables, conclusions } = told;
  const whole = html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta http-equiv="Content-Security-Policy" content="${POLICY}"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta name="referrer" content="no-referrer"/>
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${paragraphs(head)}
${tables.map(tableOf)}
${paragraphs(conclusions)}
<div class="figures">
${figures}</div>
${paragraphs(missing)}
</main>
<footer>
<p>KL is the divergence KL(π‖p) of best-of-n, π, from the policy it draws from, p, in nats. The formula log n − (n−1)/n is its largest possible value. Written by bonafide analyze.</p>
</footer>
</body>
</html>
`;
  return String(whole);
}

function paragraphs(lines: readonly string[]): Html[] {
  return lines.map((line) => html`<p>${line}</p>\n`);
}

function tableOf([header = [], ...rows]: Told['tables'][number]): Html {
  const name = `By n: ${header.slice(1).join(', ')}`;
  return html`<div class="table" role="region" aria-label="${name}" tabindex="0"><table>
<caption>${name}</caption>
<thead><tr>${header.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>
${rows.map(([first = '', ...cells]) => html`<tr><th scope="row">${first}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table></div>
`;
}
