import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import AjvModule from 'ajv-draft-04';
import formatsModule from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import type { Findings } from '../../../src/report/findings/finding.ts';
import { sarif } from '../../../src/report/findings/sarif.ts';
import { ALL, anyFindings, finding, findings, hostile } from './samples.ts';

const ajv = new AjvModule.default({ strict: false, allErrors: true, unicodeRegExp: false });
formatsModule.default(ajv);
const validate = ajv.compile(schema);

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly kind?: string;
        readonly message: { readonly text: string };
        readonly locations: readonly {
          readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region?: object };
        }[];
        readonly partialFingerprints: Readonly<Record<string, string>>;
      }[];
    },
  ];
}

/** The only run, after it has been held against the schema. */
function runOf(results: Findings): Log['runs'][0] {
  const log = JSON.parse(sarif(results));
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  return (log as Log).runs[0];
}

const fingerprintsOf = (results: Findings): unknown[] =>
  runOf(results).results.map(({ partialFingerprints }) => partialFingerprints['bonafideFinding/v1']);

describe('findings as SARIF', () => {
  it('names the tool and a rule for each id', () => {
    const { driver } = runOf(ALL).tool;
    expect(driver).toMatchObject({ name: 'BoNafide', version: manifest.version });
    expect(runOf(ALL)).toMatchObject({ automationDetails: { id: 'bonafide test/' } });
    expect(driver.rules.map(({ id }) => id)).toEqual(['kl-bound', 'win-rate']);
  });

  it('has an error for what failed, a warning for what is undecided, and nothing for what passed', () => {
    expect(runOf(ALL).results.map(({ ruleId, ruleIndex, level }) => [ruleId, ruleIndex, level])).toEqual([
      ['kl-bound', 0, 'error'],
      ['win-rate', 1, 'warning'],
    ]);
  });

  it('shows the place by a relative URI, or else the subject', () => {
    const at = (uri: string, region?: object) => [{ physicalLocation: { artifactLocation: { uri }, ...region } }];
    expect(runOf(ALL).results.map(({ locations }) => locations)).toEqual([
      at('docs/claims%2C%20100%20%25.txt', { region: { startLine: 3, startColumn: 5 } }),
      at('claims.txt'),
    ]);
    const [windows] = runOf(findings(finding({ place: { file: 'a:b\\c#d.txt' } }))).results;
    expect(windows?.locations).toEqual(at('a%3Ab/c%23d.txt'));
  });

  it('has fingerprints that stay when lines move, and differ between findings', () => {
    const moved = finding({ place: { file: 'docs/claims, 100 %.txt', line: 99 }, message: 'again' });
    expect(fingerprintsOf(findings(moved))).toEqual(fingerprintsOf(findings(finding())));
    const others = [finding({ id: 'x' }), finding({ name: 'x' }), finding({ place: null }), finding(), finding()];
    expect(new Set(fingerprintsOf(findings(...others))).size).toBe(5);
  });

  it('cuts the descriptions of rules, which GitHub limits to 1024 characters', () => {
    const [rule] = runOf(findings(finding({ name: '𝔘'.repeat(5000) }))).tool.driver.rules;
    expect(rule).toMatchObject({ shortDescription: { text: `${'𝔘'.repeat(500)}…` } });
  });

  it('fits the schema with any texts', () => {
    runOf(findings());
    for (const outcome of ['failed', 'undecided', 'passed'] as const) runOf(hostile(outcome));
    fc.assert(fc.property(anyFindings, (any) => void runOf(any)));
  });

  it('keeps what SARIF says of levels and kinds, and what GitHub demands of places', () => {
    fc.assert(
      fc.property(anyFindings, (any) => {
        const { tool, results } = runOf(any);
        for (const { level, kind, ruleIndex, ruleId, locations } of results) {
          expect(level === 'none' || (kind ?? 'fail') === 'fail').toBe(true);
          expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
          expect(locations).toHaveLength(1);
        }
      }),
    );
  });

  it('is held against the schema, which refuses other levels', () => {
    expect(validate(JSON.parse(sarif(ALL).replace('"error"', '"fatal"')))).toBe(false);
    expect(validate(JSON.parse(sarif(ALL).replace('"startLine": 3', '"startLine": 0')))).toBe(false);
  });
});
