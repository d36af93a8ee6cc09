/** What an actor is; a person acts for an office, an office for a state or organisation. */
export type ActorKind =
  | 'person'
  | 'office'
  | 'government'
  | 'ministry'
  | 'state'
  | 'armed_force'
  | 'armed_group'
  | 'agency'
  | 'outlet'
  | 'organisation'
  | 'monitor'
  | 'company'
  | 'place';

/** An office a person held, with the dates it was held; open ends are left out. */
export interface Role {
  /** Id of the office, government or organisation spoken for. */
  readonly of: string;
  /** What the person is called in it, in German and English, in every gender form in use. */
  readonly titles?: readonly string[];
  /** Code of the post in the lexicon of roles ("foreign_minister"), by which a role word finds its holder on a date. */
  readonly post?: string;
  /** How far the person speaks for it: a principal and a spokesperson fill the party's column, an adviser does not. */
  readonly authority: 'principal' | 'spokesperson' | 'official' | 'adviser';
  readonly from?: string;
  readonly to?: string;
}

/** One entry of the registry of actors. */
export interface Actor {
  readonly id: string;
  readonly kind: ActorKind;
  /** The usual German name; what a resolved speaker is called. */
  readonly name: string;
  /** Spellings by language; every one is recognised in a text of any language. */
  readonly names: Readonly<Record<string, readonly string[]>>;
  /** Epithets and metonyms that mean this actor in news language, never printed as ours ("Kremlchef", "Kiew"). */
  readonly epithets?: readonly string[];
  /** Words that mean this actor only in a text that has named it ("der Republikaner", "der Süden"). */
  readonly contextual?: readonly string[];
  /** The names are ordinary words ("Bild", "Die Zeit"): only in quotation marks or after a word for a medium. */
  readonly guarded?: boolean;
  readonly gender?: 'f' | 'm' | 'n' | 'pl';
  /** ISO 3166-1 alpha-2 of the state, or the id of the organisation, whose column the actor fills; absent for outlets and agencies. */
  readonly holder?: string;
  readonly roles?: readonly Role[];
  readonly wikidata?: string;
  /** Where the entry can be checked: a public address or the name of a public register. */
  readonly source: string;
}
