import type { Agreement, Dossier, DossierAgreement, Reading } from '../../model/index.ts';
import { csvOf } from './csv.ts';

/** Column names of the ETH/PRIO Civil Conflict Ceasefire Dataset that a dossier can answer, then ours, marked `tb_`. */
const COLUMNS = [
  'cf_id',
  'side',
  'ceasefire_class',
  'partial',
  'written',
  'mediator_nego',
  'mediator_send',
  'implement',
  'enforcement',
  'p_humanitarian',
  'p_peaceprocess',
  'p_holiday',
  'p_election',
  'p_other',
  'p_unclear',
  'timing',
  'fixed_time',
  'cf_dec_yr',
  'cf_dec_month',
  'cf_dec_day',
  'cf_effect_yr',
  'cf_effect_month',
  'cf_effect_day',
  'end_yr',
  'end_month',
  'end_day',
  'ended',
  'link',
  'tb_kind',
  'tb_title',
  'tb_overall_state',
  'tb_start_disputed',
  'tb_duration_disputed',
] as const;

/** The dataset's code for "unclear"; an unknown part of a date is -1 as well. */
const UNCLEAR = -1;

const CEASEFIRE_KINDS: ReadonlySet<Agreement['kind']> = new Set([
  'limited_halt_of_attacks',
  'ceasefire',
  'maritime_truce',
  'humanitarian_pause',
]);

const flag = (value: boolean | 'unclear'): number => (value === 'unclear' ? UNCLEAR : Number(value));

function dateParts(date: string | null, prefix: string): Readonly<Record<string, number>> {
  const [year, month, day] = (date ?? '').slice(0, 10).split('-').map(Number);
  return { [`${prefix}_yr`]: year || UNCLEAR, [`${prefix}_month`]: month || UNCLEAR, [`${prefix}_day`]: day || UNCLEAR };
}

/** The one value on which all sides that state one agree; a disputed value is no value, and the column beside it says so. */
function undisputed(
  readings: readonly Reading[],
  pick: (reading: Reading) => string | null,
): { readonly value: string | null; readonly disputed: boolean } {
  const stated = [...new Set(readings.map(pick).filter((value) => value !== null))];
  return { value: stated.length === 1 ? (stated[0] ?? null) : null, disputed: stated.length > 1 };
}

function rowOf({ agreement, overall, cells }: DossierAgreement, byId: ReadonlyMap<string, Reading>) {
  const held = cells.flatMap((cell) => cell.readings).flatMap((id) => byId.get(id) ?? []);
  const start = undisputed(held, ({ value }) => (value.t === 'start' ? value.at : null));
  const duration = undisputed(held, ({ value }) => (value.t === 'duration' ? value.iso : null));
  const has = (purpose: string): number => Number(agreement.purposes.includes(purpose));
  return {
    cf_id: agreement.id,
    side: agreement.side === 'unclear' ? UNCLEAR : agreement.side,
    // The dataset knows the classes 1 to 3; a limited halt and a humanitarian pause are no class of it.
    ceasefire_class: typeof agreement.cfClass === 'number' ? agreement.cfClass : UNCLEAR,
    partial: flag(agreement.partial),
    written: flag(agreement.written),
    mediator_nego: agreement.brokers.length > 0 ? 1 : UNCLEAR,
    mediator_send: agreement.brokers.join('; '),
    implement: flag(agreement.mechanism),
    enforcement: UNCLEAR,
    p_humanitarian: has('humanitarian'),
    p_peaceprocess: has('peace_process'),
    p_holiday: has('holiday'),
    p_election: has('election'),
    p_other: has('other'),
    p_unclear: Number(agreement.purposes.length === 0 || agreement.purposes.includes('unclear')),
    timing: duration.value === null ? UNCLEAR : 1,
    fixed_time: duration.value,
    ...dateParts(agreement.firstKnown, 'cf_dec'),
    ...dateParts(start.value, 'cf_effect'),
    ...dateParts(null, 'end'),
    // The labels of the dataset's end codes are not public in what we could read; ours would only look like them.
    ended: UNCLEAR,
    link: agreement.related.map(({ id }) => id).join('; '),
    tb_kind: agreement.kind,
    tb_title: agreement.title.en,
    tb_overall_state: overall.state,
    tb_start_disputed: Number(start.disputed),
    tb_duration_disputed: Number(duration.disputed),
  };
}

/**
 * One row a ceasefire with the columns of the ceasefire dataset. That form has one date and one duration a ceasefire: what
 * the sides state differently is left unclear, never averaged or decided.
 */
export function ceasefireCsv(dossier: Dossier): string {
  const byId = new Map(dossier.readings.map((reading) => [reading.id, reading]));
  return csvOf(
    COLUMNS,
    dossier.agreements.filter(({ agreement }) => CEASEFIRE_KINDS.has(agreement.kind)).map((found) => rowOf(found, byId)),
  );
}
