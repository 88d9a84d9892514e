import xmlbuilder, { type XMLElement } from 'xmlbuilder';
import { visible } from '../escape.ts';
import { countOf, type Finding, type Findings, placeInWords, wholeMessage } from './finding.ts';

/**
 * JUnit's XML, as Jenkins, GitLab and others read it. What is undecided is an error, because it does not pass. There are no times, host
 * names or dates. Characters that XML does not have are written out, as `\u0007` is, or replaced.
 */
export function junit(results: Findings): string {
  const counts = {
    name: results.suite,
    tests: results.findings.length,
    failures: countOf(results, 'failed'),
    errors: countOf(results, 'undecided'),
  };
  const root = xmlbuilder.create('testsuites', { encoding: 'UTF-8', invalidCharReplacement: '\uFFFD' }).att(counts);
  const suite = root.ele('testsuite', counts);
  for (const finding of results.findings) addCase(suite, results.suite, finding);
  return `${root.end({ pretty: true })}\n`;
}

const ELEMENTS = { failed: 'failure', undecided: 'error' } as const;

function addCase(suite: XMLElement, suiteName: string, finding: Finding): void {
  const { id, name, outcome, message } = finding;
  const test = suite.ele('testcase', { classname: visible(`${suiteName}.${id}`), name: visible(name) });
  if (outcome === 'passed') return;
  const place = placeInWords(finding);
  const text = place === null ? wholeMessage(finding) : `${place}: ${wholeMessage(finding)}`;
  test.ele(ELEMENTS[outcome], { type: outcome, message: visible(message) }).txt(visible(text));
}
