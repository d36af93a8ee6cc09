import type { ActorKind, Role } from '../../model/index.ts';

/** One state, from which its government, ministries and forces are named and recognised. */
export interface StateEntry {
  /** ISO 3166-1 alpha-2. */
  readonly iso: string;
  readonly name: string;
  /** Left out where the name stands without one ("Israel"). */
  readonly article?: string;
  /** Left out where it is the name and -s ("Israels"). */
  readonly genitive?: string;
  /** Without ending ("ukrainisch"); the first one is used in names. */
  readonly adjectives: readonly string[];
  /** Masculine singular, plural. */
  readonly demonym: readonly string[];
  /** Capitals that stand for the government in the news. */
  readonly capitals: readonly string[];
  /** English name, adjective, and capital where it is spelt differently. */
  readonly en: readonly string[];
  readonly aliases?: readonly string[];
  /** Words that mean this state only in a text that names it ("der Süden"). */
  readonly contextual?: readonly string[];
  /** Put before the noun instead of the adjective ("US-Armee"). */
  readonly prefix?: string;
}

/** A role and the nouns for its holders, so that "der ukrainische Außenminister" finds a person by post and date. */
export interface RoleEntry {
  readonly post: string;
  readonly authority: Role['authority'] | 'anonymous';
  /** Institution (`code` in `institutions.yaml`) of which it is a post, for spokespeople of the holder. */
  readonly office?: string;
  /** Posts that the word can mean, in order of preference, if not just its own. */
  readonly any?: readonly string[];
  /** What an unnamed holder is: an office that only one person holds, or one of many. */
  readonly unnamed: 'office' | 'anonymous';
  /** False for those whose words are their own ("Abgeordneter", "General"). */
  readonly speaksFor?: boolean;
  readonly m?: readonly string[];
  readonly f?: readonly string[];
  readonly n?: readonly string[];
  /** Plural forms that no ending makes ("Leute"). */
  readonly pl?: readonly string[];
  readonly en?: readonly string[];
}

/** An institution every state has; `xx.code` is its id in the registry. */
export interface InstitutionEntry {
  readonly code: string;
  readonly kind: ActorKind;
  readonly gender: 'f' | 'm' | 'n' | 'pl';
  /** The noun of the canonical name, then the other nouns that mean it. */
  readonly nouns: readonly string[];
  /** First parts of compounds ("Außenamts" in "Außenamtssprecherin"). */
  readonly compounds?: readonly string[];
  /** Post of whom "der Chef des …" is. */
  readonly head?: string;
  readonly en?: readonly string[];
}

/** Words that only build the phrase. */
export type FunctionWord =
  | 'definite'
  | 'indefinite'
  | 'both'
  | 'preposition'
  | 'pronoun'
  | 'impersonal'
  | 'possessive'
  | 'source'
  | 'particle'
  | 'adjective';

/** Other nouns that head the noun phrase of a speaker, by what is to be done with them. */
export interface NounEntry {
  /**
   * `anonymous`: unnamed people · `medium`: outlets and agencies · `group`: takes up an armed group · `body`: takes up an
   * organisation · `country`: takes up a state · `sides`: takes up two parties · `principals`: takes up two persons ·
   * `utterance`: names what was said, the speaker stands in the genitive · `title`: cut before a name · the rest are function
   * words: `definite` and `indefinite` determiners, `preposition`, `pronoun`, `source` ("demnach": whoever spoke last),
   * `particle`: part of a name though not capitalised ·
   * `adjective`: no name, even with a capital at the head of a sentence.
   */
  readonly class: 'anonymous' | 'medium' | 'group' | 'body' | 'country' | 'sides' | 'principals' | 'utterance' | 'title' | FunctionWord;
  readonly gender?: 'f' | 'm' | 'n' | 'pl';
  /** How a state's own outlet is called ("sudanesisches Staatsfernsehen"). */
  readonly official?: string;
  /** The noun always takes up something said before ("der Bericht", "das Blatt"). */
  readonly anaphoric?: boolean;
  readonly nouns: readonly string[];
}
