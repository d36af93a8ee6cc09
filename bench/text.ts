/**
 * Synthetic German news for the benchmark: sentences of our own with invented speakers, put together by a generator
 * that gives the same text on every machine. It has the mixture that the reader spends its time on: quotations of all four
 * kinds, indirect speech, chains of sources, dates, numbers, page noise.
 */

/** Numbers from 0 to 1 in a fixed order (mulberry32); Math.random would make every run another text. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const PARTS: Readonly<Record<string, readonly string[]>> = {
  who: [
    'die Außenministerin Edda Winterfeld',
    'der Sprecher der Küstenregierung',
    'Hauptmann Jorin Talbach',
    'ein ranghoher Beamter',
    'die Regierung der Insel',
    'das Verteidigungsministerium',
    'die Unterhändlerin der Nordseite',
    'der Bürgermeister von Altenhaven',
  ],
  Who: [
    'Die Außenministerin Edda Winterfeld',
    'Der Sprecher der Küstenregierung',
    'Hauptmann Jorin Talbach',
    'Ein ranghoher Beamter',
    'Die Regierung der Insel',
    'Das Verteidigungsministerium',
    'Die Unterhändlerin der Nordseite',
    'Moskau',
    'Kiew',
  ],
  said: ['sagte', 'erklärte', 'betonte', 'teilte mit', 'bestätigte', 'versicherte', 'räumte ein'],
  indirect: [
    'man habe dem Vorschlag im Grundsatz zugestimmt',
    'die Waffenruhe gelte seit dem frühen Morgen',
    'niemand habe die Raffinerie seit der Absprache angegriffen',
    'über die Aufsicht sei noch nicht gesprochen worden',
    'es werde keine Verlängerung ohne Gegenleistung geben',
    'der Austausch von Gefangenen solle noch in dieser Woche beginnen',
  ],
  that: [
    'dass die Pause für alle Energieanlagen gilt',
    'dass der Hafen offen bleibt',
    'dass beide Seiten ihre Listen noch nicht ausgetauscht haben',
    'dass es bei dreißig Tagen bleibt',
  ],
  quote: [
    'Wir halten uns an das, was vereinbart wurde',
    'Von einem Ende der Gespräche kann keine Rede sein',
    'Das ist ein erster Schritt, mehr nicht',
    'Unsere Bedingung bleibt, dass die andere Seite dasselbe tut',
  ],
  when: [
    'am Dienstag',
    'am 18. März',
    'in der Nacht zum Mittwoch',
    'vor zwei Wochen',
    'gegen 14.30 Uhr',
    'im kommenden Monat',
    'gestern Abend',
  ],
  many: ['175', '1.200', 'mindestens 23', 'rund 40', 'zwölf'],
  what: ['Umspannwerke', 'Gefangene', 'Verletzte', 'Drohnen', 'Güterzüge'],
  place: ['in Altenhaven', 'am Grenzfluss', 'im Norden der Insel', 'in Genf', 'im Schwarzen Meer'],
};

const SENTENCES: readonly string[] = [
  '{Who} {said} {when}, {indirect}.',
  '{Who} {said}, {that}.',
  '„{quote}“, {said} {who} {when}.',
  '«{quote}», {said} {who} {place}.',
  '»{quote}«, so {who}.',
  '{Who}: "{quote}."',
  'Laut einem Bericht aus der Hauptstadt {said} {who}, {indirect}.',
  'Nach Angaben der Behörden wurden {place} {many} {what} gezählt.',
  'Dem Vernehmen nach lehnte {who} die Forderung {when} ab.',
  'Die Lage {place} blieb {when} ruhig, obwohl {many} {what} gemeldet wurden.',
  'Zuvor hatte {who} gefordert, {that}.',
  'Wie {who} mitteilte, {indirect}.',
  'Eine Stellungnahme der Gegenseite lag {when} nicht vor.',
  'Zu den Einzelheiten, darunter {many} {what}, wollte sich {who} nicht äußern.',
  'Er fügte hinzu, {indirect}.',
  'Die Brücke {place} wurde {when} wieder für den Verkehr freigegeben.',
];

const NOISE: readonly string[] = ['Mehr anzeigen', 'Foto: Bildstelle Altenhaven', 'Lesen Sie auch: Was bisher geschah'];

/** Writes paragraphs until a text has so many characters. */
export function syntheticNews(length: number, seed = 1): string {
  const next = numbersFrom(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? '';
  const parts: string[] = [];
  let written = 0;
  for (let count = 1; written < length; count++) {
    const sentence = pick(SENTENCES).replace(/\{(\w+)\}/g, (_, name: string) => pick(PARTS[name] ?? []));
    const between = count % 40 === 0 ? `\n\n${pick(NOISE)}\n\n` : count % 4 === 0 ? '\n\n' : ' ';
    parts.push(sentence, between);
    written += sentence.length + between.length;
  }
  return parts.join('').slice(0, length);
}

/** Counts words, numbers and marks, as the benchmark counts tokens. */
export function countTokens(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/\p{L}+|\p{N}+|[^\s\p{L}\p{N}]/gu)) count++;
  return count;
}
