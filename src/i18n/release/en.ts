import type { ReleaseMessages } from './messages.ts';

/** English. */
export const releaseEn: ReleaseMessages = {
  title: 'Release',
  whyCoarse: 'Why is this so coarse?',
  profiles: {
    internal: { name: 'internal', for: 'for the desk itself; not to be passed on' },
    partners: { name: 'partners', for: 'for monitors who have agreed to keep it to themselves' },
    parties: { name: 'parties', for: 'for the parties to the conflict' },
    public: { name: 'public', for: 'for everybody' },
  },
  transforms: {
    embargo: {
      what: 'What is still under embargo is missing.',
      why: 'Fresh facts about one attack can serve the next. The embargo counts from the event; how much is embargoed just now is not told.',
    },
    military: {
      what: 'Military and unidentified objects are given without a place, by state alone.',
      why: 'Places of military objects are never published. Where the kind of object is unknown, the strictest rule holds.',
    },
    batch: {
      what: 'News and corrections appear together at fixed times.',
      why: 'Otherwise the moment at which an entry appears or changes would tell more than the entry.',
    },
    place: {
      what: 'The place is coarsened to a region or a cell.',
      why: 'No place is finer than a region or a cell of at least 25 kilometres, so that no single facility can be made out. Misses are treated like hits.',
    },
    time: { what: 'The time is coarsened to the day.', why: 'Hours tell patterns and, together with other things, the place.' },
    class: {
      what: 'The group of the object stands in place of its class.',
      why: 'As long as few incidents of a week concern a class, the class would point at single facilities.',
    },
    outcome: {
      what: 'Whether anything was hit is not told.',
      why: 'Whoever fired must not learn here what came of it. What was intercepted or missed is given like a hit.',
    },
    verdict: {
      what: 'A verdict follows from the group instead of the class of the object.',
      why: 'The exact verdict would have told the class that is withheld.',
    },
    name: {
      what: 'Names of facilities, operators, settlements and private persons are left out, also in quotations.',
      why: 'A name points at a single facility. It is given only if the operator, or the party on whose territory it stands, has itself named it.',
    },
    position: { what: 'Coordinates in texts are left out.', why: 'They would be finer than any place that may stand here.' },
    address: { what: 'Addresses that tell a name are cut to their website.', why: 'Addresses often hold headlines, and with them names.' },
    text: {
      what: 'Texts are given in quotations only.',
      why: 'The full text belongs to its publisher and holds more than may stand here.',
    },
    provenance: {
      what: 'Rows of tables, matches and the reasons for taking reports together are left out.',
      why: 'They lead to details that stand elsewhere in finer form.',
    },
    count: { what: 'Small counts are given as ranges.', why: 'From small counts a single incident can be found by subtraction.' },
    id: { what: 'Entries have ids of their own.', why: 'The ids in the book could be tried against supposed places and times.' },
  },
  transformsTitle: 'What was done before release',
  times: (count) => (count === null ? 'number not told' : count.min === count.max ? `${count.min}×` : `${count.min} to ${count.max}×`),
  balance: {
    title: 'What it rests on',
    sourcesBySide: 'sources by side',
    noSide: 'no side',
    gaps: 'gaps in coverage',
    noGaps: 'none known',
    curated: (share) => (share === null ? 'readings: none' : `readings entered by people: ${Math.round(share * 100)}%`),
  },
  integrity: 'The hash shows that the file is unchanged. It does not show that what it says is true.',
  hash: 'hash (SHA-256)',
  lag: (hours, completeBefore) =>
    hours === 0
      ? `As of ${completeBefore}.`
      : `Complete only for what happened before ${completeBefore}; what is later may be embargoed for up to ${hours} hours.`,
  corrects: (id, note) => `Corrects ${id}: ${note}`,
  noIncidents: 'No incidents are released. That does not mean that there were none.',
  incidents: (count) => (count === 1 ? 'one incident' : `${count} incidents`),
  shortened: 'shortened',
  verdictsAsAttack: 'Verdicts are on the incident as an attack, whatever came of it.',
  reply: (by, at) => `Reply of ${by}, ${at}`,
  refusals: {
    one_editor: 'shortening takes two different people',
    unknown_editor: 'whoever decided is no editor of the book',
    single_user: 'in a book with one user no embargo can be shortened',
    under_floor: 'it cannot go below the floor',
    never: 'places of such objects are never published',
    no_incident: 'there is no such incident',
  },
  embargoNoted: (file) => `Noted in ${file}.`,
  kept: (id, isRepeated) => (isRepeated ? `${id} is in the book already.` : `Kept in the book as ${id}.`),
};
