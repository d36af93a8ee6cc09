import { BookFailure } from '../store/index.ts';

/** What was asked cannot be done, and its code says why; nothing is wrong with the book. */
export class Refusal extends BookFailure {}
