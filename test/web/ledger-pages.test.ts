import { describe, expect, test } from 'vitest';
import { makeDesk } from '../../src/app/desk.ts';
import { appOf, exampleMaterial } from './example-site.ts';

const material = await exampleMaterial();
const app = appOf(material);
const desk = makeDesk(material);
const halt = desk.dossier().agreements.find(({ agreement }) => agreement.title.en.startsWith('Limited halt'))?.agreement.id ?? '';
const html = async (path: string): Promise<string> => (await app.request(path)).text();
/** What a reader sees of a page, without the mark-up. */
const text = (page: string): string =>
  page
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');

describe('the page of an agreement', () => {
  test('has every element against every holder, and the sentence of the report beside the words', async () => {
    const page = await html(`/a/${halt}?lang=de`);
    for (const label of ['Was geschützt ist', 'Beginn', 'Dauer', 'Überwachung']) expect(page).toContain(label);
    expect(text(page)).toContain('„Objekte der Energieinfrastruktur“ Wladimir Putin, wörtlich');
    expect(page).toMatch(/<p class="source" lang="de">Putin habe dem Vorschlag zugestimmt[^<]*<mark>/);
    expect(text(page)).toContain('Als Beginn nennt Russland den 18. März 2025, die Ukraine den 25. März 2025.');
  });

  test('a paraphrase of the report is never set in quotation marks', async () => {
    const page = await html(`/a/${halt}?lang=de`);
    for (const [, kind, words = ''] of page.matchAll(/<p class="words (own|told)"[^>]*>(.*?)<\/p>/g)) {
      const shown = text(words).trim();
      if (kind === 'told') expect(shown).not.toMatch(/^„[^„“]*“$/);
      else expect(shown).toMatch(/^[„‚]/);
    }
    expect(page).not.toMatch(/class="words told"[^>]*>(?:<a[^>]*>)?„30 Tage/);
  });

  test('does not call agreed what a side is silent on', async () => {
    const page = await html(`/a/${halt}?lang=de`);
    const duration = /<tbody class="(\w+)" id="duration">(.*?)<\/tbody>/s.exec(page);
    expect(duration?.[1]).toBe('only');
    expect(text(duration?.[2] ?? '')).toContain('nur Russland');
  });

  test('quotations stay in the language they were said in, whatever the interface', async () => {
    const english = await html(`/a/${halt}?lang=en`);
    expect(text(english)).toContain('“Objekte der Energieinfrastruktur” Vladimir Putin, verbatim');
    expect(english).toMatch(/<p class="words own" lang="de">/);
  });

  test('two sides alone: only their columns, and their differences in plain words', async () => {
    const page = await html(`/a/${halt}?lang=en&pair=RU-UA`);
    expect(text(page)).toContain('Where Russia and Ukraine differ');
    expect(page.match(/<th scope="col"/g)?.length).toBe(3);
    expect(await html(`/a/${halt}?lang=en&pair=RU-XX`)).not.toContain('Where Russia');
  });

  test('two dates: what is new is marked in its cell and listed', async () => {
    const page = await html(`/a/${halt}?lang=en&asof=2025-03-26&since=2025-03-19`);
    expect(page).toContain('id="changes"');
    expect(page).toContain('new since 19 Mar');
    expect(await html(`/a/${halt}?lang=en&asof=2025-03-26`)).not.toContain('new since');
  });

  test('on an earlier date it knows nothing of later', async () => {
    const page = await html(`/a/${halt}?lang=en&asof=2025-03-19`);
    expect(/<main.*<\/main>/s.exec(page)?.[0] ?? '25 Mar').not.toMatch(/25 Mar|sources\/07/);
    expect((await app.request(`/a/${halt}?asof=2025-03-12`)).status).toBe(404);
  });
});

describe('today', () => {
  test('one entry for each agreement with its state, its sides, and the day by the start each names', async () => {
    const page = text(await html('/?lang=en'));
    expect(page).toContain('In force, start disputed.');
    expect(page).toMatch(/day 33 as counted by ■ Russia · day 26 as counted by ◆ Ukraine/);
  });

  test('what changed since a date, the day before the last by default', async () => {
    expect(text(await html('/?lang=en'))).toContain('Since 18 April 2025: 3 changes');
    expect(text(await html('/?lang=en&since=2025-04-19'))).toContain('Nothing has changed.');
  });
});

describe('history', () => {
  test('what was replaced is struck through and leads to what replaced it', async () => {
    const page = await html(`/a/${halt}/history?lang=en`);
    const gone = /<li id="v-[^"]+" class="gone">(.*?)<\/li>/s.exec(page)?.[1] ?? '';
    expect(gone).toContain('superseded');
    expect(gone).toMatch(/replaced by <a href="#v-/);
  });

  test('two versions word by word', async () => {
    const page = await html(`/a/${halt}/history?lang=en`);
    const address = /href="([^"]*[?&]a=[^"]+#difference)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const compared = await html(address);
    expect(compared).toContain('id="difference"');
    expect(compared).toContain('<ins ');
  });
});

describe('statements and sources', () => {
  test('a statement has its words, its chain, its rule, and the report with all statements marked', async () => {
    const [id] = [...desk.statements.keys()];
    const page = await html(`/s/${id}?lang=en`);
    for (const words of ['Chain of sources', 'Rule', 'confidence 0.', 'The report with all its statements']) expect(page).toContain(words);
    expect(page).toMatch(/<mark>/);
    expect(page).toMatch(/class="stmt" href="\/s\//);
  });

  test('the same in another outlet is named', async () => {
    const pages = await Promise.all([...desk.statements.keys()].map((id) => html(`/s/${id}?lang=en`)));
    expect(pages.some((page) => /The same in \d+ other report/.test(page))).toBe(true);
  });

  test('sources are counted, filtered and taken along', async () => {
    expect(text(await html('/sources?lang=en'))).toContain('11 reports');
    expect(text(await html('/sources?lang=en&language=en'))).toContain('2 of 11 reports');
    const csv = await html('/sources.csv?language=en');
    expect(csv.trim().split('\r\n').length).toBe(3);
    expect(JSON.parse(await html('/sources.json?lang=en')).sources).toHaveLength(11);
  });
});

test('data of an agreement is that of the page', async () => {
  const data = JSON.parse(await html(`/a/${halt}.json?asof=2025-03-19`));
  expect(data.asOf).toBe('2025-03-19');
  expect(data.agreements).toHaveLength(1);
  expect(await html(`/a/${halt}.csv`)).toMatch(/^id,agreement,/);
  expect((await app.request('/a/agr-none.json')).status).toBe(404);
});

test('common text: clauses with the words they rest on, and the questions to each party', async () => {
  const page = text(await html(`/a/${halt}/common?lang=en`));
  expect(page).toContain('Nobody has agreed to this text');
  expect(page).toMatch(/■ Russia \d+ questions/);
});

test('replay: each step has its reports and what they changed', async () => {
  const page = text(await html('/replay?lang=en&asof=2025-03-25T21:00Z'));
  expect(page).toContain('Step 7 of 10');
  expect(page).not.toContain('Limited halt of attacks Russia–Ukraine (March 2025) new agreement');
});

test('every page is cited as it is shown', async () => {
  const page = text(await html(`/a/${halt}?lang=en&asof=2025-03-19`));
  expect(page).toContain('As of: 19 March 2025, accessed 20 April 2025');
  expect(page).toContain('@misc{trucebook-2025-03-19,');
  expect(page).toContain('"type": "webpage"');
});
