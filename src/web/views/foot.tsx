import type { JSX } from 'hono/jsx/jsx-runtime';
import { citationOf } from '../citation.ts';
import type { Page } from '../page.ts';
import type { View } from '../view.ts';

/** What can be taken along from every page: its address, a citation, its data; and how to read it. */
export function Foot({ page, view }: { readonly page: Page; readonly view: View }): JSX.Element {
  const { site, messages } = page;
  const { foot } = page.words.shell;
  const cite = citationOf(page, view.title);
  const downloads = view.downloads ?? [];
  return (
    <footer>
      <div class="take">
        <p>
          <a href={page.here()}>{foot.permalink}</a>
        </p>
        {downloads.length === 0 ? (
          ''
        ) : (
          <p>
            {foot.download}:{' '}
            {downloads.map(({ label, path, query = {} }, i) => (
              <>
                {i === 0 ? '' : ' · '}
                <a href={page.href(path, { query })} download>
                  {label}
                </a>
              </>
            ))}
          </p>
        )}
        <details>
          <summary>{foot.cite}</summary>
          <h2 class="small">{foot.asText}</h2>
          <p class="copy">{cite.text}</p>
          <h2 class="small">BibTeX</h2>
          <pre tabindex={0}>{cite.bibtex}</pre>
          <h2 class="small">CSL-JSON</h2>
          <pre tabindex={0}>{cite.csl}</pre>
        </details>
      </div>
      <p class="soft">
        {foot.generated(site.desk.material.reports.length)} · {foot.profile(foot.profileName[site.profile])}
      </p>
      <p class="soft">{foot.note}</p>
      <p class="print-only soft">
        {messages.date(site.now().slice(0, 10))} · {page.origin}
        {page.here()}
      </p>
    </footer>
  );
}
