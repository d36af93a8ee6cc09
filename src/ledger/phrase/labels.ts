import type { Element, PartyState } from '../../model/index.ts';

/** One text in the two languages of the interface. */
export interface Both {
  readonly de: string;
  readonly en: string;
}

/** The words that the sentences of the ledger are made of. */
export interface Labels {
  readonly elements: Readonly<Record<Element, { readonly de: readonly string[]; readonly en: readonly string[] }>>;
  readonly questions: Readonly<Partial<Record<Element, Both>>>;
  readonly states: Readonly<Record<string, { readonly de: string; readonly en: string; readonly plural?: boolean }>>;
  readonly topics: Readonly<Record<string, Both>>;
  readonly commitments: Readonly<Record<string, Both>>;
  readonly modes: Readonly<Record<string, Both>>;
  readonly states_claimed: Readonly<Record<string, Both>>;
  readonly party_states: Readonly<Record<PartyState, Both>>;
}
