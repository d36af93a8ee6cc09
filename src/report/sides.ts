import type { Incident, IncidentReport } from '../model/index.ts';

/** A party as charts show it: shape and hue go by its place among the columns of the book, so that it looks the same on every page. */
export interface Side {
  readonly code: string;
  readonly name: string;
  /** Place among the columns; shapes and hues repeat after six. */
  readonly slot: number;
}

/** Whose word an incident rests on: a side's, or that of others, who are no side. */
export const OTHERS = 'others';

/** Tells on whose word an incident rests. */
export type VoicesOf = (incident: Incident) => readonly string[];

/**
 * Tells for each incident of a book which sides claim it, in the order of the sides. Where none does, it is the sides that deny it:
 * a denial of what nobody on record has claimed is known from the denial alone. Else it is others. An incident that the sides
 * charge each other with belongs to both.
 */
export function voicesIn(reports: readonly IncidentReport[], sides: readonly Side[]): VoicesOf {
  const byId = new Map(reports.map((report) => [report.id, report]));
  const known = new Map<Incident, readonly string[]>();
  const voicesOf: VoicesOf = ({ reports: own, attribution }) => {
    const found = own.flatMap((id) => byId.get(id) ?? []);
    const claiming = found.filter(({ stance }) => stance !== 'denies' && stance !== 'no_comment').map(({ speaker }) => speaker);
    const among = (codes: readonly (string | null)[]): readonly string[] =>
      sides.filter(({ code }) => codes.includes(code)).map(({ code }) => code);
    const claims = among([...claiming, ...attribution.by]);
    if (claims.length > 0) return claims;
    const denials = claiming.length > 0 || attribution.by.length > 0 ? [] : among(attribution.deniedBy);
    return denials.length > 0 ? denials : [OTHERS];
  };
  // A chart asks once for each side.
  return (incident) => {
    const voices = known.get(incident) ?? voicesOf(incident);
    known.set(incident, voices);
    return voices;
  };
}

/** The sides of a book of incidents out of all holders: who accuses or is accused. Every other holder is a third party. */
export function sidesAmong(incidents: readonly Incident[], holders: readonly Side[]): readonly Side[] {
  const seen = new Set(incidents.flatMap(({ attribution }) => [...attribution.to, ...attribution.deniedBy]));
  return holders.filter(({ code }) => seen.has(code));
}

/** Slot of a side by its code; null for those who are no side. */
export function slotOf(sides: readonly Side[], code: string): number | null {
  return sides.find((side) => side.code === code)?.slot ?? null;
}
