import { basename, dirname, join } from 'node:path';
import type { Certificate } from '../coq/certificates/certificate.ts';
import { checkCertificate } from '../coq/certificates/check.ts';
import { isCertifiable } from '../coq/certificates/statements.ts';
import type { Checker, CheckerName } from '../coq/gate/checker.ts';
import { PROOFS } from '../coq/gate/place.ts';
import type { ProofReport } from '../coq/gate/report.ts';
import { listFiles } from '../evidence/store.ts';
import { checkFolder } from '../io/check-folder.ts';
import { makeFolder, writeWhole } from '../io/write-whole.ts';
import { statusOfProofs, worst } from '../judge/parts.ts';
import { InputError } from '../policy/errors.ts';
import { catalogueAt } from '../run/catalogue.ts';
import type { Prepared } from './certificates.ts';
import type { Context } from './context.ts';
import { EXIT_OF, type ExitCode } from './exit-code.ts';
import { inThread } from './in-thread.ts';
import { Interrupted } from './interrupted.ts';
import { COUNTEREXAMPLES } from './replay.ts';

export interface CertifyOptions {
  readonly out: string;
  readonly checker?: CheckerName | 'both';
  readonly check: boolean;
  readonly json?: boolean;
}

/** The entry of one counterexample in `certify --json`; docs/formats.md describes it. */
interface Certified {
  readonly counterexample: string;
  readonly certificate: string;
  readonly theorem: string;
  readonly statement: string;
  readonly checks: {
    readonly checker: string;
    readonly verdict: ProofReport['verdict'];
    readonly faults: readonly string[];
  }[];
}

/** `bonafide certify`: writes a Coq file for each counterexample and has it checked. Its theorem says that the claim fails there. */
export async function certify(files: readonly string[], options: CertifyOptions, context: Context): Promise<ExitCode> {
  const { console, signal } = context;
  const made: Prepared[] = [];
  for (const file of files.length > 0 ? files : await certifiable(context))
    made.push(await inThread('certificate', file, context));
  if (made.length === 0)
    throw new InputError(`there are no counterexamples in ${COUNTEREXAMPLES} that can be certified`);
  const targets = targetsOf(made, options.out);
  await checkFolder(options.out);
  const checkers = options.check ? await context.chooseCheckers(options.checker, signal) : [];
  const results: Certified[] = [];
  for (const [target, { file, certificate }] of targets) {
    const checks: Certified['checks'] = [];
    for (const checker of checkers) checks.push(await check(certificate, checker, signal));
    // After an interruption no file is written, because an unchecked file would look like a checked one.
    if (signal.aborted) throw new Interrupted('interrupted');
    await makeFolder(options.out);
    await writeWhole(target, certificate.text);
    const { theorem, statement } = certificate;
    results.push({ counterexample: file, certificate: target, theorem, statement, checks });
    if (!options.json) for (const line of inWords(results.at(-1) as Certified)) console.out(line);
  }
  if (options.json) console.out(JSON.stringify(results, null, 2));
  const statuses = results.flatMap(({ checks }) => checks.map(({ verdict }) => statusOfProofs(verdict)));
  return EXIT_OF[worst(statuses)];
}

/** The certificates by their target files. @throws InputError where two certificates have the same target. */
function targetsOf(made: readonly Prepared[], folder: string): Map<string, Prepared> {
  const targets = new Map<string, Prepared>();
  for (const prepared of made) {
    const { file, certificate } = prepared;
    const base = basename(file, '.json');
    // The counterexample of a typed conjecture is called as its claim is.
    const name = base === certificate.claim ? base : `${certificate.claim}.${base}`;
    const target = join(folder, name.replace(/\W+/g, '_').concat('.v'));
    const other = targets.get(target);
    if (other)
      throw new InputError(`${file}: its certificate ${target} would have the same name as that of ${other.file}`);
    targets.set(target, prepared);
  }
  return targets;
}

/** The saved counterexamples of all claims whose failure can be certified. */
async function certifiable({ catalogue }: Context): Promise<string[]> {
  const files = await listFiles(COUNTEREXAMPLES);
  const { claims } = await catalogueAt(catalogue);
  const ids = claims.filter(isCertifiable).map(({ id }) => id);
  return files.filter((file) => ids.includes(dirname(file))).map((file) => join(COUNTEREXAMPLES, file));
}

async function check(
  certificate: Certificate,
  checker: Checker,
  signal: AbortSignal,
): Promise<Certified['checks'][number]> {
  const version = await checker.version(signal);
  if (version === null) {
    return { checker: checker.name, verdict: signal.aborted ? 'interrupted' : 'unavailable', faults: [] };
  }
  if (checker.name === 'embedded' && !certificate.isLight) {
    return {
      checker: version,
      verdict: 'unavailable',
      faults: ['it is too large for the embedded Coq; use coqc'],
    };
  }
  const { verdict, faults, theorems } = await checkCertificate(certificate, { checker, proofs: PROOFS, signal });
  const reasons = theorems.flatMap(({ reason, ok }) => (ok || reason === null ? [] : [reason]));
  return { checker: version, verdict, faults: [...faults, ...(faults.length > 0 ? [] : reasons)] };
}

function inWords({ certificate, theorem, statement, checks }: Certified): string[] {
  const found = checks.map(({ checker, verdict }) => `${verdict} by ${checker}`).join(', ') || 'not checked';
  return [
    `${certificate}: ${found}`,
    `  ${theorem} : ${statement}`,
    ...checks.flatMap(({ faults }) => faults.map((fault) => `  ${fault}`)),
  ];
}
