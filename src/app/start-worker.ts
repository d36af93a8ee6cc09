import { Worker, type WorkerOptions } from 'node:worker_threads';

/**
 * Starts a thread from a file of the program, named without its ending relative to `base`. The compiled program has .js beside it; the
 * one under development is TypeScript, which a thread of its own has to learn to read first.
 */
export function startWorker(name: string, base: string, workerData?: unknown, limits: Pick<WorkerOptions, 'resourceLimits'> = {}): Worker {
  if (!base.endsWith('.ts')) return new Worker(new URL(`${name}.js`, base), { ...limits, workerData });
  const file = new URL(`${name}.ts`, base).href;
  const code = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(file)}); });`;
  return new Worker(code, { ...limits, eval: true, workerData });
}
