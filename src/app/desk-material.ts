import type { Audience } from '../model/index.ts';
import type { BookMaterial } from './book.ts';
import type { IncidentMaterial } from './incident-desk.ts';
import type { Gate } from './read-gate.ts';

/** For whom an open book is served: everybody, or those who may read it. */
export type ServedAudience = Extract<Audience, 'public' | 'internal'>;

/** What the gate goes by beside the decisions in the book. */
export type ServedGate = Omit<Gate, 'problems' | 'isWhole'>;

/** The incidents of a book with everything that the gate goes by. */
export function deskMaterial(
  { incidentReports: reports, decisions, gaps, overrides }: BookMaterial,
  gate: ServedGate | null,
): IncidentMaterial {
  // Decisions in a book and in files hold together: losing one that lengthens would let out what it was to hold back.
  return { ...gate, reports, decisions, gaps, overrides: [...overrides, ...(gate?.overrides ?? [])] };
}
