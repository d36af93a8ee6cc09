import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Mark } from '../../i18n/index.ts';
import { SIGN } from '../../report/index.ts';

/** How versions stand to each other: always a word, with a sign for the eye. Ink and outline tell them apart, never a hue. */
export function Status({ mark, text }: { readonly mark: Mark; readonly text: string }): JSX.Element {
  return (
    <span class={`status ${mark}`}>
      <span class="sign" aria-hidden="true">
        {SIGN[mark]}
      </span>
      {text}
    </span>
  );
}
