import { createHash } from 'node:crypto';
import { packageVersion } from '../../io/place.ts';
import { visible } from '../escape.ts';
import { type Finding, type Findings, wholeMessage } from './finding.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const HOME = 'https://www.npmjs.com/package/bonafide-verify';
/** In code points, of up to two UTF-16 code units: GitHub limits descriptions of rules to 1024 characters. */
const LONGEST_DESCRIPTION = 500;

/**
 * SARIF 2.1.0, one run, for code scanning. Every id is a rule. What passed is no result: code scanning would show it as an alert.
 * What is undecided is a warning. Its kind would be `open`, but with that SARIF allows no level, and nobody would see it.
 */
export function sarif(results: Findings): string {
  const ids = [...new Set(results.findings.map(({ id }) => id))];
  const driver = {
    name: 'BoNafide',
    version: packageVersion(),
    informationUri: HOME,
    rules: ids.map((id) => ruleOf(id, results)),
  };
  const fingerprint = fingerprints(results.subject);
  const found = results.findings
    .filter(({ outcome }) => outcome !== 'passed')
    .map((finding) => ({
      ruleId: visible(finding.id),
      ruleIndex: ids.indexOf(finding.id),
      level: finding.outcome === 'failed' ? 'error' : 'warning',
      message: { text: visible(wholeMessage(finding)) },
      locations: [locationOf(finding, results.subject)],
      partialFingerprints: { 'bonafideFinding/v1': fingerprint(finding) },
    }));
  // Code scanning keeps the results of each category, the part before the last slash, apart.
  const automationDetails = { id: `${visible(results.suite)}/` };
  const run = { tool: { driver }, automationDetails, columnKind: 'utf16CodeUnits', results: found };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

function ruleOf(id: string, { findings }: Findings): object {
  const name = visible(findings.find((finding) => finding.id === id)?.name ?? id);
  const start = [...name].slice(0, LONGEST_DESCRIPTION).join('');
  const text = start === name ? name : `${start}…`;
  return { id: visible(id), shortDescription: { text } };
}

function locationOf({ place }: Finding, subject: string): object {
  const { file, line, column } = place ?? { file: subject };
  const region = line !== undefined && {
    region: { startLine: line, ...(column !== undefined && { startColumn: column }) },
  };
  return { physicalLocation: { artifactLocation: { uri: relativeUri(file) }, ...region } };
}

/** A relative URI. Colons are encoded too: in the first segment they would end a scheme. */
function relativeUri(file: string): string {
  return file
    .replaceAll('\\', '/')
    .split('/')
    .map((segment) => encodeURIComponent(visible(segment)))
    .join('/');
}

/** Names findings by what they are about, not by their lines. Equal ones are told apart by their order. */
function fingerprints(subject: string): (finding: Finding) => string {
  const seen = new Map<string, number>();
  return ({ id, name, place }) => {
    const about = JSON.stringify([place?.file ?? subject, id, name]);
    const before = seen.get(about) ?? 0;
    seen.set(about, before + 1);
    return createHash('sha256').update(`${about}${before}`).digest('hex');
  };
}
