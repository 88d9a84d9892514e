import { html } from '../html.ts';

/**
 * What the page does: it closes the details, searches, filters and keeps the choice in the address. A link to a claim shows it even where a
 * filter hides it. Without the script the page shows everything.
 */
export const REPORT_SCRIPT = html`
const form = document.getElementById('filters');
const shown = document.getElementById('shown');
const opener = document.getElementById('details');
const fields = ['words', 'expected', 'evidence', 'source'].map((name) => form.elements.namedItem(name));
const claims = [...document.querySelectorAll('article.claim')];
const details = claims.map((claim) => claim.querySelector('details'));
const fold = (text) => text.toLowerCase().replaceAll('<=', '≤').replaceAll('>=', '≥').replaceAll('−', '-').replace(/[ ]+/g, ' ');
const SOUGHT = 'h3, .marks, .text, .found, .source';
const texts = claims.map((claim) => fold([...claim.querySelectorAll(SOUGHT)].map((part) => part.textContent).join(' ')));

function isWanted(claim, index) {
  const [words, expected, evidence, source] = fields.map((field) => field.value);
  if (expected !== '' && claim.dataset.expected !== expected) return false;
  if (evidence !== '' && claim.dataset.evidence !== evidence) return false;
  if (source !== '' && !claim.dataset.source.split(' ').includes(source)) return false;
  return fold(words).split(' ').every((word) => texts[index].includes(word));
}

function show() {
  let count = 0;
  claims.forEach((claim, index) => {
    claim.hidden = !isWanted(claim, index);
    if (!claim.hidden) count += 1;
  });
  shown.textContent = count + ' of ' + claims.length + ' claims are shown.';
}

function keep() {
  const chosen = fields.filter((field) => field.value !== '').map((field) => [field.name, field.value]);
  const hash = chosen.length === 0 ? location.pathname + location.search : '#' + new URLSearchParams(chosen);
  history.replaceState(null, '', hash);
}

function choose(values) {
  for (const field of fields) field.value = values.get(field.name) ?? '';
  for (const field of fields) if (field.selectedIndex === -1) field.value = '';
  show();
}

function follow() {
  const hash = location.hash.slice(1);
  const claim = claims.find((one) => one.id === decode(hash));
  if (claim === undefined) {
    if (hash === '' || hash.includes('=')) choose(new URLSearchParams(hash));
    return;
  }
  if (claim.hidden) choose(new URLSearchParams());
  claim.querySelector('details').open = true;
  claim.scrollIntoView();
  claim.querySelector('h3').focus({ preventScroll: true });
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function openAll(isOpen) {
  for (const one of details) one.open = isOpen;
  opener.setAttribute('aria-pressed', String(isOpen));
}

function change() {
  show();
  keep();
}

form.addEventListener('input', change);
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('reset', () => setTimeout(change));
opener.addEventListener('click', () => openAll(opener.getAttribute('aria-pressed') !== 'true'));
addEventListener('hashchange', follow);
let before = [];
addEventListener('beforeprint', () => {
  before = details.map((one) => one.open);
  for (const one of details) one.open = true;
});
addEventListener('afterprint', () => details.forEach((one, index) => { one.open = before[index]; }));
form.hidden = false;
openAll(false);
show();
follow();
`;
