import type { Child } from 'hono/jsx';
import type { Page } from '../page.ts';

/** Shapes tell the sides apart where hues do not: in print, and for whoever does not see hues. */
const SHAPES = ['■', '◆', '●', '▲', '▼', '⬢'] as const;

/** Place of a holder among all holders of the book; it does not change with the date. */
const placeOf = ({ site }: Page, holder: string): number => site.desk.holders.findIndex(({ code }) => code === holder);

/** Class that gives a holder its hue; empty for one without a column. */
export function hueOf(page: Page, holder: string): string {
  const place = placeOf(page, holder);
  return place < 0 ? '' : `h${place % SHAPES.length}`;
}

/** The shape of a holder as a character, for places where no element may stand. */
export function shapeOf(page: Page, holder: string): string {
  const place = placeOf(page, holder);
  return place < 0 ? '' : (SHAPES[place % SHAPES.length] ?? '');
}

/** Name of a holder in the language of the page. */
export function holderName({ site, messages }: Page, holder: string): string {
  if (holder === 'narration') return messages.ui.narrationOf;
  return site.desk.holders.find(({ code }) => code === holder)?.name[messages.code] ?? messages.concept[holder] ?? holder;
}

/** A side by its shape, hue and name. */
export function party(page: Page, holder: string, name: string = holderName(page, holder)): Child {
  return (
    <span class={`party ${hueOf(page, holder)}`}>
      <span class="shape" aria-hidden="true">
        {shapeOf(page, holder)}
      </span>
      {name}
    </span>
  );
}
