import type { Resolver } from './context.ts';
import { dayResolvers } from './day-resolvers.ts';
import { durationResolvers } from './durations.ts';
import { periodResolvers } from './period-resolvers.ts';
import { referenceResolvers } from './reference-resolvers.ts';

/** All functions that rules may name; a test checks that every rule names one. */
export const resolvers: Readonly<Record<string, Resolver>> = {
  ...dayResolvers,
  ...periodResolvers,
  ...referenceResolvers,
  ...durationResolvers,
};
