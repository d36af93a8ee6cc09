import type { IncidentOutcome } from '../model/index.ts';

/** What a word is to the finder of events. */
export type EventWordKind =
  /** A verb that tells an attack. */
  | 'verb'
  /** A noun that names one. */
  | 'noun'
  | 'weapon'
  /** A verb by which somebody alleges, denies, admits or confirms, or a way of keeping silent. */
  | 'claim'
  /** A verb whose object, told as a noun, has happened ("meldete einen Angriff"). */
  | 'tells'
  /** A noun by which a text points back to what was alleged. */
  | 'reference'
  /** Makes what stands near it a habit, a plan, a condition or nothing. */
  | 'general'
  | 'unreal'
  | 'negation';

/** Words of one language for attacks that are told, alleged or denied; see the head of `de/events.yaml`. */
export interface EventEntry {
  readonly code: string;
  readonly kind: EventWordKind;
  /** Kind of act of the ontology that the word tells. */
  readonly act?: string;
  readonly outcome?: IncidentOutcome;
  /** A fire or an explosion, which may be an attack. */
  readonly scene?: boolean;
  /** What must stand with it, since the word has other senses; `struck` is a weapon, or an object as the subject of a passive. */
  readonly needs?: 'weapon' | 'object' | 'either' | 'struck';
  /** Weapons of which the word has this sense; with others it has another ("shoots missiles off"). */
  readonly weapons?: readonly string[];
  /** For claims: what is done with the allegation. */
  readonly claim?: 'accuses' | 'denies' | 'admits' | 'confirms' | 'silent';
  /** For references: what is pointed back to. */
  readonly about?: 'allegation' | 'responsibility';
  readonly meaning: string;
  /** Infinitives, in languages whose clauses are parsed. */
  readonly lemmas?: readonly string[];
  /** One of these words must stand in the clause with a lemma. */
  readonly with?: readonly string[];
  /** None of these may. */
  readonly without?: readonly string[];
  /** Patterns as in the concept lists (`src/lang/concepts.ts`). */
  readonly match: readonly string[];
  readonly not?: readonly string[];
  /** Sentences that must and must not give this code; tests run them. */
  readonly yes: readonly string[];
  readonly no: readonly string[];
}

/** Names by which a language calls a region and the towns in it. */
export interface RegionWords {
  /** ISO 3166-2. */
  readonly code: string;
  /** Patterns as in the concept lists; names of towns stand for their region. */
  readonly match: readonly string[];
}
