import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReleasedContent } from '../../src/model/index.ts';
import { type CommandResult, runCommand } from '../run-command.ts';

const REPORT = `---
date: 2025-03-18
outlet: Musterkurier
---
Russland werde 30 Tage lang keine Angriffe auf Energieanlagen in der Ukraine führen, teilte der Kreml mit.
`;
const TABLE = `key,source,from,territory,admin1,objects,act,accused,speaker,url,text
a,Musterwerk,2025-03-18T02:30Z,UA,UA-53,substation,drone_strike,RU,UA,https://example.org/krasnowal-brennt,In Krasnowal brennt es
b,Musterwerk,2025-03-19,RU,RU-KRS,hospital,shelling,UA,RU,https://example.org/2,"=HYPERLINK(""x"")"
`;
const NAMES = `- { kind: site, spellings: [Krasnowal], territory: UA }\n`;

let folder = '';
let seconds = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trucebook-release-'));
  for (const [name, text] of Object.entries({ 'a.txt': REPORT, 'desk.csv': TABLE, 'names.yaml': NAMES })) await writeFile(at(name), text);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

const trucebook = (...args: readonly string[]): Promise<CommandResult> =>
  runCommand(args, {
    append: (path, text) => appendFile(path, text),
    now: () => new Date(Date.UTC(2026, 0, 31, 9, 30, seconds++)).toISOString(),
  });
const release = (...args: readonly string[]) =>
  trucebook('release', at('a.txt'), '--incidents', at('desk.csv'), '--names', at('names.yaml'), ...args);
const book = async (...args: readonly string[]): Promise<ReleasedContent> => JSON.parse((await release('--format', 'json', ...args)).out);

describe('trucebook release', () => {
  test('data on standard output, the card on standard error', async () => {
    const { code, out, err } = await release('--lang', 'en');
    expect(err).toContain('It does not show that what it says is true.');
    expect(err).toContain('Complete only for what happened before 2026-01-28');
    expect(code).toBe(0);
    expect(out.split('\r\n')).toHaveLength(4);
    expect(out).toContain('i-0001,2025-03-18,,UA,UA-53,,admin1,energy_infrastructure');
    expect(out).not.toMatch(/krasnowal|02:30|substation|HYPERLINK/i);
  });

  test('the same at another time of the day', async () => {
    expect(await book()).toMatchObject({ card: { sha256: (await book()).card.sha256 } });
  });

  test('a correction names what it corrects, and its note passes the gate', async () => {
    const { card } = await book('--corrects', 'rel-0123456789ab', '--note', 'It was not Krasnowal.');
    expect(card).toMatchObject({ corrects: 'rel-0123456789ab', correctionNote: 'It was not […].' });
    expect((await release('--corrects', 'rel-0123456789ab')).code).toBe(2);
  });

  test('nothing leaves with a list of names that cannot be read', async () => {
    await writeFile(at('bad.yaml'), '- { kind: sight, spellings: [Krasnowal] }\n');
    const { code, out, err } = await release('--names', at('bad.yaml'));
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('TB_NAMES_SHAPE');
    expect((await release('--names', at('none.yaml'))).code).toBe(1);
  });

  test('a secret keys the ids, and a short one is refused', async () => {
    await writeFile(at('secret'), '0123456789abcdef0123456789abcdef');
    await writeFile(at('short'), 'abc');
    const [one, two] = [await book('--secret', at('secret')), await book('--secret', at('secret'), '--profile', 'partners')];
    expect(one.incidents[0]?.id).toMatch(/^i-[0-9a-f]{16}$/);
    expect(two.incidents[0]?.id).toBe(one.incidents[0]?.id);
    expect((await release('--secret', at('short'))).err).toContain('TB_SECRET_SHORT');
  });

  test('geojson holds polygons alone, and jsonld claims alone', async () => {
    const collection = JSON.parse((await release('--format', 'geojson')).out);
    expect(collection.features.map((feature: { geometry: unknown }) => feature.geometry)).toEqual([null, null]);
    expect((await release('--format', 'jsonld')).out).not.toMatch(/GeoCoordinates|ClaimReview|latitude/);
  });
});

describe('trucebook embargo', () => {
  const embargo = (id: string, hours: number, ...args: readonly string[]) =>
    trucebook(
      'embargo',
      id,
      at('a.txt'),
      '--incidents',
      at('desk.csv'),
      '--hours',
      String(hours),
      '--why',
      'tested',
      '--file',
      at('embargo.jsonl'),
      ...args,
    );

  test('one lengthens, two shorten, and the file only grows', async () => {
    const inside = await book('--profile', 'internal');
    const id = inside.incidents.find(({ objects }) => objects.includes('substation'))?.id ?? '';
    expect(await embargo(id, 80_000, '--by', 'Ada')).toMatchObject({ code: 0 });
    expect((await book('--overrides', at('embargo.jsonl'))).incidents).toHaveLength(1);
    const alone = await embargo(id, 24, '--by', 'Ada', '--editor', 'Ada', '--editor', 'Ben', '--lang', 'en');
    expect(alone).toMatchObject({ code: 1 });
    expect(alone.err).toContain('shortening takes two different people');
    expect((await embargo(id, 24, '--by', 'Ada', '--by', 'ada ', '--editor', 'Ada', '--editor', 'Ben')).code).toBe(1);
    expect((await embargo(id, 24, '--by', 'Ada', '--by', 'Ben')).code).toBe(1);
    expect((await embargo(id, 11, '--by', 'Ada', '--by', 'Ben', '--editor', 'Ada', '--editor', 'Ben')).code).toBe(1);
    expect((await embargo(id, 12, '--by', 'Ada', '--by', 'Ben', '--editor', 'Ada', '--editor', 'Ben')).code).toBe(0);
    const editors = ['--editor', 'Ada', '--editor', 'Ben'];
    expect((await book('--overrides', at('embargo.jsonl'), ...editors)).incidents).toHaveLength(2);
    // Read by a book of one user, the shortening has no effect and says so.
    const single = await release('--overrides', at('embargo.jsonl'), '--editor', 'Ada');
    expect(single.err).toContain('TB_OVERRIDE_REFUSED');
    expect(single.out.split('\r\n')).toHaveLength(3);
    expect((await readFile(at('embargo.jsonl'), 'utf8')).trim().split('\n')).toHaveLength(2);
  });

  test('an unknown incident is an error', async () => {
    expect((await embargo('inc-unknown', 100, '--by', 'Ada')).err).toContain('TB_INCIDENT_UNKNOWN');
  });

  test('nothing leaves with a decision that cannot be read', async () => {
    await writeFile(at('broken.jsonl'), '{"at": "2025", "hours": 5}\n');
    expect(await release('--overrides', at('broken.jsonl'))).toMatchObject({ code: 1, out: '' });
  });
});

test('a reply stands beside the allegation, with its source', async () => {
  const inside = await book('--profile', 'internal');
  const id = inside.incidents.find(({ objects }) => objects.includes('substation'))?.reports[0];
  const reply = {
    incident: id,
    by: 'RU',
    speaker: null,
    at: '2025-03-19T10:00Z',
    words: 'Not us, and not Krasnowal.',
    language: 'en',
    url: 'https://example.org/reply',
  };
  await writeFile(at('replies.jsonl'), `${JSON.stringify(reply)}\n{"incident": "x"}\n`);
  const { replies } = await book('--replies', at('replies.jsonl'));
  expect(replies).toMatchObject([{ by: 'RU', at: '2025-03-19', words: 'Not us, and not […].' }]);
  const { out, err } = await release('--replies', at('replies.jsonl'));
  expect(out).toContain('RU, 2025-03-19: Not us, and not […]. (https://example.org/reply)');
  expect(err).toContain('TB_REPLY_SHAPE');
});
