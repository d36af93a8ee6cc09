import type { JSX } from 'hono/jsx/jsx-runtime';
import { contestedTerms } from '../../i18n/pages/method/contested-terms.generated.ts';
import { measuredFigures } from '../../i18n/pages/method/measured-figures.generated.ts';
import type { Page } from '../page.ts';
import type { View } from '../view.ts';

/** A figure in the language of the page; what is no plain number stays as it stands. */
function figure(value: string, page: Page): string {
  return /^\d\.\d+$/.test(value) && page.lang === 'de' ? value.replace('.', ',') : value;
}

function Figures({ page }: { readonly page: Page }): JSX.Element {
  const { figures } = page.words.method;
  return (
    <section id="figures">
      <h2>{figures.title}</h2>
      <p>{figures.lead}</p>
      <table class="list">
        <thead>
          <tr>
            <th scope="col">{figures.what}</th>
            <th scope="col" class="number">
              {figures.measured}
            </th>
            <th scope="col">{figures.on}</th>
          </tr>
        </thead>
        <tbody>
          {measuredFigures.figures.map(({ what, value, set }) => (
            <tr>
              <th scope="row">{figures.name[what] ?? what}</th>
              <td class="number">{figure(value, page)}</td>
              <td>{figures.set[set] ?? set}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{figures.reliability}</h3>
      <table class="list narrow">
        <thead>
          <tr>
            {[figures.stated, figures.found, figures.statements].map((name) => (
              <th scope="col" class="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measuredFigures.reliability.map(({ stated, measured, statements }) => (
            <tr>
              <td class="number" data-label={figures.stated}>
                {figure(stated, page)}
              </td>
              <td class="number" data-label={figures.found}>
                {figure(measured, page)}
              </td>
              <td class="number" data-label={figures.statements}>
                {statements}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Contested({ page }: { readonly page: Page }): JSX.Element {
  const { contested } = page.words.method;
  return (
    <section id="contested">
      <h2>{contested.title}</h2>
      <p>{contested.lead}</p>
      <table class="list terms-list">
        <thead>
          <tr>
            {[contested.words, contested.ours, contested.usage, contested.why].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {contestedTerms.map(({ id, words, usage, ours, why }) => (
            <tr id={`term-${id}`}>
              <th scope="row">{words[page.lang]}</th>
              <td>
                <strong>{ours[page.lang]}</strong>
              </td>
              <td>{usage[page.lang]}</td>
              <td>{why[page.lang]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How the pages come about, what they cannot do, how often they are wrong, and which words they avoid. */
export function methodPage(page: Page): View {
  const { method } = page.words;
  return {
    title: method.title,
    timeless: true,
    body: (
      <div class="prose">
        <h1>{method.title}</h1>
        <p class="lead">{method.lead}</p>
        <nav class="ways" aria-label={method.contents}>
          {[...method.parts, { id: 'figures', title: method.figures.title }, { id: 'contested', title: method.contested.title }].map(
            ({ id, title }) => (
              <a href={`#${id}`}>{title}</a>
            ),
          )}
        </nav>
        {method.parts.map(({ id, title, text, points }) => (
          <section id={id}>
            <h2>{title}</h2>
            {text.map((paragraph) => (
              <p>{paragraph}</p>
            ))}
            {points ? (
              <ul>
                {points.map((point) => (
                  <li>{point}</li>
                ))}
              </ul>
            ) : (
              ''
            )}
          </section>
        ))}
        <Figures page={page} />
        <Contested page={page} />
      </div>
    ),
  };
}
