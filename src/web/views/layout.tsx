import type { JSX } from 'hono/jsx/jsx-runtime';
import { INTERFACE_LANGUAGES } from '../../i18n/index.ts';
import { printable } from '../../report/index.ts';
import { pathOfSection, sectionOf, sectionsOf } from '../navigation.ts';
import type { Page } from '../page.ts';
import { THEMES } from '../url-state.ts';
import type { View } from '../view.ts';
import { Foot } from './foot.tsx';
import { Who } from './login-view.tsx';
import { TimeBar } from './time-bar.tsx';

/** The frame of every page: head with navigation, the state asked for, the content, and what can be taken along. */
export function Layout({ page, view }: { readonly page: Page; readonly view: View }): JSX.Element {
  const { site, words, state, lang } = page;
  const { shell } = words;
  const title = printable(view.title);
  const current = sectionOf(page.path);
  const scripts = (view.timeless ? [] : ['time-bar.js']).concat(view.scripts ?? []).flatMap((name) => site.assets.scripts.get(name) ?? []);
  return (
    <html lang={lang} {...(state.theme === null ? {} : { 'data-theme': state.theme })}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={state.theme ?? 'light dark'} />
        <title>{`${title} – ${shell.name}`}</title>
        <link rel="stylesheet" href={site.assets.style.href} />
        <link rel="icon" href="data:," />
        {site.feed === undefined ? (
          ''
        ) : (
          <link rel="alternate" type="application/atom+xml" title={shell.name} href={`${site.feed}?lang=${page.lang}`} />
        )}
        {scripts.map(({ href }) => (
          <script type="module" src={href} />
        ))}
      </head>
      <body>
        <a class="skip" href="#content">
          {shell.skip}
        </a>
        <header class="top">
          <a class="name" href={page.href('/', { since: null })}>
            {shell.name}
          </a>
          <nav aria-label={shell.navigation}>
            {sectionsOf(page).map((section) => (
              <a href={page.href(pathOfSection(section), { since: null })} {...(section === current ? { 'aria-current': 'page' } : {})}>
                {shell.section[section]}
              </a>
            ))}
          </nav>
          <div class="switches">
            <Who page={page} />
            <span class="switch">
              <span class="hidden">{shell.language}: </span>
              {INTERFACE_LANGUAGES.map((one) => (
                <a
                  href={page.here({ lang: one })}
                  hreflang={one}
                  lang={one}
                  title={shell.languageName[one]}
                  {...(one === lang ? { 'aria-current': 'true' } : {})}
                >
                  {one.toUpperCase()}
                </a>
              ))}
            </span>
            <span class="switch">
              <span class="hidden">{shell.theme}: </span>
              {[...THEMES, null].map((theme) => (
                <a href={page.here({ theme })} {...(theme === state.theme ? { 'aria-current': 'true' } : {})}>
                  {shell.themeName[theme ?? 'system']}
                </a>
              ))}
            </span>
          </div>
        </header>
        {view.timeless ? '' : <TimeBar page={page} from={view.knownFrom ?? null} />}
        <main id="content" tabindex={-1}>
          {view.body}
        </main>
        <Foot page={page} view={view} />
      </body>
    </html>
  );
}
