/** Pages of the navigation. */
export const SECTIONS = [
  'today',
  'tracks',
  'incidents',
  'compliance',
  'report',
  'replay',
  'sources',
  'search',
  'review',
  'method',
] as const;
export type Section = (typeof SECTIONS)[number];

/** Words round every page: head, foot, state, and what a page says where something is missing. */
export interface ShellMessages {
  readonly name: string;
  readonly claim: string;
  readonly skip: string;
  readonly navigation: string;
  readonly section: Readonly<Record<Section, string>>;
  readonly language: string;
  readonly languageName: Readonly<Record<'de' | 'en', string>>;
  readonly theme: string;
  readonly themeName: Readonly<Record<'light' | 'dark' | 'system', string>>;
  readonly asOf: {
    readonly label: string;
    readonly all: string;
    readonly day: string;
    readonly show: string;
    readonly earlier: string;
    readonly later: string;
    readonly known: string;
    readonly heldAt: string;
    readonly slider: string;
  };
  readonly foot: {
    readonly permalink: string;
    readonly cite: string;
    readonly download: string;
    readonly asText: string;
    readonly accessed: (date: string) => string;
    readonly note: string;
    readonly generated: (reports: number) => string;
    readonly profile: (name: string) => string;
    readonly profileName: Readonly<Record<'internal' | 'partners' | 'parties' | 'public', string>>;
  };
  /** What `trucebook serve` prints when it listens. */
  readonly serving: (url: string, reports: number) => string;
  readonly missing: { readonly title: string; readonly text: string; readonly home: string };
  readonly wrong: { readonly title: string; readonly text: (name: string, value: string) => string };
  readonly failed: { readonly title: string; readonly text: string };
  /** A character that cannot be seen or turns the direction of the text, shown by its number. */
  readonly oddCharacter: {
    readonly invisible: (code: string) => string;
    readonly direction: (code: string) => string;
    readonly control: (code: string) => string;
    readonly lookalike: (code: string, script: string) => string;
  };
}
