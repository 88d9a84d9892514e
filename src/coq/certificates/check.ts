import { join } from 'node:path';
import { examine, unlessAborted } from '../gate/check-proofs.ts';
import type { Checker } from '../gate/checker.ts';
import { unfold } from '../gate/judge.ts';
import { type Manifest, readManifest } from '../gate/manifest.ts';
import { type Project, readProject, source } from '../gate/project.ts';
import type { ProofReport } from '../gate/report.ts';
import { scan } from '../gate/scan.ts';
import { type Certificate, MODULE, REQUIRED } from './certificate.ts';

/** The names from the library that certificates mention and the manifest does not. */
const LIBRARY = { nth: 'Constant Coq.Lists.List.nth' };

type Checked = Pick<ProofReport, 'verdict' | 'theorems' | 'axioms' | 'faults'>;

/**
 * Lets Coq check a certificate by the gate of the proofs. The kernel types the theorem with the intended statement, under definitions
 * equal to those that the manifest records. The theorem may rest only on allowed axioms.
 */
export async function checkCertificate(
  certificate: Certificate,
  { checker, proofs, signal }: { checker: Checker; proofs: string; signal: AbortSignal },
): Promise<Checked> {
  const whole = await readProject(proofs);
  const project = {
    name: whole.name,
    sources: [...needed(whole), source(whole.name, `${MODULE}.v`, certificate.text)],
  };
  const manifest = manifestFor(certificate, await readManifest(join(proofs, 'manifest.json')));
  const faults = scan(project, manifest.libraries);
  if (faults.length > 0) return { verdict: 'rejected', theorems: [], axioms: [], faults };
  const checked = await unlessAborted(signal, examine(project, manifest, { checker, signal }));
  return checked ?? { verdict: 'interrupted', theorems: [], axioms: [], faults: [] };
}

/** The sources that a certificate requires, directly or indirectly. */
function needed({ sources }: Project): Project['sources'] {
  const wanted = new Set(REQUIRED);
  for (const { module, requires } of sources.toReversed()) {
    if (wanted.has(module)) for (const name of requires) wanted.add(name);
  }
  return sources.filter(({ module }) => wanted.has(module));
}

/** The manifest for the certificate: its own theorem, and the definitions to which that unfolds. */
function manifestFor({ theorem, statement, definitions, claim }: Certificate, manifest: Manifest): Manifest {
  const file = `${MODULE}.v`;
  const all = {
    ...manifest,
    library: { ...manifest.library, ...LIBRARY },
    definitions: [...manifest.definitions, ...definitions.map((definition) => ({ ...definition, file }))],
    theorems: [{ name: theorem, file, statement, words: `the claim ${claim} fails` }],
  };
  const used = unfold(statement, all);
  return { ...all, definitions: all.definitions.filter(({ name }) => used.includes(name)) };
}
