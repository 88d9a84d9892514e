import { type Evil, HONEST_TERMS } from './evil.ts';
import { all, append, prove, replace, state } from './plant.ts';

const loaded = (name: string, text: string, broken = false): Evil => ({
  name,
  kind: 'load',
  plant: append(text),
  by: 'scan',
  why: HONEST_TERMS,
  ...(broken && { broken: true }),
});

/** What reaches out for other files, and other libraries. */
export const LOADS: readonly Evil[] = [
  loaded('a file loaded again', 'Module Again.\nLoad "Definitions".\nEnd Again.'),
  loaded('a file loaded aloud', 'Module Again.\nLoad Verbose "Definitions".\nEnd Again.'),
  loaded('a file loaded from elsewhere', 'Load "/tmp/elsewhere".', true),
  loaded('the query loaded before its time', 'Load "./Query_.v".', true),
  loaded('a plugin', 'Declare ML Module "extraction_plugin:coq-core.plugins.extraction".'),
  loaded('a plugin by its file', 'Declare ML Module "/tmp/evil".', true),
  loaded('an ML path', 'Add ML Path ".".'),
  loaded('a load path', 'Add LoadPath "." as Elsewhere.'),
  loaded('a load path, recursively', 'Add Rec LoadPath "." as Elsewhere.'),
  loaded('another library', 'Require Import Classical_Prop.'),
  loaded('another library without Import', 'Require ClassicalChoice.'),
  loaded('another library from Coq', 'From Coq Require Import ClassicalEpsilon.'),
  loaded('another library exported', 'Require Export Classical_Prop.'),
  loaded('a file of the project from another prefix', 'Require Import Tiny.Definitions.'),
  loaded('a filtered import', 'Require Import(notations) Reals.'),
  loaded('a library under a comment', 'Require (* Import *) Import (* Reals *) Classical_Prop.'),
  loaded('a redirection', 'Redirect "printed" Print Assumptions square_nonneg.'),
  loaded('a change of folder', 'Cd "..".'),
  loaded('extraction to a file', 'Require Extraction.\nExtraction "extracted" total.'),
  loaded(
    'extraction to a folder',
    'Require Extraction.\nSet Extraction Output Directory ".".\nSeparate Extraction total.',
  ),
  {
    name: 'another library that brings an axiom in',
    kind: 'load',
    plant: all(
      state('Require Import ClassicalEpsilon.'),
      prove(
        'square_nonneg',
        'intro x. destruct (excluded_middle_informative (0 <= square x)) as [H | H]; [exact H |]. exfalso. apply H. exact (Rle_0_sqr x).',
      ),
    ),
    by: 'both',
    sample: true,
  },
  {
    name: 'Require Import Reals left out, with a Reals of its own',
    kind: 'load',
    plant: replace('Definitions.v', 'Require Import Reals.', 'Require Import Reals ssreflect.'),
    by: 'scan',
    why: 'the library that was loaded changes tactics, not the terms',
  },
];
