import { visible } from '../escape.ts';
import { countOf, type Finding, type Findings, wholeMessage } from './finding.ts';

/** The commands of GitHub's workflows that annotate lines, and a line that counts the findings. */
export function github(results: Findings): string {
  const commands = results.findings.flatMap((finding) => (finding.outcome === 'passed' ? [] : [annotation(finding)]));
  const [passed, failed, undecided] = [
    countOf(results, 'passed'),
    countOf(results, 'failed'),
    countOf(results, 'undecided'),
  ];
  return `${[...commands, `${passed} passed, ${failed} failed, ${undecided} undecided`].join('\n')}\n`;
}

function annotation(finding: Finding): string {
  const { name, outcome, place } = finding;
  const properties = { file: place?.file, line: place?.line, col: place?.column, title: name };
  const given = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${property(String(value))}`],
  );
  return `::${outcome === 'failed' ? 'error' : 'warning'} ${given.join(',')}::${data(wholeMessage(finding))}`;
}

/** A message. Only these three characters are special, and `visible` has written out the carriage return. */
function data(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
