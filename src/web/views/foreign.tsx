import type { Child } from 'hono/jsx';
import type { Speaker } from '../../model/index.ts';
import { speakerInWords } from '../../report/index.ts';
import { piecesOf } from '../odd-characters.ts';
import type { Page } from '../page.ts';

const GLYPH = { invisible: '▯', direction: '⇄', control: '␦' } as const;

/** Text of somebody else inside a page: what cannot be seen in it, or turns its direction, is marked and has no effect. */
export function foreign({ words }: Page, text: string): Child {
  const pieces = piecesOf(text);
  const [first] = pieces;
  if (pieces.length === 0) return '';
  if (pieces.length === 1 && first?.kind === 'plain') return first.text;
  const { oddCharacter } = words.shell;
  return pieces.map((piece) => {
    if (piece.kind === 'plain') return piece.text;
    const label = piece.kind === 'lookalike' ? oddCharacter.lookalike(piece.code, piece.script) : oddCharacter[piece.kind](piece.code);
    return (
      <span class="odd" role="img" aria-label={label} title={label}>
        {piece.kind === 'lookalike' ? piece.text : GLYPH[piece.kind]}
      </span>
    );
  });
}

/** Words of the interface at the beginning of a sentence. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Speakers by their names in the language of the page. */
export function speakersInWords(page: Page, speakers: readonly Speaker[]): string {
  const { messages, site } = page;
  return messages.list(speakers.map(({ name }) => site.desk.speakerName(speakerInWords(name, messages), page.lang)));
}
