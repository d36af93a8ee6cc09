export { BookFailure } from './book-failure.ts';
export type {
  AnyNewFact,
  Appended,
  BookStore,
  By,
  EntryQuery,
  Erasure,
  Fact,
  FactQuery,
  Fault,
  FaultCode,
  Head,
  HeldWork,
  HeldWriting,
  NewFact,
  OpenFact,
  ReadyFact,
  StoredContent,
  Unchanged,
  Verification,
  VerifyOptions,
} from './book-store.ts';
export { FAULT_CODES } from './book-store.ts';
export { canonicalJson } from './canonical-json.ts';
export { type Content, contentOf, packed } from './content.ts';
export { exportBook, importBook } from './export-book.ts';
export { sha256 } from './hash.ts';
export { moveBook } from './move-book.ts';
export { type AtWork, openQueue, type QueuedWork, type WorkItem, type WorkQueue, type WorkTask } from './open-queue.ts';
export { openStore, type StorePlace } from './open-store.ts';
export type { OpenOptions } from './prepare.ts';
export { packPassages } from './search/pack-passages.ts';
export type { FoundPassage, PackedPassage, Passage, PassageQuery, ReportPassages } from './search/passage.ts';
export { timesOf } from './times-of.ts';
