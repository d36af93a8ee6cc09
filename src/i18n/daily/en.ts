import type { CountRange } from '../../model/index.ts';
import { gradesEn } from '../monitor/grades-en.ts';
import type { DailyMessages } from './messages.ts';
import { runsIn } from './runs-in.ts';

const range = ({ min, max }: CountRange): string => (min === max ? String(min) : `${min} to ${max}`);
const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
const isOne = ({ min, max }: CountRange): boolean => min === 1 && max === 1;
const before = (count: CountRange): string => `before: ${range(count)}`;
const named = (rows: string): string => (/\D/.test(rows) ? `incidents ${rows}` : `incident ${rows}`);

/** English. */
export const dailyEn: DailyMessages = {
  title: 'Daily report',
  numbered: (number) => `Daily report ${number}`,
  audience: {
    internal: 'internal, not to be passed on',
    partners: 'partners',
    parties: 'parties to the conflict',
    public: 'the public',
  },
  range,
  rows: (numbers) => list(runsIn(numbers)),
  head: {
    period: 'Period',
    periodOf: (from, until, zone) => `${from} to ${until}; all times are in ${zone}`,
    for: 'Released for',
    lag: 'Lag',
    lagOf: ({ energy, other_civilian: other }, hoursOf) =>
      [
        energy === null
          ? 'incidents at energy facilities are not published'
          : `incidents at energy facilities appear no sooner than ${hoursOf(energy)} after the event`,
        other === null ? 'other civilian ones not at all' : `other civilian ones after ${hoursOf(other)}`,
        'places of military objects never',
      ].join(', '),
    completeBefore: (date) => `complete for events before ${date}`,
    noLag: 'none',
    hours: (hours) => `${hours} hours`,
    columns: 'Columns',
    columnsOf: (parties, brokers) => (brokers === '' ? parties : `${parties}; as broker ${brokers}`),
    release: 'Release',
    note: 'A verdict says whether an incident falls under a side’s reading. It does not say whether it happened, or who did it.',
  },
  section: {
    findings: 'Key findings',
    changes: 'What the sides say otherwise than before',
    incidents: 'Incidents',
    otherAgreements: 'Other agreements',
    exchanges: 'Allegations and answers',
    limits: 'What could not be established',
    map: 'Map',
    regions: 'By region',
    notes: 'Sources',
    card: 'About this release',
  },
  finding: {
    noIncidents: (then) => `No incident has been added since the last report (${before(then)}).`,
    incidents: (now, then) =>
      `${range(now)} ${isOne(now) ? 'incident has' : 'incidents have'} been added since the last report (${before(then)})`,
    chargedSide: ({ object }, now, then) => `charges against ${object}: ${range(now)} (${before(then)})`,
    chargedSeveral: (now, then) => `against several sides: ${range(now)} (${before(then)})`,
    chargedNobody: (now, then) => `charged to nobody: ${range(now)} (${before(then)})`,
    updated: (count) => `More became known about ${count === 1 ? 'one earlier incident' : `${count} earlier incidents`}.`,
    answers: ({ charged, denied, mutual, admitted, maybeAnswered, unanswered }) => {
      const of = (count: number): string => (count < charged ? `in ${count}` : charged === 1 ? 'there' : 'in all of them');
      const parts = [
        ...(denied > 0 ? [`${of(denied)} the side charged denies it`] : []),
        ...(mutual > 0 ? [`${of(mutual)} the sides charge each other`] : []),
        ...(admitted > 0 ? [`${of(admitted)} the side charged says so itself`] : []),
        ...(maybeAnswered > 0 ? [`${of(maybeAnswered)} there is an answer that may belong to it`] : []),
        ...(unanswered > 0 ? [`${of(unanswered)} no answer of the side charged is known`] : []),
      ];
      return `Of ${charged === 1 ? 'one incident' : `${charged} incidents`} with charges: ${parts.join('; ')}.`;
    },
    noCharges: 'Nobody is charged with any of the incidents.',
    readings: (count, agreement) => `Of ${count === 1 ? 'one incident' : `${count} incidents`}, measured by “${agreement}”`,
    reading: ({ subject }, covered, outside, open) => {
      const parts = [`${covered} covered`, ...(outside > 0 ? [`${outside} not`] : []), ...(open > 0 ? [`${open} open`] : [])];
      return `by the reading of ${subject} ${parts.join(', ')}`;
    },
    occurrence: (count, { verified, corroborated, single_source: single, unverified }) => {
      const parts = [
        ...(verified > 0 ? [`${verified} verified`] : []),
        ...(corroborated > 0 ? [`${corroborated} reported by independent sources`] : []),
        ...(single > 0 ? [`${single} reported by one side or source only`] : []),
        ...(unverified > 0 ? [`${unverified} unverified`] : []),
      ];
      return `Whether it happened: of ${count === 1 ? 'one new incident' : `${count} new incidents`}, ${list(parts)}.`;
    },
    noChanges: 'What the sides say of the agreements is unchanged.',
    changes: (count) =>
      count === 1
        ? 'One thing has changed in what is said of the agreements.'
        : `${count} things have changed in what is said of the agreements.`,
    state: (agreement, was, is) => (was === null ? `“${agreement}”: ${is}.` : `“${agreement}”: ${is} (before: ${was}).`),
    withheld: (count) =>
      count === null
        ? 'More incidents are still under embargo; this release does not say how many.'
        : isOne(count)
          ? 'One incident is still under embargo.'
          : `${range(count)} incidents are still under embargo.`,
    noneWithheld: 'No incident is held back by an embargo.',
    gaps: (count) =>
      count === 1
        ? 'In one stretch of the period sources are silent; a zero means little there.'
        : `In ${count} stretches of the period sources are silent; a zero means little there.`,
    noGaps: 'No gaps in the coverage are known.',
  },
  change: {
    none: 'None.',
    general: 'Not about one agreement',
    state: (was, is) => (was === null ? `State: ${is}` : `State: ${is} (before: ${was})`),
    partyState: ({ name }, was, is) => (was === null ? `${name}: ${is}` : `${name}: ${is} (before: ${was})`),
    kind: { new: 'new', replaced: 'changed', difference: 'difference', answered: 'answered' },
    shift: ({ name }, issue, was, is) => `${name}, ${issue}: ${is} (before: ${was})`,
    more: (count) => (count === 1 ? 'and one more change' : `and ${count} more changes`),
  },
  table: {
    caption: (agreement) =>
      agreement === null
        ? 'Incidents added since the last report'
        : `Incidents added since the last report, and what follows by each reading: ${agreement}`,
    none: 'No incident has been added since the last report.',
    number: 'No.',
    when: 'When',
    where: 'Where',
    what: 'What',
    charge: 'Charged to whom, by whom',
    grade: 'Grade',
    reading: ({ subject }) => `Reading of ${subject}`,
    updated: 'updated',
    noDate: 'no date',
    noPlace: 'no place',
    noObject: 'object not named',
    maybeSame: (numbers) => `may be the same as ${numbers}`,
    charged: (to, by) => `${to}, says ${by}`,
    admitted: (side) => `${side}, by its own word`,
    deniedBy: (sides) => `denied: ${sides}`,
    mutual: 'each other',
    nobodyCharged: 'nobody',
    claims: (states) => `claimed by ${states}`,
    verdict: {
      covered: 'covered',
      not_covered_object: 'not covered: object',
      not_covered_actor: 'not covered: does not bind this side',
      not_covered_act: 'not covered: act',
      not_covered_place: 'not covered: place',
      before_start: 'before the start',
      after_end: 'after the end',
      suspended_or_released: 'suspended or released',
      reading_unknown: 'open: reading unknown',
      indeterminate: 'open',
    },
    open: {
      reading: 'reading',
      object: 'object',
      act: 'act',
      place: 'place',
      start: 'start',
      end: 'end',
      suspension: 'suspension',
      bound: 'whom it binds',
      versions: 'two versions',
    },
    occurrence: gradesEn.occurrence,
    attribution: gradesEn.attribution,
    legend:
      'Grade: a letter for the source, a digit for the information, each by itself; below it, how it is known that it happened. “Open” names what a side has not said or what is not known of the incident.',
    source: gradesEn.source,
    information: gradesEn.information,
    shown: (count, of) => `${count} of ${of} incidents; all of them are in the JSON form.`,
    otherAgreements: (agreements) => `None of the incidents falls under ${agreements}, or not enough is known.`,
  },
  exchange: {
    caption: 'What each side says on each incident; the columns are the same for all',
    incident: 'Incident',
    others: 'Others',
    general: 'no single incident',
    silent: 'nothing known',
    words: {
      reports: (accused) => (accused === null ? 'reports it' : `reports it and names ${accused.object}`),
      alleges: (accused) => (accused === null ? 'says it happened' : `charges ${accused.object}`),
      confirms: (accused, isOwn) =>
        isOwn ? 'says so itself' : accused === null ? 'confirms it' : `confirms it and names ${accused.object}`,
      denies: (accused, isOwn) =>
        accused === null ? 'denies that it happened' : isOwn ? 'denies having done it' : `denies that it was ${accused.object}`,
      counter_alleges: (accused) => (accused === null ? 'contradicts' : `charges ${accused.object} instead`),
      no_comment: () => 'does not comment',
    },
    isNew: 'new',
    isMaybe: 'may be about it',
    reply: (speaker) => (speaker === null ? 'reply' : `reply by ${speaker}`),
    none: 'None since the last report.',
  },
  limit: {
    none: 'Nothing else.',
    verdict: ({ subject }, why, rows) => `Reading of ${subject}, open for ${named(rows)}: ${why}.`,
    verdictUntold: ({ subject }, rows) => `Reading of ${subject}, open for ${named(rows)}; the reason is not in this release.`,
    why: {
      reading: 'nothing is known of this side',
      object: 'its words, or what is known of the object, leave open whether it is protected',
      act: 'its words leave open whether such an act is meant too',
      place: 'its words leave the area open',
      start: 'it has not named the start, or not without doubt',
      end: 'whether it had ended is open',
      suspension: 'whether it was suspended is open',
      bound: 'whom it binds, or who it was, is not said',
      versions: 'it has two versions from which different things follow',
    },
    singleSource: (rows) => `Only one side or source reports it, without independent confirmation: ${named(rows)}.`,
    unverified: (rows) => `Whether it happened is unverified: ${named(rows)}.`,
    disputed: (rows) => `Who did it is disputed between the sides: ${named(rows)}.`,
    noRegion: (rows) => `The region is not known or not released: ${named(rows)}.`,
    noDay: (rows) => `The day is not known exactly: ${named(rows)}.`,
    noClass: (rows) => `What kind of object it was is not certain: ${named(rows)}.`,
    maybeSame: (rows) => `May be the same event, hence counts as ranges: ${named(rows)}.`,
    withheld: (count) =>
      `Under embargo and therefore not in this report: ${count === null ? 'incidents whose number this release does not tell' : isOne(count) ? 'one incident' : `${range(count)} incidents`}.`,
    datedToTheDay: (count) =>
      `${count === 1 ? 'One source bears' : `${count} sources bear`} only the date of this report without a time; such a day counts as known at its end (UTC), in the next report.`,
    gap: (who, from, to, why) =>
      `${who === null ? 'All sources' : `Sources of the side ${who}`}, ${from === to ? from : `${from} to ${to}`}: ${why}.`,
    gapWhy: { no_source: 'there are none', source_silent: 'nothing reported', stated: 'noted as a gap' },
    question: (text, to) => (to === '' ? `Open question: ${text}` : `Open question to ${to}: ${text}`),
  },
  map: {
    caption: 'Incidents of the report by region',
    region: 'Region',
    incidents: 'Incidents',
    numbers: 'Numbers',
    marks: (sides) =>
      `Hatches and shapes say who states an incident: ${sides.join(', ')}; the number says how many. They stand in the middle of the region, not at the place.`,
    boundaries: 'Boundaries as recognised by the UN General Assembly (A/RES/68/262). Lines of control are not shown.',
  },
  notes: { noDate: 'no date', noAddress: 'no address', none: 'None.' },
  card: {
    release: 'Release',
    hash: 'Checksum (SHA-256)',
    corrects: 'Corrects',
    transforms: 'What was changed before it left',
    noTransforms: 'Nothing.',
    transform: {
      embargo: 'incidents held back by embargo',
      military: 'military objects named by their state alone',
      batch: 'additions put off to the next date of change',
      place: 'places made coarser',
      time: 'times made coarser',
      class: 'objects named by their group only',
      outcome: 'outcomes left out',
      verdict: 'verdicts worked out again from what is coarser',
      name: 'names withheld',
      position: 'coordinates taken out of texts',
      address: 'addresses left out',
      text: 'texts shortened or left out',
      provenance: 'origin in tables left out',
      count: 'small counts given as ranges',
      id: 'ids replaced',
    },
    times: (count) => (count === null ? 'number not told' : isOne(count) ? 'once' : `${range(count)} times`),
    balance: 'What the report rests on',
    sources: (side, count) => `${side ?? 'of no side'}: ${count} ${count === 1 ? 'source' : 'sources'}`,
    curated: (share) =>
      share === null
        ? 'No readings lie beneath.'
        : share === 1
          ? 'All readings were entered by people.'
          : share === 0
            ? 'All readings were read from reports, none was entered by people.'
            : `${Math.round(share * 100)} % of the readings were entered by people, the others read from reports.`,
    note: 'The checksum shows that the text is unchanged. It does not show that it is true.',
    made: 'Made with Trucebook',
  },
  print: { page: (page, pages) => `Page ${page} of ${pages}` },
};
