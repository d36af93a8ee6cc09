/** When a fact held and from when it could be known: the columns that as-of queries compare, as instants in UTC that sort as text. */
export interface FactTimes {
  readonly heldFrom: string | null;
  readonly heldTo: string | null;
  readonly knownFrom: string | null;
}

const DATED = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;

/** The first and last instant of what a date means with its own precision; null for what is no date. */
export function instantsOf(value: unknown): { readonly first: string; readonly last: string } | null {
  if (typeof value !== 'string') return null;
  const dated = DATED.exec(value);
  if (dated) {
    const [year, month, day] = [Number(dated[1]), Number(dated[2]) - 1, dated[3] === undefined ? null : Number(dated[3])];
    const first = Date.UTC(year, month, day ?? 1);
    const next = day === null ? Date.UTC(year, month + 1, 1) : Date.UTC(year, month, day + 1);
    return { first: new Date(first).toISOString(), last: new Date(next - 1).toISOString() };
  }
  const instant = Date.parse(value);
  if (Number.isNaN(instant)) return null;
  const iso = new Date(instant).toISOString();
  return { first: iso, last: iso };
}

/** The times a body states, by the names that the model uses for them. What is known to the day is known at its end. */
export function timesOf(body: unknown): FactTimes {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
  return {
    heldFrom: instantsOf(fields['heldFrom'] ?? fields['from'])?.first ?? null,
    heldTo: instantsOf(fields['heldTo'] ?? fields['to'])?.first ?? null,
    knownFrom: instantsOf(fields['knownFrom'] ?? fields['date'] ?? fields['at'])?.last ?? null,
  };
}
