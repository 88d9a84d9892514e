import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { Findings } from '../../../src/report/findings/finding.ts';
import { junit } from '../../../src/report/findings/junit.ts';
import { ALL, anyFindings, finding, findings, HOSTILE, hostile } from './samples.ts';

const schema = readFileSync(new URL('../../fixtures/jenkins-junit.xsd', import.meta.url), 'utf8');

/** What Jenkins's schema says against these documents. */
async function faults(...documents: readonly string[]): Promise<readonly string[]> {
  const xml = documents.map((contents, index) => ({ fileName: `${index}.xml`, contents }));
  return (await validateXML({ xml, schema })).errors.map(({ message }) => message);
}

describe('findings as JUnit', () => {
  it('has the counts, a failure for what failed and an error for what is undecided', async () => {
    const text = junit(ALL);
    expect(await faults(text)).toEqual([]);
    expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="bonafide test" tests="3" failures="1" errors="1">
  <testsuite name="bonafide test" tests="3" failures="1" errors="1">
    <testcase classname="bonafide test.kl-bound" name="KL ≤ log n − (n−1)/n">
      <failure type="failed" message="it was refuted">docs/claims, 100 %.txt:3:5: it was refuted
weights 1, 1
n = 2</failure>
    </testcase>
    <testcase classname="bonafide test.win-rate" name="a &lt; b &amp; &quot;c&quot;">
      <error type="undecided" message="it was refuted">it was refuted</error>
    </testcase>
    <testcase classname="bonafide test.kl-bound" name="KL ≤ log n − (n−1)/n"/>
  </testsuite>
</testsuites>
`);
  });

  it('fits the schema without findings too', async () => {
    expect(await faults(junit(findings()))).toEqual([]);
  });

  it('fits the schema with hostile texts, and with a hundred findings of any texts', async () => {
    const some: Findings[] = fc.sample(anyFindings, { seed: 1, numRuns: 100 });
    const texts = [hostile(), hostile('undecided'), hostile('passed'), ...some].map(junit);
    expect(await faults(...texts)).toEqual([]);
    for (const text of texts) expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
  });

  it('is held against the schema, which refuses other elements', async () => {
    expect(await faults(junit(ALL).replace('<failure ', '<failing '))).not.toEqual([]);
    expect(await faults('<testsuites><testsuite/></testsuites>')).not.toEqual([]);
  });

  it('keeps the texts that XML has', () => {
    for (const text of HOSTILE.slice(1, 4)) {
      const { document } = parseHTML(junit(findings(finding({ message: text, details: '', place: null }))));
      expect(document.querySelector('failure')?.getAttribute('message')).toBe(text);
      expect(document.querySelector('failure')?.textContent).toBe(text);
    }
  });

  it('writes out control characters', () => {
    const text = junit(findings(finding({ message: 'a\u0007b\ud800c\uffffd' })));
    expect(text).toContain('message="a\\u0007b\\ud800c\ufffdd"');
  });
});
