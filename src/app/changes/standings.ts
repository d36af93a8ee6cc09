import { messagesFor, topicsFor } from '../../i18n/index.ts';
import { changesBetween, momentOf } from '../../ledger/index.ts';
import { unitName } from '../../model/administrative-units.ts';
import { type Dossier, type Incident, isSetAside, type Reading, type ReleasedBook } from '../../model/index.ts';
import { coarsenTime, profileOf } from '../../release/index.ts';
import { entryMaker } from '../../report/index.ts';
import type { ServedAudience } from '../book-desk.ts';
import type { Desk } from '../desk.ts';
import type { KeptRelease } from '../released-from-book.ts';
import { hashOf, type Standing } from './change.ts';

type Both = Standing['title'];
type Language = keyof Both;
/** What comes from the dossier and is not yet hashed. */
type Told = Omit<Standing, 'slot' | 'value' | 'partOf' | 'title'> & { readonly slot: string; readonly value?: string };

const both = (make: (language: Language) => string): Both => ({ de: make('de'), en: make('en') });
const joined = (...parts: readonly (string | null)[]): string => parts.filter((part) => part !== null && part !== '').join(' · ');

/** The later of two dates; what is unknown counts for nothing. */
const later = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? (a ?? b) : (momentOf(a) ?? 0) < (momentOf(b) ?? 0) ? b : a;

/** What stands in a dossier: first words of each side, what replaced them, differences, answers, states, decisions of people. */
function inDossier(dossier: Dossier): readonly Told[] {
  const readings = new Map([...dossier.readings, ...(dossier.setAside ?? [])].map((reading) => [reading.id, reading]));
  const known = (id: string | undefined): string | null => readings.get(id ?? '')?.knownFrom ?? null;
  const elementOf = (id: string | undefined): Reading['element'] | null => readings.get(id ?? '')?.element ?? null;
  const told: Told[] = [];
  for (const { kind, at, agreement, holder, text, refs } of dossier.timeline) {
    const [id = '', next] = refs;
    if (kind === 'reading_new' && readings.has(id))
      told.push({
        kind,
        slot: `new|${id}`,
        at: known(id),
        agreement,
        element: elementOf(id),
        holder,
        text,
        about: { kind: 'reading', id },
      });
    else if (kind === 'reading_superseded' && next !== undefined)
      told.push({
        kind,
        slot: `superseded|${id}`,
        value: next,
        at: known(next),
        agreement,
        element: elementOf(id),
        holder,
        text,
        about: { kind: 'reading', id: next },
      });
    else if (kind === 'status' && agreement !== null)
      // Each state is told once, with the time since when it holds: a side may come back to one.
      told.push({
        kind,
        slot: `state|${agreement}|${holder}|${at}|${text.en}`,
        at,
        agreement,
        element: null,
        holder,
        text,
        about: { kind: 'agreement', id: agreement },
      });
  }
  const without = { ...dossier, agreements: [], divergences: [], openQuestions: dossier.openQuestions.map(asOpen) };
  for (const { kind, agreement, text, refs } of changesBetween(without, dossier)) {
    const [id = '', ...rest] = refs;
    if (agreement === null) continue;
    if (kind === 'contradiction') {
      const at = rest.map(known).reduce(later, null);
      const element = elementOf(rest[0]);
      // The same sentence comes out of every pair of readings that say the same.
      const slot = `divergence|${agreement}|${element}|${text.en}`;
      told.push({ kind: 'divergence', slot, at, agreement, element, holder: null, text, about: { kind: 'divergence', id } });
    } else if (kind === 'question_answered') {
      const at = rest.map(known).reduce(later, null);
      const question = dossier.openQuestions.find((one) => one.id === id);
      const about = { kind: 'question', id } as const;
      // Told again where answers begin to differ, not with every further answer.
      const value = question?.state ?? '';
      told.push({ kind, slot: `question|${id}`, value, at, agreement, element: question?.element ?? null, holder: null, text, about });
    } else if (kind === 'status') {
      const own = dossier.agreements.find((book) => book.agreement.id === agreement);
      const at = (own?.parties ?? []).map(({ since }) => since).reduce(later, null);
      const about = { kind: 'agreement', id: agreement } as const;
      const value = own?.overall.state ?? '';
      told.push({ kind, slot: `overall|${agreement}`, value, at, agreement, element: null, holder: null, text, about });
    }
  }
  return [...told, ...decided(dossier)];
}

const asOpen = (question: Dossier['openQuestions'][number]): Dossier['openQuestions'][number] => ({ ...question, state: 'open' });

/** What people have decided about readings; who did is told to nobody. */
function decided(dossier: Dossier): readonly Told[] {
  const all = [...dossier.readings, ...(dossier.setAside ?? [])].filter(({ review }) => review !== undefined);
  if (all.length === 0) return [];
  const blank = { ...dossier, readings: [], divergences: [], agreements: [], openQuestions: [] };
  const clauses = new Map(changesBetween(blank, { ...blank, readings: all }).map(({ refs, text }) => [refs[0], text]));
  return all.flatMap((reading): readonly Told[] => {
    const { id, review, agreement, element, holder } = reading;
    const clause = clauses.get(id);
    if (review === undefined || review.state === 'replaced' || clause === undefined) return [];
    const { state, entry, at } = review;
    const text = both((language) => `${topicsFor(language).changes.decided[state]}: ${clause[language]}`);
    // The value a person corrected counts no more; it is told apart from what was entered in its place.
    const slot = `correction|${entry}|${isSetAside(reading) ? 'aside' : state}`;
    return [{ kind: 'correction', slot, at, agreement, element, holder, text, about: { kind: 'reading', id } }];
  });
}

/** What stands in a released book: incidents, and what each reading makes of them. */
function inIncidents(book: ReleasedBook, dossier: Dossier): readonly Standing[] {
  const names = { de: entryMaker(dossier, messagesFor('de'), null).nameOf, en: entryMaker(dossier, messagesFor('en'), null).nameOf };
  const titles = new Map(book.agreements.map(({ id, title }) => [id, title]));
  const inWords = ({ from, to, place, objects, act }: Incident, language: Language): string => {
    const messages = messagesFor(language);
    const nameOf = names[language];
    const { unknownTime } = topicsFor(language).monitor.incidents;
    const when = from === null ? unknownTime : to === null ? messages.date(from) : `${messages.date(from)} – ${messages.date(to)}`;
    const state = place.territory === null ? messages.judge.unknownPlace : nameOf(place.territory);
    const where = place.admin1 === null ? state : `${unitName(place.admin1, language)} (${state})`;
    const what = objects.length > 0 ? objects.map(nameOf).join(' / ') : messages.judge.unknownObject;
    return joined(when, where, what, nameOf(act));
  };
  const byId = new Map(
    book.incidents.map((incident) => [incident.id, { incident, words: both((language) => inWords(incident, language)) }]),
  );
  const slotOf = (id: string): string => hashOf('incident', id);
  const incidents = [...byId.values()].map(({ incident: { id, knownFrom }, words }): Standing => {
    const title = both((language) => joined(topicsFor(language).changes.kind.incident, words[language]));
    const at = knownFrom;
    return {
      kind: 'incident',
      slot: slotOf(id),
      value: '',
      partOf: null,
      at,
      agreement: null,
      element: null,
      holder: null,
      title,
      text: words,
      about: { kind: 'incident', id },
    };
  });
  const verdicts = book.assessments.flatMap(({ incident: id, agreement, holder, verdict }): readonly Standing[] => {
    const found = byId.get(id);
    if (!found) return [];
    const says = both((language) => messagesFor(language).judge.verdict[verdict](names[language](holder)));
    return [
      {
        kind: 'verdict',
        slot: hashOf('verdict', id, agreement, holder),
        value: hashOf(verdict),
        partOf: slotOf(id),
        // When the words became known that changed it stands with the readings.
        at: null,
        agreement,
        element: null,
        holder,
        title: both((language) => joined(topicsFor(language).changes.kind.verdict, says[language])),
        text: both((language) => joined(found.words[language], titles.get(agreement)?.[language] ?? null, says[language])),
        about: { kind: 'incident', id },
      },
    ];
  });
  return [...incidents, ...verdicts];
}

function inReleases(releases: readonly KeptRelease[]): readonly Standing[] {
  return releases.map(({ id, card }): Standing => {
    const text = both((language) => {
      const { release, asOf, corrects } = topicsFor(language).changes;
      return joined(
        release[card.kind],
        asOf(messagesFor(language).date(card.asOf)),
        card.corrects === null ? null : corrects(card.corrects),
      );
    });
    return {
      kind: 'release',
      slot: hashOf('release', id),
      value: '',
      partOf: null,
      at: card.createdAt,
      agreement: null,
      element: null,
      holder: null,
      title: both((language) => joined(topicsFor(language).changes.kind.release, text[language])),
      text,
      about: { kind: 'release', id },
    };
  });
}

/**
 * Everything that an audience may know and that may stand otherwise another day. It is made from what its desk gives alone, so that
 * nobody can be told more than the pages show.
 */
export function standingsOf(desk: Desk, audience: ServedAudience, now: string, releases: readonly KeptRelease[]): readonly Standing[] {
  if (desk.audience !== audience) throw new Error(`The desk is for ${desk.audience}, the changes are for ${audience}.`);
  const dossier = desk.dossier();
  const titles = new Map(dossier.agreements.map(({ agreement }) => [agreement.id, agreement.title]));
  const elements = { de: messagesFor('de').element, en: messagesFor('en').element };
  const told = inDossier(dossier).map(({ slot, value = '', ...rest }): Standing => {
    const title = both((language) =>
      joined(
        topicsFor(language).changes.kind[rest.kind],
        rest.element === null ? null : elements[language][rest.element],
        rest.agreement === null ? null : (titles.get(rest.agreement)?.[language] ?? null),
      ),
    );
    return { ...rest, slot: hashOf(slot), value: value === '' ? '' : hashOf(value), partOf: null, title };
  });
  const incidents = desk.incidents.hasIncidents ? inIncidents(desk.incidents.released(null, audience, now), dossier) : [];
  const { time } = profileOf(audience);
  const all = [...told, ...incidents, ...inReleases(releases)].map((each) => ({ ...each, at: coarsenTime(each.at, time) }));
  return [...new Map(all.map((each) => [each.slot, each])).values()];
}
