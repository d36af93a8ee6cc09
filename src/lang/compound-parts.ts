/** What is known of the compounds of a language, see `de/compound-parts.yaml`. */
export interface CompoundParts {
  /** Words that may end a compound, with their inflected forms, blanks between them. */
  readonly heads: string;
  /** Letters that may join a first part to the next. */
  readonly joints: readonly string[];
  /** Words that end like a compound and are none. */
  readonly never: readonly string[];
  readonly yes: readonly { readonly word: string; readonly parts: readonly string[] }[];
  readonly no: readonly string[];
}
