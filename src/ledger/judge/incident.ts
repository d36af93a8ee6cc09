/** What is known of something that happened, as far as a verdict needs it. Whether it happened at all is not its business. */
export interface IncidentFacts {
  readonly id: string;
  /** When: a date with its own precision, and the end where it is a range. */
  readonly from: string;
  readonly to?: string | null;
  /** Code of the territory as recognised by the United Nations General Assembly; null if the place is unknown. */
  readonly territory: string | null;
  /** A finer place whose territory a holder may see otherwise ("UA-43", "zaporizhzhia_npp"). */
  readonly place?: string | null;
  /** Holders that claim the place, where it is disputed. */
  readonly claimedBy?: readonly string[];
  /** `land`, `air` or `sea`, where it is known. */
  readonly domain?: string | null;
  /** Object class; several where it is not known which of them was meant; empty if none is known. */
  readonly objects: readonly string[];
  /** Kind of act; left out it is an attack, which is what incident tables report. */
  readonly act?: string;
  /** It failed or was intercepted, or may have been: whether that is an act the holder halts, only the holder can say. */
  readonly attempted?: 'yes' | 'maybe';
  /** Holder to whom it is attributed; null if to nobody or not agreed. */
  readonly by?: string | null;
}
