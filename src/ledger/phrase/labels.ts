import type { Both, Element } from '../../model/index.ts';

/** How an element stands in a sentence of one language. */
export interface ElementWords {
  /** As an object, with its article. */
  readonly the: string;
  /** As an object that has not been named yet. */
  readonly a: string;
  /** What leads a comparison in ("Als Dauer"). */
  readonly as: string;
}

/** The words that the sentences of the ledger are made of, beside the names of the model. */
export interface Labels {
  readonly elements: Readonly<Record<Element, { readonly de: ElementWords; readonly en: ElementWords }>>;
  readonly questions: Readonly<Partial<Record<Element, Both>>>;
  readonly commitments: Readonly<Record<string, { readonly own: Both; readonly of: Both }>>;
  readonly modes: Readonly<Record<string, Both>>;
  readonly states_claimed: Readonly<Record<string, Both>>;
}
