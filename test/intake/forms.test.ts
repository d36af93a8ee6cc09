import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReports } from '../../src/feeds/index.ts';
import { memoryFiles } from '../../src/feeds/memory-files.ts';
import { pdfDate } from '../../src/feeds/pdf/read-pdf.ts';
import { feedDate } from '../../src/feeds/syndication/feed-date.ts';
import { zipOf } from '../../src/feeds/tables/excel/sample-workbook.ts';
import type { Report } from '../../src/model/index.ts';
import { annotate } from '../../src/text/pipeline.ts';
import { docxOf, docxParts, paragraph, pdfOf, type SampleLine } from './sample-documents.ts';

async function read(contents: Readonly<Record<string, string | Uint8Array>>) {
  const { reports, problems } = await readReports(Object.keys(contents), memoryFiles(contents));
  return { reports, problems, codes: problems.map(({ code }) => code) };
}

/** The words of every statement, cut out of the stored text. */
const quoted = (report: Report | undefined): readonly string[] =>
  report === undefined
    ? []
    : annotate(report).statements.map(({ content }) => content.map(({ start, end }) => report.text.slice(start, end)).join(' … '));

const SAID = 'Der Sprecher der Regierung sagte am Dienstag: „Die Pause gilt 30 Tage.“';
const WORDS = 'Die Pause gilt 30 Tage.';

describe('PDF', () => {
  // Helvetica in WinAnsi: the quotation marks as it has them.
  const said = 'Der Sprecher der Regierung sagte am Dienstag: \x84Die Pause gilt 30 Tage.\x93';

  test('lines become paragraphs, and every quotation is cut out of the stored text', async () => {
    const page: SampleLine[] = [
      ['Pause vereinbart', 70, 780, 18],
      ['Die beiden Seiten haben am Montag lange miteinander gesprochen, und am Ende', 70, 740],
      ['stand eine Pause. Es ging um die Energie- ', 70, 726],
      ['und W\xe4rmeversorgung, um die US-', 70, 712],
      ['Delegation und um die Waf-', 70, 698],
      ['fenruhe.', 70, 684],
      [said, 70, 656],
    ];
    const { reports, problems } = await read({
      'a.pdf': pdfOf([page], "/Title (Die Pause) /Author (Ada) /CreationDate (D:20250318193000+01'00')"),
    });
    expect(reports[0]?.text).toBe(
      `Pause vereinbart\n\nDie beiden Seiten haben am Montag lange miteinander gesprochen, und am Ende stand eine Pause. Es ging um die Energie- und Wärmeversorgung, um die US-Delegation und um die Waffenruhe.\n\n${SAID}`,
    );
    expect(reports[0]).toMatchObject({
      date: '2025-03-18T19:30+01:00',
      dateOrigin: 'document',
      title: 'Die Pause',
      carrier: { author: 'Ada', pages: [0] },
    });
    expect(quoted(reports[0])).toContain(WORDS);
    expect(problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['TB_PDF_JOINED', 'warning'],
      ['TB_DATE_OF_DOCUMENT', 'warning'],
    ]);
    expect(problems[0]?.message).toContain('"Waffenruhe"');
  });

  test('columns are read one after the other, below the headline that spans them', async () => {
    const side = (name: string, x: number): SampleLine[] =>
      Array.from({ length: 6 }, (_, at) => [`${name} ${at} mit Worten`, x, 700 - at * 14]);
    const { reports } = await read({
      'a.pdf': pdfOf([
        [
          ['Eine Schlagzeile, die beide Spalten der Seite ganz überspannt'.replace('ü', '\xfc'), 70, 760, 16],
          ...side('rechts', 320),
          ...side('links', 70),
        ],
      ]),
    });
    const order = reports[0]?.text.match(/links \d|rechts \d|Schlagzeile/g);
    expect(order).toEqual([
      'Schlagzeile',
      ...[0, 1, 2, 3, 4, 5].map((at) => `links ${at}`),
      ...[0, 1, 2, 3, 4, 5].map((at) => `rechts ${at}`),
    ]);
  });

  test('running titles and page numbers are left out and named; the page of every word is known', async () => {
    const pages = [1, 2, 3, 4].map((number): SampleLine[] => [
      ['Musterkurier, Dienstag', 70, 810, 9],
      [`Auf Seite ${'abcd'[number - 1]} steht ein ganzer Satz, der hier endet.`, 70, 740],
      ['Ein zweiter Satz folgt ihm auf derselben Seite.', 70, 700],
      [`Und ein dritter, damit Seite ${'abcd'[number - 1]} einen Rand hat.`, 70, 660],
      [`Seite ${number} von 4`, 280, 40, 9],
    ]);
    const { reports, problems } = await read({ 'a.pdf': pdfOf(pages) });
    const text = reports[0]?.text ?? '';
    expect(text).not.toMatch(/Musterkurier|von 4/);
    expect(problems.find(({ code }) => code === 'TB_PDF_LEFT_OUT')?.message).toMatch(/\(8\).*Musterkurier/);
    const starts = reports[0]?.carrier?.pages ?? [];
    expect(starts.map((start) => text.slice(start).match(/^Auf Seite ./)?.[0])).toEqual(
      ['a', 'b', 'c', 'd'].map((page) => `Auf Seite ${page}`),
    );
  });

  test('a word that the document writes with its hyphen keeps it', async () => {
    const { reports } = await read({
      'a.pdf': pdfOf([
        [
          ['Die well-known lines are kept as they stand in the text of this page, well-', 70, 700],
          ['known to everybody.', 70, 686],
        ],
      ]),
    });
    expect(reports[0]?.text).toContain('well-known to everybody');
  });

  test('one without words, one with a password, a broken one and one that unpacks without end are refused with a code', async () => {
    const locked = Buffer.from(
      pdfOf([[['x', 70, 700]]])
        .toString('latin1')
        .replace(
          '/Root 1 0 R',
          `/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'00'.repeat(32)}> /U <${'00'.repeat(32)}> >> /ID [<00> <00>]`,
        ),
      'latin1',
    );
    expect((await read({ 'a.pdf': pdfOf([[], []]) })).problems).toMatchObject([
      { code: 'TB_PDF_NO_TEXT', message: expect.stringContaining('2 pages') },
    ]);
    expect((await read({ 'a.pdf': locked })).codes).toEqual(['TB_PDF_ENCRYPTED']);
    expect((await read({ 'a.pdf': '%PDF-1.4 nothing more' })).codes).toEqual(['TB_PDF_BROKEN']);
    const bomb = pdfOf([[['x'.repeat(300_000_000), 70, 700]]], '', true);
    expect(bomb.length).toBeLessThan(1_000_000);
    expect((await read({ 'a.pdf': bomb })).codes).toEqual(['TB_PDF_TOO_LARGE']);
  });

  test('a page of more pieces than a report has is given up', async () => {
    const line = Array.from({ length: 501_000 }, (): SampleLine => ['a', 70, 700]);
    expect((await read({ 'a.pdf': pdfOf([line], '', true) })).codes).toEqual(['TB_PDF_TOO_LARGE']);
  }, 120_000);

  test('is known by its bytes and not by its name', async () => {
    const bytes = pdfOf([[['Der Sprecher sagte nichts und die Pause gilt.', 70, 700]]], '', true);
    for (const name of ['a.txt', 'a', 'a.html']) expect((await read({ [name]: bytes })).reports[0]?.text).toContain('Der Sprecher');
  });

  test.for([
    ["D:20250318193000+01'00'", '2025-03-18T19:30+01:00'],
    ['D:20250318193000+0100', '2025-03-18T19:30+01:00'],
    ['D:20250318193000Z', '2025-03-18T19:30Z'],
    ['D:20250318', '2025-03-18'],
    ['20250231', null],
    ['gestern', null],
  ] as const)('the date %s', ([stated, date]) => expect(pdfDate(stated)).toBe(date));
});

describe('Word files', () => {
  test('paragraphs, cells and broken lines stay apart; title, author and date are those of the file', async () => {
    const body = `${paragraph(SAID)}<w:p><w:r><w:t>Eins</w:t><w:br/><w:t>Zwei</w:t></w:r></w:p><w:tbl><w:tr><w:tc>${paragraph('Drei')}</w:tc><w:tc>${paragraph('Vier')}</w:tc></w:tr></w:tbl><w:p><w:del><w:r><w:delText>gestrichen</w:delText></w:r></w:del><w:ins><w:r><w:t>Neu</w:t></w:r></w:ins></w:p>`;
    const { reports, codes } = await read({ 'a.docx': zipOf(docxParts(body)) });
    expect(reports[0]?.text).toBe(`${SAID}\n\nEins\nZwei\n\nDrei\n\nVier\n\nNeu`);
    expect(reports[0]).toMatchObject({
      title: 'Lagebericht',
      date: '2025-03-18T19:30Z',
      dateOrigin: 'document',
      carrier: { author: 'Ada Muster' },
    });
    expect(quoted(reports[0])).toContain(WORDS);
    expect(codes).toEqual(['TB_DATE_OF_DOCUMENT']);
  });

  test('bombs, declarations, depth and damage are refused with a code', async () => {
    const huge = zipOf({ ...docxParts(''), 'word/styles.xml': ' '.repeat(130_000_000) });
    expect((await read({ 'a.docx': huge })).codes).toEqual(['TB_DOCX_TOO_LARGE']);
    const lying = zipOf({ ...docxParts(''), 'word/styles.xml': `<a>${'x'.repeat(5000)}</a>` }, { 'word/styles.xml': 10 });
    expect((await read({ 'a.docx': lying })).codes).toEqual(['TB_DOCX_BROKEN']);
    const entity = { ...docxParts('') };
    entity['word/document.xml'] = '<!DOCTYPE x [<!ENTITY a "b">]><w:document/>';
    expect((await read({ 'a.docx': zipOf(entity) })).codes).toEqual(['TB_DOCX_TOO_LARGE']);
    expect((await read({ 'a.docx': zipOf(docxParts(`${'<w:sdt>'.repeat(5000)}${'</w:sdt>'.repeat(5000)}`)) })).codes).toEqual([
      'TB_DOCX_TOO_LARGE',
    ]);
    expect((await read({ 'a.docx': docxOf(SAID).subarray(0, 900) })).codes[0]).toMatch(/^TB_(?:DOCX_BROKEN|FILE_BINARY)$/);
    expect((await read({ 'a.docx': zipOf({ 'word/document.xml': 'x' }) })).codes).toEqual(['TB_DOCX_BROKEN']);
    expect((await read({ 'a.docx': zipOf(docxParts('')) })).codes).toEqual(['TB_FILE_EMPTY']);
    expect((await read({ 'a.docx': zipOf(docxParts('<w:p/>'.repeat(10_001))) })).codes).toEqual(['TB_DOCX_TOO_LARGE']);
  });
});

const rss = (items: string, head = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${head}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Musterkurier</title><link>https://kurier.example/</link><language>de-DE</language>${items}</channel></rss>`;

describe('feeds', () => {
  test('RSS: entries with outlet, date, address, language; a summary says that it is one', async () => {
    const { reports, codes } = await read({
      'a.xml':
        rss(`<item><title>Pause &amp; Frist</title><link>https://kurier.example/2025/pause-gilt.html</link><pubDate>Tue, 18 Mar 2025 19:30:00 +0100</pubDate>
        <description>Kurz.</description><content:encoded><![CDATA[<p>${SAID}</p><p>Ein <b>zweiter</b> Absatz.</p><script>x()</script>]]></content:encoded></item>
        <item><title>Друга</title><guid isPermaLink="false">g-2</guid><pubDate>18 Mar 2025 20:00 MSK</pubDate><dc:language>uk</dc:language><dc:creator>Ada</dc:creator><description>&lt;p&gt;Пауза діє тридцять днів.&lt;/p&gt;</description></item>`),
    });
    expect(codes).toEqual([]);
    expect(reports).toMatchObject([
      {
        key: 'pause-gilt',
        text: `Pause & Frist\n\n${SAID}\n\nEin zweiter Absatz.`,
        outlet: 'Musterkurier',
        date: '2025-03-18T19:30+01:00',
        url: 'https://kurier.example/2025/pause-gilt.html',
        language: 'de',
        title: 'Pause & Frist',
      },
      {
        text: 'Друга\n\nПауза діє тридцять днів.',
        date: '2025-03-18T20:00+03:00',
        language: 'uk',
        url: null,
        carrier: { excerpt: true, author: 'Ada' },
      },
    ]);
    expect(reports[0]?.carrier).toBeUndefined();
    expect(quoted(reports[0])).toContain(WORDS);
  });

  test('Atom, RDF and JSON feeds say the same', async () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Musterkurier</title><entry xml:lang="de"><id>urn:1</id><title>Pause</title><link href="https://kurier.example/a"/><published>2025-03-18T19:30:00+01:00</published><content type="html">&lt;p&gt;${SAID}&lt;/p&gt;</content></entry></feed>`;
    const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="https://kurier.example/"><title>Musterkurier</title><dc:language>de</dc:language></channel><item rdf:about="https://kurier.example/a"><title>Pause</title><link>https://kurier.example/a</link><dc:date>2025-03-18T19:30+01:00</dc:date><content:encoded>${SAID}</content:encoded></item></rdf:RDF>`;
    const json = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Musterkurier',
      language: 'en',
      items: [
        {
          id: 1,
          url: 'https://kurier.example/a',
          title: 'Pause',
          language: 'de',
          content_text: SAID,
          date_published: '2025-03-18T19:30:00+01:00',
        },
      ],
    });
    const same = {
      text: `Pause\n\n${SAID}`,
      outlet: 'Musterkurier',
      language: 'de',
      date: '2025-03-18T19:30+01:00',
      url: 'https://kurier.example/a',
    };
    for (const contents of [{ 'a.atom': atom }, { 'a.rdf': rdf }, { 'a.json': json }, { 'a.txt': atom }])
      expect((await read(contents)).reports).toMatchObject([same]);
  });

  test('ten thousand entries', async () => {
    const items = Array.from(
      { length: 10_000 },
      (_, at) =>
        `<item><title>Nummer ${at}</title><link>https://kurier.example/${at}</link><description>&lt;p&gt;Die Pause gilt an Tag ${at} und länger.&lt;/p&gt;</description></item>`,
    );
    const { reports } = await read({ 'a.xml': rss(items.join('')) });
    expect(reports).toHaveLength(10_000);
    expect(new Set(reports.map(({ key }) => key)).size).toBe(10_000);
  });

  test('entities, external files, depth and what is no feed are refused with a code', async () => {
    const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>`;
    expect((await read({ 'a.xml': rss('<item><title>&lol2;</title></item>', laughs) })).codes).toEqual(['TB_FEED_ENTITIES']);
    const file = `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>`;
    expect((await read({ 'a.xml': rss('<item><title>&f;</title></item>', file) })).codes).toEqual(['TB_FEED_ENTITIES']);
    expect((await read({ 'a.xml': rss('<a>'.repeat(50_000)) })).codes).toEqual(['TB_FEED_BROKEN']);
    expect((await read({ 'a.xml': '<html><body>x</body></html>' })).codes).not.toContain('TB_FEED_BROKEN');
    expect((await read({ 'a.xml': '<catalogue/>' })).codes).toEqual(['TB_FEED_BROKEN']);
    expect((await read({ 'a.xml': 'no mark at all' })).codes).toEqual(['TB_FEED_BROKEN']);
    expect((await read({ 'a.xml': '<rss version="2.0"><channel><item' })).codes).toEqual(['TB_FEED_BROKEN']);
    // An article that speaks of entities declares none.
    expect(
      (await read({ 'a.xml': rss('<item><title>X</title><description><![CDATA[<!DOCTYPE html> erklärt]]></description></item>') })).reports,
    ).toHaveLength(1);
  });

  test('an entry without words is named, the others are read', async () => {
    const { reports, problems } = await read({
      'a.xml': rss(
        `<item><link>https://kurier.example/1</link></item><item><title>Gut</title></item><item><title>Tief</title><description><![CDATA[${'<div>'.repeat(300)}]]></description></item>`,
      ),
    });
    expect(reports.map(({ text }) => text)).toEqual(['Gut']);
    expect(problems.filter(({ code }) => code === 'TB_FEED_ENTRY').map(({ message }) => /\d+/.exec(message)?.[0])).toEqual(['1', '3']);
  });

  test.for([
    ['Tue, 18 Mar 2025 19:30:00 GMT', '2025-03-18T19:30Z'],
    ['18 Mar 25 9:30 MESZ', '2025-03-18T09:30+02:00'],
    ['2025-03-18T19:30:11.000+02:00', '2025-03-18T19:30+02:00'],
    ['Tue, 31 Feb 2025 19:30:00 GMT', null],
    ['soon', null],
  ] as const)('the date %s', ([stated, date]) => expect(feedDate(stated)).toBe(date));
});

describe('exports of Telegram', () => {
  const message = (id: number, text: unknown, more: object = {}) => ({
    id,
    type: 'message',
    date: '2025-03-18T22:30:00',
    date_unixtime: '1742326200',
    from: 'Lagekanal',
    from_id: 'channel1',
    text,
    ...more,
  });
  const chat = (...messages: readonly unknown[]) => ({ name: 'Lagekanal', type: 'public_channel', id: 1, messages });
  const pieces = [
    'bold',
    'italic',
    'underline',
    'strikethrough',
    'spoiler',
    'code',
    'pre',
    'link',
    'text_link',
    'mention',
    'mention_name',
    'hashtag',
    'cashtag',
    'bot_command',
    'email',
    'phone',
    'bank_card',
    'blockquote',
    'custom_emoji',
    'plain',
  ];

  test('each message is a report of its channel in UTC; pieces of every type are put together as they stand', async () => {
    const { reports, codes } = await read({
      'result.json': JSON.stringify(
        chat(
          message(1, ['Vorab: ', ...pieces.map((type) => ({ type, text: 'Wort ', href: `https://x.example/${type}` })), '\n\n', SAID]),
          message(2, 'Ja.', {
            forwarded_from: 'Anderer Kanal',
            reply_to_message_id: 1,
            edited: '2025-03-18T23:00:00',
            edited_unixtime: '1742328000',
          }),
          { id: 3, type: 'service', action: 'pin_message', text: '' },
          message(4, '', { photo: 'photos/1.jpg' }),
          message(5, 'Ja.'),
          message(6, 7),
          null,
          message(8, 'Ohne Zeit', { date_unixtime: undefined }),
        ),
      ),
    });
    expect(reports.map(({ key, date, outlet }) => [key, date, outlet])).toEqual([
      ['lagekanal#1', '2025-03-18T19:30Z', 'Lagekanal'],
      ['lagekanal#2', '2025-03-18T19:30Z', 'Lagekanal'],
      ['lagekanal#8', '2025-03-18', 'Lagekanal'],
    ]);
    expect(reports[0]?.text).toBe(`Vorab: ${pieces.map(() => 'Wort ').join('')}\n\n${SAID}`);
    expect(quoted(reports[0])).toContain(WORDS);
    expect(reports[1]).toMatchObject({
      text: 'Ja.',
      carrier: { author: 'Lagekanal', message: 2, replyTo: 1, forwardedFrom: 'Anderer Kanal', editedAt: '2025-03-18T20:00Z' },
    });
    expect(codes.filter((code) => code.startsWith('TB_TELEGRAM'))).toEqual([
      'TB_TELEGRAM_TWICE',
      'TB_TELEGRAM_BROKEN',
      'TB_TELEGRAM_BROKEN',
      'TB_TELEGRAM_SET_ASIDE',
    ]);
  });

  test('a full export has all its chats', async () => {
    const whole = {
      about: 'x',
      chats: { list: [chat(message(1, 'Eins und der')), { ...chat(message(1, 'Zwei und der')), name: 'Zweiter' }] },
      left_chats: { list: [{ ...chat(message(9, 'Drei')), name: '' }] },
    };
    const { reports } = await read({ 'result.json': JSON.stringify(whole) });
    expect(reports.map(({ key, text }) => [key, text])).toEqual([
      ['lagekanal#1', 'Eins und der'],
      ['zweiter#1', 'Zwei und der'],
      ['result#9', 'Drei'],
    ]);
  });
});

describe('anything', () => {
  const heads = fc.constantFrom(
    '',
    '%PDF-1.7\n',
    'PK\x03\x04word/document.xml',
    '<?xml version="1.0"?><rss><channel>',
    '<feed><entry>',
    '{"messages":[',
    '{"version":"https://jsonfeed.org/version/1","items":[',
  );
  test('bytes under every ending throw nothing, and what is read is anchored', async () => {
    await fc.assert(
      fc.asyncProperty(
        heads,
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('txt', 'md', 'json', 'html', 'pdf', 'docx', 'xml', 'rss', 'atom', 'rdf', 'bin'),
        async (head, bytes, ending) => {
          const { reports, problems } = await read({ [`a.${ending}`]: Buffer.concat([Buffer.from(head, 'latin1'), bytes]) });
          expect(reports.length + problems.length).toBeGreaterThan(0);
          for (const report of reports) for (const words of quoted(report)) expect(report.text).toContain(words.split(' … ')[0] ?? '');
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  test('JSON of any shape within an export throws nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue(), { maxLength: 5 }), fc.jsonValue(), async (messages, name) => {
        await read({ 'a.json': JSON.stringify({ name, type: 'x', messages }) });
        await read({ 'a.json': JSON.stringify({ version: 'https://jsonfeed.org/version/1', title: name, items: messages }) });
      }),
      { numRuns: 300 },
    );
  });

  test('documents cut or changed anywhere throw nothing', async () => {
    const samples = [pdfOf([[['Der Sprecher sagte nichts.', 70, 700]]], '/Title (x)', true), docxOf(SAID)];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...samples), fc.nat(), fc.nat(255), fc.boolean(), async (sample, at, byte, cut) => {
        const bytes = Buffer.from(sample);
        bytes[at % bytes.length] = byte;
        const { reports, problems } = await read({ 'a.pdf': cut ? bytes.subarray(0, at % bytes.length) : bytes });
        expect(reports.length + problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
