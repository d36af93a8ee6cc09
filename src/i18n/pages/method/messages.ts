/** A part of the page on method: paragraphs, then points. */
export interface MethodPart {
  readonly id: string;
  readonly title: string;
  readonly text: readonly string[];
  readonly points?: readonly string[];
}

/** Words of the page on method. */
export interface MethodMessages {
  readonly title: string;
  readonly lead: string;
  readonly parts: readonly MethodPart[];
  readonly contents: string;
  readonly figures: {
    readonly title: string;
    readonly lead: string;
    readonly what: string;
    readonly measured: string;
    readonly on: string;
    readonly name: Readonly<Record<string, string>>;
    readonly set: Readonly<Record<string, string>>;
    readonly reliability: string;
    readonly stated: string;
    readonly found: string;
    readonly statements: string;
  };
  readonly contested: {
    readonly title: string;
    readonly lead: string;
    readonly words: string;
    readonly usage: string;
    readonly ours: string;
    readonly why: string;
  };
}
