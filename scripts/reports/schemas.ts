/** The JSON Schemas of docs/, made from the schemas that the tests hold the output against. */
import { join } from 'node:path';
import { z } from 'zod';
import { choiceSchema } from '../../src/analysis/choice-schema.ts';
import { analysisSchema, selectedSchema } from '../../src/analysis/schema.ts';
import { campaignSchema } from '../../src/campaign/campaign.ts';
import { pieceFileSchema } from '../../src/campaign/piece-file.ts';
import { conformSchema } from '../../src/conform/schema.ts';
import { answersSchema } from '../../src/report/answer.ts';
import { constantSchema } from '../../src/report/constant.ts';
import { derivationSchema } from '../../src/report/derivation.ts';
import { explanationSchema } from '../../src/report/explanation.ts';

const SCHEMAS = {
  analysis: analysisSchema,
  campaign: campaignSchema,
  choice: choiceSchema,
  conform: conformSchema,
  derivation: derivationSchema,
  explanations: z.array(explanationSchema),
  piece: pieceFileSchema,
  selected: selectedSchema,
  sharpen: constantSchema,
  test: answersSchema,
};

/** Pairs of path in the checkout and text. */
export function jsonSchemas(): [string, string][] {
  return Object.entries(SCHEMAS).map(([name, schema]) => [
    join('docs', 'schemas', `${name}.json`),
    `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`,
  ]);
}
