export { coreference } from './coreference.ts';
export { findActors } from './find-actors.ts';
export { holderOf } from './holder-of.ts';
export type { Referent } from './referent.ts';
export { defaultRegistry, makeRegistry, registryData } from './registry.ts';
export type { Resolution } from './resolve-speaker.ts';
export { resolveSpeaker } from './resolve-speaker.ts';
