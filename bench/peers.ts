import { Rational } from '../src/arithmetic/rational.ts';
import { MissingError, type Program, startC, startPython } from './program.ts';
import type { Subject } from './subject.ts';

interface PeerSubject {
  readonly id: string;
  readonly name: string;
  readonly guarantee: Subject['guarantee'];
  /** The precision passed to the program, in bits. */
  readonly precision: number;
}

/** A program in bench/peers that speaks the protocol of peer.h, and the subjects that it serves. */
interface Peer {
  readonly source: string;
  readonly start: (folder: string) => Promise<Program>;
  readonly subjects: readonly PeerSubject[];
}

function inC(source: string, libraries: readonly (readonly string[])[], ...subjects: PeerSubject[]): Peer {
  return { source, start: (folder) => startC(source, libraries, folder), subjects };
}

function inPython(source: string, modules: readonly string[], ...subjects: PeerSubject[]): Peer {
  return { source, start: () => startPython(source, modules), subjects };
}

/** The names under which distributions install Arb; FLINT contains it from version 3 on. */
const ARB = [
  ['-lflint-arb', '-lflint', '-lm'],
  ['-larb', '-lflint', '-lm'],
  ['-lflint', '-lm'],
];

/** With __float128 for constants; a fused product would make the sums of two doubles inexact. */
export const QUAD = [['-ffp-contract=off', '-lquadmath', '-lm']];

const PEERS: readonly Peer[] = [
  inC(
    'arb.c',
    ARB,
    { id: 'arb-64', name: 'Arb, 64 bits', guarantee: 'enclosure', precision: 64 },
    { id: 'arb-128', name: 'Arb, 128 bits', guarantee: 'enclosure', precision: 128 },
  ),
  inC('gap.c', QUAD, { id: 'gap-c', name: 'gap in doubles, in C', guarantee: 'enclosure', precision: 53 }),
  inPython(
    'mpmath_iv.py',
    ['mpmath'],
    { id: 'mpmath-106', name: 'mpmath iv, 106 bits', guarantee: 'enclosure', precision: 106 },
    // The precision that iv.dps = 50 sets.
    { id: 'mpmath-50', name: 'mpmath iv, 50 digits', guarantee: 'enclosure', precision: 169 },
  ),
  inC('libm.c', [['-lm']], { id: 'libm', name: 'C and libm', guarantee: 'none', precision: 53 }),
];

export interface Missing {
  readonly source: string;
  readonly reason: string;
}

export interface OpenPeers {
  readonly subjects: readonly Subject[];
  /** The libraries of the peers, with versions. */
  readonly libraries: readonly string[];
  readonly missing: readonly Missing[];
  readonly close: () => void;
}

/** Starts every peer whose tools and libraries this machine has. */
export async function openPeers(folder: string): Promise<OpenPeers> {
  const programs: Program[] = [];
  const subjects: Subject[] = [];
  const missing: Missing[] = [];
  for (const peer of PEERS) {
    const source = `bench/peers/${peer.source}`;
    try {
      const program = await peer.start(folder);
      programs.push(program);
      subjects.push(...peer.subjects.map((subject) => served(program, source, subject)));
    } catch (error) {
      if (!(error instanceof MissingError)) throw error;
      missing.push({ source, reason: error.message });
    }
  }
  const close = (): void => {
    for (const program of programs) program.stop();
  };
  return { subjects, libraries: programs.map(({ library }) => library), missing, close };
}

interface Answer {
  readonly nsPerEvaluation: number;
  readonly lo: string;
  readonly hi: string;
}

export function served(program: Program, source: string, { precision, ...about }: PeerSubject): Subject {
  return {
    ...about,
    ours: false,
    source,
    prepare:
      ({ weights, draws }) =>
      async (seconds) => {
        const request = `${weights.file} ${draws} ${precision} ${seconds}`;
        const { nsPerEvaluation, lo, hi } = await program.ask<Answer>(request);
        return { nanoseconds: nsPerEvaluation, bounds: { lo: Rational.parse(lo), hi: Rational.parse(hi) } };
      },
  };
}
