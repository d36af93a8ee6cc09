import type { Agreement, Dossier, Reading, SpeechAct } from '../../model/index.ts';

/** An event type of PLOVER and its mode; null where an act is none, as a mere assertion. */
type Coding = readonly [event: string, mode: string | null] | null;

/**
 * Acts to PLOVER, after its manual. Reservations, each kept out of the coding on purpose:
 * - declaring a ceasefire and observing one are CONCEDE and RETREAT in the manual, but its own CAMEO table gives RETREAT to
 *   both: an order or announcement is coded CONCEDE here, and nothing is ever coded as observed;
 * - CAMEO 196 makes "violate ceasefire" an ASSAULT, a judgement coded as an event: an alleged breach is only an accusation.
 */
const CODINGS: Readonly<Record<SpeechAct, Coding>> = {
  assert: null,
  agree: ['AGREE', null],
  reject: ['REJECT', 'yield'],
  demand: ['REQUEST', 'yield'],
  propose: ['REQUEST', 'yield'],
  promise: ['AGREE', null],
  order: ['CONCEDE', null],
  condition: ['REQUEST', 'change'],
  announce: ['CONCEDE', null],
  doubt: ['ACCUSE', 'disapprove'],
  threaten: ['THREATEN', null],
  request: ['REQUEST', 'assist'],
  praise: ['SUPPORT', null],
  deny: ['REJECT', null],
};

const TRUCES: ReadonlySet<Agreement['kind']> = new Set([
  'limited_halt_of_attacks',
  'ceasefire',
  'maritime_truce',
  'humanitarian_pause',
  'peace_agreement',
]);

/** What a reading is in PLOVER's terms; the call of a belligerent to end the fighting is consent, that of a third party a request. */
function codingOf(reading: Reading, agreement: Agreement): Coding {
  if (reading.value.t === 'state' && reading.value.state === 'breach_alleged') return ['ACCUSE', 'allege'];
  if (reading.act === null) return null;
  const isCall = reading.act === 'demand' || reading.act === 'propose';
  if (isCall && TRUCES.has(agreement.kind) && agreement.parties.includes(reading.holder)) return ['AGREE', null];
  return CODINGS[reading.act];
}

/** Readings as events in the manner of PLOVER, one JSON line an event; our own act and the evidence stay beside the coding. */
export function ploverLines(dossier: Dossier): string {
  const agreements = new Map(dossier.agreements.map(({ agreement }) => [agreement.id, agreement]));
  return dossier.readings
    .flatMap((reading) => {
      const agreement = agreements.get(reading.agreement);
      const coding = agreement && reading.holder !== 'narration' && reading.stance !== 'silent' ? codingOf(reading, agreement) : null;
      if (!agreement || !coding) return [];
      const [event, mode] = coding;
      const recipients = agreement.parties.filter((holder) => holder !== reading.holder);
      return {
        id: reading.id,
        date: reading.heldFrom,
        event,
        mode,
        actor: reading.holder,
        recipient: recipients,
        context: TRUCES.has(agreement.kind) ? 'military' : null,
        auxiliary: reading.modality,
        text: reading.spans.map(({ exact }) => exact).join(' … '),
        language: reading.language,
        source: reading.spans.map(({ report, start, end }) => ({ report, start, end })),
        trucebook: { act: reading.act, element: reading.element, agreement: reading.agreement, stance: reading.stance },
      };
    })
    .map((event) => `${JSON.stringify(event)}\n`)
    .join('');
}
