import { describe, expect, test } from 'vitest';
import { makeDesk } from '../../src/app/desk.ts';
import { makeReport } from '../../src/model/index.ts';
import { appOf, crawl, exampleMaterial, materialOf, NOW } from './example-site.ts';

const plain = (text: string): string =>
  text
    .replace(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replace(/\\[nr]/g, ' ')
    .replace(/\s+/g, ' ');

describe('an edition for the public', async () => {
  const material = await exampleMaterial();
  const desk = makeDesk(material, { reports: [] }, 'public', NOW);
  const pages = await crawl(appOf(material, { profile: 'public' }), ['/?lang=de', '/s/none.json?lang=de'], 40);

  test('leads nowhere that is not there', () => {
    expect(pages.size).toBeGreaterThan(60);
    expect([...pages].filter(([path, { status }]) => status !== 200 && !path.includes('none')).map(([path]) => path)).toEqual([]);
  });

  test('holds quotations and no sentence of a report beside them', () => {
    const { statements, readings, silences, flags } = desk.dossier();
    const quoted = [
      ...statements.flatMap(({ exact }) => exact),
      ...readings.flatMap(({ spans }) => spans.map(({ exact }) => exact)),
      ...silences.map(({ exact }) => exact),
      ...flags.map(({ span }) => span.exact),
      ...material.reports.flatMap(({ title }) => title ?? []),
    ].map(plain);
    // The longest pieces between quotations: whoever prints a whole sentence prints them.
    const between = material.reports.flatMap((report) => {
      let text = plain(report.text);
      for (const words of [...quoted].sort((a, b) => b.length - a.length)) if (words.length > 3) text = text.replaceAll(words, '\u0001');
      return text
        .split('\u0001')
        .map((piece) => piece.trim())
        .filter((piece) => piece.length > 25);
    });
    expect(between.length).toBeGreaterThan(20);
    for (const [path, { text }] of pages) {
      const shown = plain(text);
      expect(
        between.filter((piece) => shown.includes(piece)),
        path,
      ).toEqual([]);
    }
  });

  test('says so in its foot, and where the text would stand', () => {
    const statement = [...pages].find(([path]) => path.startsWith('/s/stmt') && !path.includes('.json'))?.[1].html ?? '';
    expect(statement).toContain('Ausgabe für: die Öffentlichkeit');
    expect(statement).toContain('nicht den Text des Berichts');
  });
});

describe('a withheld name', async () => {
  const material = materialOf([
    makeReport(
      'angriff-kraftwerk-nordhafen',
      'Selenskyj sagte, Russland habe das Kraftwerk Nordhafen angegriffen. „Die Pause bei Angriffen auf Energieanlagen gilt nicht am Kraftwerk Nordhafen“, sagte Selenskyj.',
      {
        date: '2025-03-20',
        outlet: 'Musterkurier',
        title: 'Angriff auf Kraftwerk Nordhafen',
        url: 'https://example.org/angriff-auf-kraftwerk-nordhafen',
      },
    ),
  ]);
  const names = [
    { kind: 'site' as const, spellings: ['Kraftwerk Nordhafen', 'Nordhafen'], territory: 'UA', operator: null, namedBy: null },
  ];

  test('stands on no page, in no file, in no address of the public edition; the desk itself sees it', async () => {
    const shown = await crawl(
      appOf(material, { profile: 'public', incidents: { reports: [], names } }),
      ['/?lang=de', '/sources?lang=de', '/dossier.json?lang=de'],
      40,
    );
    expect(shown.size).toBeGreaterThan(8);
    for (const [path, { text }] of shown) expect(`${path} ${text}`).not.toMatch(/nordhafen/i);
    expect(await (await appOf(material).request('/sources?lang=de')).text()).toContain('Nordhafen');
  });

  test('what a person has rejected does not come back because a name before it was taken out', () => {
    const machine = makeDesk(material)
      .dossier()
      .readings.find(({ spans }) => spans.length > 0);
    const rejected = {
      ...material,
      corrections: [
        {
          id: 'cor-1',
          at: '2025-03-21T08:00:00.000Z',
          by: 'A. Editor',
          action: 'reject' as const,
          reading: machine?.id ?? '',
          why: 'misread',
        },
      ],
    };
    expect(machine).toBeDefined();
    const shown = makeDesk(rejected, { reports: [], names }, 'public', NOW).dossier();
    expect(JSON.stringify(makeDesk(rejected).dossier())).toMatch(/A\. Editor.*misread/);
    expect(JSON.stringify(shown)).not.toMatch(/A\. Editor|misread/);
    expect(shown.readings.map(({ id }) => id)).not.toContain(machine?.id);
    expect(
      makeDesk(material, { reports: [], names }, 'public', NOW)
        .dossier()
        .readings.map(({ id }) => id),
    ).toContain(machine?.id);
  });
});
