import { type AgreementView, commonViews, restrictTo } from '../../report/index.ts';
import type { Page } from '../page.ts';
import type { View } from '../view.ts';
import { knownFrom } from './agreement-view.tsx';
import { Entry } from './entry.tsx';
import { party } from './parties.tsx';

/** What is in every side's version and what is in at least one, clause by clause, and the questions whose answers would close the gaps. */
export function commonPage(page: Page, view: AgreementView): View {
  const { common: words } = page.words.record;
  const { messages } = page;
  const { common } = messages;
  const { desk } = page.site;
  const { oneYear } = desk.view(page.moment, page.lang);
  const [found] = commonViews(restrictTo(desk.dossier(page.moment), view.id), { messages, contextOf: desk.contextOf });
  const clauses = found?.clauses ?? [];
  const questions = found?.questions ?? [];
  return {
    title: `${view.title}: ${words.title}`,
    knownFrom: knownFrom(page, view),
    downloads: [
      { label: 'JSON', path: `/a/${view.id}/common.json` },
      { label: 'Markdown', path: `/a/${view.id}/common.md` },
    ],
    body: (
      <>
        <header class="head">
          <p>
            <a href={page.href(`/a/${view.id}`)}>{view.title}</a>
          </p>
          <h1>{words.title}</h1>
          <p class="soft">{common.limits}</p>
        </header>
        <div class="split">
          <div>
            {clauses.length === 0 ? <p>{common.noClauses}</p> : ''}
            {clauses.map(({ label, lines, notes, entries }, i) => (
              <section class="clause">
                <h2>
                  <span class="soft">{i + 1}.</span> {label}
                </h2>
                <dl class="facts">
                  {lines.map(({ lead, text }) => (
                    <>
                      <dt>{lead}</dt>
                      <dd>
                        <strong>{text}</strong>
                      </dd>
                    </>
                  ))}
                </dl>
                {notes.length === 0 ? '' : <p class="soft">{notes.join(' · ')}</p>}
                <ul class="quoted">
                  {entries.map((entry) => (
                    <li>
                      {party(page, entry.holder)}
                      <Entry page={page} entry={entry} options={{ oneYear, brief: true }} />
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
          <aside>
            <h2>{common.questions}</h2>
            {questions.length === 0 ? <p>{common.noQuestions}</p> : ''}
            {questions.map(({ code, holder, texts }) => (
              <section>
                <h3>
                  {party(page, code, holder)} <span class="count">{words.questions(texts.length)}</span>
                </h3>
                <ol>
                  {texts.map((text) => (
                    <li>{text}</li>
                  ))}
                </ol>
              </section>
            ))}
          </aside>
        </div>
      </>
    ),
  };
}
