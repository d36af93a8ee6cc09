import type { Page } from '../page.ts';
import type { View } from '../view.ts';

/** There is nothing under this address, or not yet on this date. */
export function missingPage(page: Page): View {
  const { missing } = page.words.shell;
  return {
    title: missing.title,
    status: 404,
    body: (
      <>
        <h1>{missing.title}</h1>
        <p>{missing.text}</p>
        <p>
          <a href={page.href('/')}>{missing.home}</a>
        </p>
      </>
    ),
  };
}

/** A value in the address cannot be used; it is named, and nothing is guessed in its place. */
export function wrongPage(page: Page, { name, value }: { readonly name: string; readonly value: string }): View {
  const { wrong, missing } = page.words.shell;
  return {
    title: wrong.title,
    status: 400,
    timeless: true,
    body: (
      <>
        <h1>{wrong.title}</h1>
        <p>{wrong.text(name, value.slice(0, 60))}</p>
        <p>
          <a href={page.href('/')}>{missing.home}</a>
        </p>
      </>
    ),
  };
}

/** Something went wrong while a page was made; what it was stands in the log and not on the page. */
export function failedPage(page: Page): View {
  const { failed } = page.words.shell;
  return {
    title: failed.title,
    status: 500,
    timeless: true,
    body: (
      <>
        <h1>{failed.title}</h1>
        <p>{failed.text}</p>
      </>
    ),
  };
}
