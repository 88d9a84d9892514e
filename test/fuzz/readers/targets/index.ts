import type { Target } from '../target.ts';
import { fuzz as address } from './address.ts';
import { fuzz as claimsFile } from './claims-file.ts';
import { fuzz as coqAnswer } from './coq-answer.ts';
import { fuzz as coqSource } from './coq-source.ts';
import { fuzz as counterexample } from './counterexample.ts';
import { fuzz as derivation } from './derivation.ts';
import { fuzz as foreignText } from './foreign-text.ts';
import { fuzz as formula } from './formula.ts';
import { fuzz as json } from './json.ts';
import { fuzz as jsonLists } from './json-lists.ts';
import { fuzz as log } from './log.ts';
import { fuzz as map } from './map.ts';
import { fuzz as numbers } from './numbers.ts';
import { fuzz as policy } from './policy.ts';
import { fuzz as protocol } from './protocol.ts';
import { fuzz as separatedValues } from './separated-values.ts';

/** The readers that are fuzzed, by the name of their file here. */
export const TARGETS: Readonly<Record<string, Target>> = {
  address,
  'claims-file': claimsFile,
  'coq-answer': coqAnswer,
  'coq-source': coqSource,
  counterexample,
  derivation,
  'foreign-text': foreignText,
  formula,
  'json-lists': jsonLists,
  json,
  log,
  map,
  numbers,
  policy,
  protocol,
  'separated-values': separatedValues,
};
