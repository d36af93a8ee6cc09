import { parseOverrides } from '../../feeds/overrides.ts';
import type { EmbargoOverride, MonitorBook } from '../../model/index.ts';
import { profileOf, refusedOverrides } from '../../release/index.ts';
import type { BookStore } from '../../store/index.ts';
import { Refusal } from '../refusal.ts';

/** One editor's decision about one embargo. */
export interface EmbargoDecision {
  /** Id of the incident, or of one of its reports. */
  readonly incident: string;
  readonly hours: number;
  readonly by: string;
  readonly why: string;
}

/** What became of it: it holds, or waits until another editor has decided the same. */
export interface DecidedEmbargo {
  readonly override: EmbargoOverride;
  readonly state: 'in_force' | 'waits_for_another';
  readonly isRepeated: boolean;
}

interface Parts {
  readonly store: Pick<BookStore, 'append' | 'facts'>;
  /** The incidents as the desk itself sees them. */
  readonly incidents: MonitorBook;
  readonly editors: readonly string[];
  readonly now: string;
}

function overrideOf(decision: Omit<EmbargoDecision, 'by'> & { readonly by: readonly string[] }, at: string): EmbargoOverride {
  const { incident, hours, by, why } = decision;
  const { entries, problems } = parseOverrides(JSON.stringify({ at, incident, hours, by, why }), '');
  const [made] = entries;
  if (made === undefined) throw new Refusal('TB_OVERRIDE_SHAPE', { reason: problems[0]?.message ?? '' });
  return made;
}

/**
 * Writes a decision about an embargo by the rules of the gate. One editor lengthens. To shorten, two of them decide the same: the first
 * decision is kept and has no effect, the second names both. What the gate would refuse for another reason is not written.
 */
export async function decideEmbargo(decision: EmbargoDecision, { store, incidents, editors, now }: Parts): Promise<DecidedEmbargo> {
  const { incident, hours, by, why } = decision;
  const known = (await store.facts('embargo_override')).map(({ body }) => body);
  const profile = profileOf('public');
  const refusalOf = (override: EmbargoOverride) =>
    refusedOverrides(incidents, profile, [...known, override], editors).find((one) => one.override.id === override.id)?.why ?? null;
  const same = known.filter((one) => one.incident === incident && one.hours === hours);
  const own = same.find((one) => one.by.includes(by) && one.why === why);
  if (own) return { override: own, state: refusalOf(own) === null ? 'in_force' : 'waits_for_another', isRepeated: true };
  const alone = overrideOf({ ...decision, by: [by] }, now);
  const first = same.findLast((one) => one.by.length === 1 && !one.by.includes(by));
  const refused = refusalOf(alone);
  const override = refused === 'one_editor' && first !== undefined ? overrideOf({ ...decision, by: [...first.by, by] }, now) : alone;
  const refusal = override === alone ? refused : refusalOf(override);
  if (refusal === 'no_incident') throw new Refusal('TB_INCIDENT_UNKNOWN', { id: incident });
  if (refusal !== null && refusal !== 'one_editor')
    throw new Refusal('TB_OVERRIDE_REFUSED', { at: now, incident, hours: String(hours), reason: refusal });
  const entry = { kind: 'embargo_override', id: override.id, body: override, why } as const;
  await store.append([entry], { author: { kind: 'person', name: by } });
  return { override, state: refusal === null ? 'in_force' : 'waits_for_another', isRepeated: false };
}
