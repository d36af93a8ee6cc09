import type { ReleaseMessages } from '../i18n/release/messages.ts';
import type { ReleasedBook } from '../model/index.ts';

/** The card of a release as plain lines: what it is, what it rests on, what was done and why, and what its hash is worth. */
export function releaseCardLines(book: ReleasedBook, words: ReleaseMessages): readonly string[] {
  const { card, profile } = book;
  const { name, for: audience } = words.profiles[profile.id];
  const sides = Object.entries(card.balance.sourcesBySide).map(
    ([side, count]) => `${side === 'none' ? words.balance.noSide : side} ${count}`,
  );
  const gaps = card.balance.gaps.map(({ from, to, side }) => `${from}/${to}${side === null ? '' : ` (${side})`}`);
  return [
    `${words.title} ${card.id}: ${name} (${audience})`,
    book.incidents.length === 0 ? words.noIncidents : words.incidents(book.incidents.length),
    words.lag(card.lag.hours, card.lag.completeBefore),
    ...(card.corrects === null ? [] : [words.corrects(card.corrects, card.correctionNote ?? '')]),
    '',
    words.balance.title,
    `  ${words.balance.sourcesBySide}: ${sides.join(', ') || '0'}`,
    `  ${words.balance.gaps}: ${gaps.join(', ') || words.balance.noGaps}`,
    `  ${words.balance.curated(card.balance.curatedShare)}`,
    '',
    words.transformsTitle,
    ...card.transforms.flatMap(({ kind, rule, count }) => [
      `  ${rule} ${words.transforms[kind].what}${count === null ? '' : ` (${words.times(count)})`}`,
      `     ${words.transforms[kind].why}`,
    ]),
    ...(profile.outcomes === 'withheld' ? [`  ${words.verdictsAsAttack}`] : []),
    '',
    `${words.hash} ${card.sha256}`,
    words.integrity,
  ];
}
