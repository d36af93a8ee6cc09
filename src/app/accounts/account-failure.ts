import { Refusal } from '../refusal.ts';

/** What was asked of an account or token cannot be done; nothing is wrong with the book. */
export class AccountFailure extends Refusal {}
