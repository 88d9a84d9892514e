import { availableParallelism, cpus } from 'node:os';
import { compilerVersion } from './program.ts';

/** The facts on which the numbers depend, one line each. */
export async function describeMachine(libraries: readonly string[]): Promise<string[]> {
  const compiler = await compilerVersion();
  return [
    `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, ${process.platform} ${process.arch}`,
    `Node ${process.version}, V8 ${process.versions.v8}`,
    compiler ? `${compiler}, -O2 -march=native` : 'no C compiler',
    ...libraries,
  ];
}
