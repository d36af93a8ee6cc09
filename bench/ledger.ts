import {
  bookOf,
  booksOf,
  buildDossier,
  clarificationValue,
  type IncidentFacts,
  makeJudge,
  shelveBooks,
  updateBooks,
} from '../src/ledger/index.ts';
import { sampleAgreement, sampleReading } from '../src/ledger/sample-reading.ts';
import { type Agreement, ELEMENTS, type Reading, type ReadingValue, type Verdict } from '../src/model/index.ts';

/** What the ledger was measured to do, in milliseconds and verdicts a second. */
export interface LedgerFigures {
  readonly readings: number;
  readonly agreements: number;
  readonly oneAgreement: number;
  readonly all: number;
  /** The whole dossier over the same readings, with relations and timeline. */
  readonly whole: number;
  readonly verdictsPerSecond: number;
  /** Ten more readings of one agreement, and of three, put into books that are there. */
  readonly update: number;
  readonly updateOfThree: number;
  /** Which question would change most verdicts on 1,000 incidents. */
  readonly clarification: number;
}

const HOLDERS = ['AA', 'BB', 'CC', 'DD'];
const OBJECTS = ['energy_infrastructure', 'power_plant', 'rail', 'port', 'hospital', 'substation', 'oil_refinery'];

/** Readings of the same shape on every machine: a counter stands in for chance. */
export function syntheticReadings(count: number, agreements: number): readonly Reading[] {
  return Array.from({ length: count }, (_, index) => {
    const agreement = index % agreements;
    const turn = Math.floor(index / agreements);
    const element = ELEMENTS[turn % ELEMENTS.length] ?? 'duration';
    const day = String(1 + (turn % 28)).padStart(2, '0');
    return sampleReading({
      id: `rd-${index}`,
      agreement: `agr-${agreement}`,
      element,
      holder: HOLDERS[(turn * 7 + agreement) % HOLDERS.length] ?? 'AA',
      value: valueFor(element, turn),
      heldFrom: `2025-03-${day}`,
      knownFrom: `2025-03-${day}`,
      act: turn % 3 === 0 ? 'agree' : 'assert',
      statements: [`st-${index}`],
    });
  });
}

function valueFor(element: Reading['element'], turn: number): ReadingValue {
  const pick = OBJECTS[turn % OBJECTS.length] ?? 'rail';
  switch (element) {
    case 'protected_objects':
      return { t: 'objects', include: [pick, 'power_grid'], exclude: [], open: turn % 5 === 0 ? 'and others' : null };
    case 'entry_into_force':
      return { t: 'start', mode: 'on_date_at_time', at: `2025-03-${String(10 + (turn % 3)).padStart(2, '0')}` };
    case 'duration':
      return { t: 'duration', iso: `P${20 + (turn % 4) * 5}D`, until: null, counting: 'unstated' };
    case 'geographic_scope':
      return { t: 'place', include: ['AA', 'BB'], exclude: [], domains: [] };
    case 'parties_and_signatories':
      return { t: 'parties', parties: ['AA', 'BB'], commitment: turn % 2 ? 'agreed' : 'ready', polarity: 'pos' };
    default:
      return { t: 'text', topics: [pick] };
  }
}

/** Measures the dossier of one agreement, of all, and the verdicts of one prepared judge. */
export function measureLedger(readingCount = 100_000, agreementCount = 200, verdicts = 2_000_000): LedgerFigures {
  const readings = syntheticReadings(readingCount, agreementCount);
  const agreements = Array.from({ length: agreementCount }, (_, index) =>
    sampleAgreement({ id: `agr-${index}`, parties: ['AA', 'BB'], brokers: ['CC'] }),
  );
  const [first] = agreements;
  const names = new Map();
  const own = readings.filter(({ agreement }) => agreement === first?.id);
  const timed = (work: () => unknown): number => {
    const before = performance.now();
    work();
    return performance.now() - before;
  };
  const oneAgreement = first ? timed(() => bookOf(first, own, names, '2025-04-30')) : Number.NaN;
  const all = timed(() => booksOf(agreements, readings, names, '2025-04-30'));
  const whole = timed(() =>
    buildDossier({ reports: [], annotations: [], actors: [], ledger: { agreements, readings }, asOf: '2025-04-30' }),
  );
  return {
    readings: readings.length,
    agreements: agreementCount,
    oneAgreement,
    all,
    whole,
    verdictsPerSecond: measureVerdicts(verdicts),
    update: measureUpdates(agreements, readings, 1),
    updateOfThree: measureUpdates(agreements, readings, 3),
    clarification: measureClarification(),
  };
}

/** The median of twenty updates, each of other agreements, so that no memory of the one before helps. */
function measureUpdates(agreements: readonly Agreement[], readings: readonly Reading[], each: number): number {
  let shelf = shelveBooks(agreements, readings, new Map(), '2025-04-30');
  const times = Array.from({ length: 20 }, (_, round) => {
    const added = syntheticReadings(10 * each, each).map((reading, index) => ({
      ...reading,
      id: `rd-added-${round}-${index}`,
      agreement: `agr-${round * each + (index % each)}`,
    }));
    const before = performance.now();
    shelf = updateBooks(shelf, { readings: added });
    return performance.now() - before;
  });
  return times.toSorted((a, b) => a - b)[10] ?? Number.NaN;
}

function measureClarification(): number {
  const agreement = sampleAgreement({ parties: ['AA', 'BB'] });
  const current = syntheticReadings(100, 1).map((reading) => ({ ...reading, agreement: agreement.id }));
  const { questions } = bookOf(agreement, current, new Map(), '2025-04-30');
  const incidents = syntheticIncidents();
  const before = performance.now();
  const found = clarificationValue(agreement, current, questions, incidents);
  const time = performance.now() - before;
  if (found.length === 0) throw new Error('the benchmark no longer has an open question');
  return time;
}

function measureVerdicts(count: number): number {
  const agreement = sampleAgreement({ parties: ['AA', 'BB'] });
  const fields = { holder: 'AA', obliged: ['mutual'] };
  const current = [
    sampleReading(fields),
    sampleReading({ ...fields, element: 'geographic_scope', value: { t: 'place', include: ['AA', 'BB'], exclude: [], domains: [] } }),
    sampleReading({ ...fields, element: 'entry_into_force', value: { t: 'start', mode: 'on_date_at_time', at: '2025-03-10' } }),
    sampleReading({ ...fields, element: 'duration', value: { t: 'duration', iso: 'P30D', until: null, counting: 'unstated' } }),
  ];
  const { verdict } = makeJudge(agreement, 'AA', current);
  const incidents = syntheticIncidents();
  const counts = new Map<Verdict, number>();
  const before = performance.now();
  for (let round = 0; round < count / incidents.length; round++) {
    for (const incident of incidents) {
      const made = verdict(incident);
      counts.set(made, (counts.get(made) ?? 0) + 1);
    }
  }
  const seconds = (performance.now() - before) / 1000;
  if (counts.size < 4) throw new Error('the incidents of the benchmark no longer exercise the verdicts');
  return Math.round(count / seconds);
}

function syntheticIncidents(): readonly IncidentFacts[] {
  return Array.from({ length: 1000 }, (_, index) => ({
    id: `i-${index}`,
    from: `2025-${index % 2 ? '03' : '04'}-${String(1 + (index % 28)).padStart(2, '0')}`,
    territory: index % 3 ? 'AA' : 'ZZ',
    objects: [OBJECTS[index % OBJECTS.length] ?? 'rail'],
  }));
}
