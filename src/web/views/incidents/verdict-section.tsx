import type { JSX } from 'hono/jsx/jsx-runtime';
import { indexOf } from '../../../app/dossier-index.ts';
import type { Judgement, TraceStep } from '../../../ledger/index.ts';
import type { Incident, ReleasedBook } from '../../../model/index.ts';
import { traceOf } from '../../../monitor/index.ts';
import { judgedAgreements } from '../../../report/incidents/index.ts';
import { entryMaker } from '../../../report/index.ts';
import type { Page } from '../../page.ts';
import { Entry } from '../entry.tsx';
import { hueOf, party } from '../parties.tsx';
import { agreementTitle } from './filter-bar.tsx';

/** One step of a verdict: the question, the answer, and the words it rests on. */
function Step({ page, step, oneYear }: { readonly page: Page; readonly step: TraceStep; readonly oneYear: boolean }): JSX.Element {
  const { messages, site } = page;
  const dossier = site.desk.dossier(page.moment);
  const { readings } = indexOf(dossier);
  const entries = entryMaker(dossier, messages, site.desk.contextOf).entries(step.readings.flatMap((id) => readings.get(id) ?? []));
  const said = messages.judge.found[step.step][step.answer];
  return (
    <li>
      <strong>{messages.judge.step[step.step]}:</strong> {messages.judge.answer[step.answer]} – {said}
      {step.step === 'act' && step.readings.length === 0 ? ` (${messages.judge.byMeaning})` : ''}
      {entries.map((entry) => (
        <Entry page={page} entry={entry} options={{ oneYear, brief: true }} />
      ))}
    </li>
  );
}

function Trace({
  page,
  judgement,
  oneYear,
}: {
  readonly page: Page;
  readonly judgement: Judgement;
  readonly oneYear: boolean;
}): JSX.Element {
  const { one, verdict: verdictWords } = page.words.incidents;
  const { arrangements } = judgement;
  return (
    <details>
      <summary>{one.steps}</summary>
      {arrangements.map(({ arrangement, verdict, trace }, i) => (
        <>
          {arrangements.length < 2 ? (
            ''
          ) : (
            <p>
              <strong>
                {one.version(i + 1, arrangements.length)}
                {arrangement === null ? '' : `, ${page.messages.ui.arrangement(arrangement)}`}
              </strong>
              : {verdictWords[verdict]}
            </p>
          )}
          <ol class="steps">
            {trace.map((step) => (
              <Step page={page} step={step} oneYear={oneYear} />
            ))}
          </ol>
        </>
      ))}
    </details>
  );
}

/** What each reading of each agreement makes of an incident, with the way there. */
export function VerdictSection({
  page,
  book,
  incident,
}: {
  readonly page: Page;
  readonly book: ReleasedBook;
  readonly incident: Incident;
}): JSX.Element {
  const { one, verdict: verdictWords, verdictNote } = page.words.incidents;
  const dossier = page.site.desk.dossier(page.moment);
  const { oneYear } = page.site.desk.view(page.moment, page.lang);
  const own = book.assessments.filter((found) => found.incident === incident.id);
  // An agreement of which no reading is known says nothing of the incident.
  const agreements = judgedAgreements({ assessments: own }).filter((id) =>
    own.some(({ agreement, verdict }) => agreement === id && verdict !== 'reading_unknown'),
  );
  return (
    <section id="readings">
      <h2>{one.readings}</h2>
      {agreements.length === 0 ? <p>{one.readingNone}</p> : ''}
      {agreements.map((id) => (
        <>
          <h3>
            <a href={page.href(`/a/${encodeURIComponent(id)}`)}>{agreementTitle(page, id)}</a>
          </h3>
          <div class="cards">
            {own
              .filter(({ agreement }) => agreement === id)
              .map(({ holder, verdict }) => {
                const judgement = traceOf(book, dossier, incident.id, id, holder);
                return (
                  <section class={`card ${hueOf(page, holder)}`}>
                    <h4>{party(page, holder)}</h4>
                    <p class={`verdict ${verdict === 'covered' ? 'covered' : ''}`}>
                      <strong>{verdictWords[verdict]}</strong>
                    </p>
                    {judgement === null ? '' : <Trace page={page} judgement={judgement} oneYear={oneYear} />}
                  </section>
                );
              })}
          </div>
        </>
      ))}
      <p class="soft">{verdictNote}</p>
    </section>
  );
}
