import { github } from '../report/findings/github.ts';
import { junit } from '../report/findings/junit.ts';
import { reported } from '../report/findings/of-report.ts';
import { sarif } from '../report/findings/sarif.ts';
import { page } from '../report/formats/html.ts';
import { json } from '../report/formats/json.ts';
import { markdown } from '../report/formats/markdown.ts';
import { summary } from '../report/formats/text.ts';
import type { Reporter } from '../report/model.ts';
import { proofsPage } from '../report/proofs.ts';
import { regionsFile } from '../report/regions.ts';

/** A format, and its file in the folder of reports; null for one that is only printed. */
export interface Format {
  readonly of: Reporter;
  readonly file: string | null;
}

/** Every format. A new one is a file with one function from the model to a text, and a line here. */
export const REPORTERS = {
  text: { of: summary, file: null },
  json: { of: json, file: 'verification.json' },
  junit: { of: reported(junit), file: null },
  sarif: { of: reported(sarif), file: null },
  github: { of: reported(github), file: null },
  html: { of: page, file: 'index.html' },
  markdown: { of: markdown, file: 'verification.md' },
  theorems: { of: proofsPage, file: 'proofs.md' },
  regions: { of: regionsFile, file: 'regions.json' },
} satisfies Record<string, Format>;
