import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { unitName } from '../../../model/administrative-units.ts';
import { INFORMATION_GRADES, labelOf, OCCURRENCE_LEVELS, type ReleasedBook, VERDICTS } from '../../../model/index.ts';
import { facetsOf, type IncidentFilter, judgedAgreements, NO_FILTER } from '../../../report/incidents/index.ts';
import { OTHERS, type Side } from '../../../report/sides.ts';
import type { Page } from '../../page.ts';
import { hiddenState } from '../../url-state.ts';
import { holderName } from '../parties.tsx';
import { filterName, filterQuery } from './incident-state.ts';

/** One choice of the bar: a value of the address and its word. */
type Choice = readonly [value: string, word: string];

/** The bar's fields with the choices that there are. */
interface Field {
  readonly key: keyof IncidentFilter;
  readonly label: string;
  readonly choices: readonly Choice[];
}

/** Title of an agreement in the language of the page. */
export function agreementTitle(page: Page, id: string): string {
  const found = page.site.desk.dossier(page.moment).agreements.find(({ agreement }) => agreement.id === id);
  return found?.agreement.title[page.lang] ?? id;
}

function fieldsOf(page: Page, book: ReleasedBook, sides: readonly Side[]): readonly Field[] {
  const { filter: words, verdict } = page.words.incidents;
  const { grades } = page.topics.monitor;
  const facets = facetsOf(book);
  const named = (codes: readonly string[]): readonly Choice[] => codes.map((code) => [code, holderName(page, code)]);
  const holders = [...new Set(book.assessments.map(({ holder }) => holder))].sort();
  const sorted = (choices: readonly Choice[]): readonly Choice[] => [...choices].sort(([, a], [, b]) => a.localeCompare(b, page.lang));
  const fields: readonly Field[] = [
    { key: 'said', label: words.said, choices: [...named(sides.map(({ code }) => code)), [OTHERS, page.words.charts.others]] },
    { key: 'accused', label: words.accused, choices: named(facets.accused) },
    { key: 'object', label: words.object, choices: sorted(facets.objects.map((code) => [code, labelOf(code, page.lang)])) },
    { key: 'region', label: words.region, choices: sorted(facets.regions.map((code) => [code, unitName(code, page.lang)])) },
    { key: 'occurrence', label: words.occurrence, choices: OCCURRENCE_LEVELS.map((level) => [level, grades.occurrence[level]]) },
    { key: 'grade', label: words.grade, choices: INFORMATION_GRADES.map((one) => [String(one), `${one} ${grades.information[one]}`]) },
    { key: 'agreement', label: words.agreement, choices: judgedAgreements(book).map((id) => [id, agreementTitle(page, id)]) },
    { key: 'reading', label: words.reading, choices: named(holders) },
    { key: 'verdict', label: words.verdict, choices: VERDICTS.map((one) => [one, verdict[one]]) },
  ];
  return fields.filter(({ choices }) => choices.length > 0);
}

function Select({ page, field, value }: { readonly page: Page; readonly field: Field; readonly value: string | null }): JSX.Element {
  return (
    <label>
      <span>{field.label}</span>
      <select name={filterName(field.key)}>
        <option value="">{page.words.incidents.filter.any}</option>
        {field.choices.map(([code, word]) => (
          <option value={code} selected={code === value}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What is selected, each with a link that takes it away. */
function Active({
  page,
  filter,
  fields,
}: {
  readonly page: Page;
  readonly filter: IncidentFilter;
  readonly fields: readonly Field[];
}): Child {
  const { filter: words } = page.words.incidents;
  const wordOf = ({ key, choices }: Field): string | null => {
    const value = filter[key];
    return value === null ? null : (choices.find(([code]) => code === String(value))?.[1] ?? String(value));
  };
  const dates = (['from', 'to'] as const).flatMap((key) => {
    const value = filter[key];
    return value === null ? [] : [{ key, text: `${words[key]} ${page.messages.date(value)}` }];
  });
  const others = fields.flatMap((field) => {
    const word = wordOf(field);
    return word === null || field.key === 'agreement' ? [] : [{ key: field.key, text: `${field.label}: ${word}` }];
  });
  const active = [...dates, ...others];
  if (active.length === 0) return '';
  return (
    <p class="active">
      <span class="soft">{words.active}:</span>{' '}
      {active.map(({ key, text }) => (
        <a href={page.here({ query: filterQuery({ [key]: null }) })} title={words.without(text)}>
          {text} <span aria-hidden="true">×</span>
        </a>
      ))}{' '}
      <a href={page.here({ query: { ...filterQuery(NO_FILTER), agreement: filter.agreement } })}>{words.clear}</a>
    </p>
  );
}

/** One bar for the map, the timeline and the list: every state of it is an address. */
export function FilterBar({
  page,
  book,
  sides,
  filter,
}: {
  readonly page: Page;
  readonly book: ReleasedBook;
  readonly sides: readonly Side[];
  readonly filter: IncidentFilter;
}): JSX.Element {
  const { filter: words } = page.words.incidents;
  const fields = fieldsOf(page, book, sides);
  const own = new Set<string>([
    'skip',
    filterName('from'),
    filterName('to'),
    filterName('time'),
    ...fields.map(({ key }) => filterName(key)),
  ]);
  return (
    <>
      <form class="filter" method="get" action={page.path} aria-label={words.heading}>
        {hiddenState(page.state, []).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {Object.entries(page.query)
          .filter(([name]) => !own.has(name))
          .map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
        <label>
          <span>{words.from}</span>
          <input type="date" name={filterName('from')} value={filter.from ?? ''} />
        </label>
        <label>
          <span>{words.to}</span>
          <input type="date" name={filterName('to')} value={filter.to ?? ''} />
        </label>
        <label>
          <span>{words.time}</span>
          <select name={filterName('time')}>
            {(['event', 'intake'] as const).map((one) => (
              <option value={one === 'event' ? '' : one} selected={one === filter.time}>
                {words.times[one]}
              </option>
            ))}
          </select>
        </label>
        {fields.map((field) => (
          <Select page={page} field={field} value={filter[field.key] === null ? null : String(filter[field.key])} />
        ))}
        <button type="submit">{words.apply}</button>
      </form>
      {Active({ page, filter, fields })}
    </>
  );
}
