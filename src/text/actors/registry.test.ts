import { describe, expect, test } from 'vitest';
import { defaultRegistry, findActors, registryData } from './index.ts';

const registry = defaultRegistry();

describe('the registry', () => {
  test('has each id once', () => {
    const ids = registryData.actors.map((actor) => actor.id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(ids.length).toBeGreaterThanOrEqual(220);
  });

  test('every role is one of somebody known, of a known post, with dates in order', () => {
    const posts = new Set(registryData.roles.map((role) => role.post));
    const wrong = registryData.actors.flatMap((actor) =>
      (actor.roles ?? [])
        .filter((role) => {
          const ordered = role.from === undefined || role.to === undefined || role.from < role.to;
          const dated = [role.from, role.to].every((day) => day === undefined || /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(day));
          return !registry.actor(role.of) || !posts.has(role.post ?? '') || !ordered || !dated;
        })
        .map((role) => `${actor.id}: ${role.of} ${role.post}`),
    );
    expect(wrong).toEqual([]);
  });

  test('every holder is a state or an actor, and every entry says where it can be checked', () => {
    const known = (holder: string | undefined): boolean =>
      holder === undefined || registry.states.has(holder) || registry.actor(holder) !== null;
    expect(
      registryData.actors.filter((actor) => !known(actor.holder) || actor.source === '').map((actor) => `${actor.id} ${actor.holder}`),
    ).toEqual([]);
  });

  test('nobody holds one post of one state twice at a time', () => {
    const double: string[] = [];
    for (const [key, held] of registry.posts) {
      if (!/\|(?:president|prime_minister|chancellor|foreign_minister|defence_minister)$/.test(key) || !/^[A-Z]{2}\|/.test(key)) continue;
      for (const a of held)
        for (const b of held)
          if (a !== b && (a.role.from ?? '') < (b.role.from ?? '') && (a.role.to ?? '9999') > (b.role.from ?? ''))
            double.push(`${key} ${a.actor.id} ${b.actor.id}`);
    }
    expect(double).toEqual([]);
  });

  test('every state has its government, and adjectives of its own', () => {
    expect(registryData.states.length).toBeGreaterThanOrEqual(190);
    expect(registryData.states.filter((state) => registry.actor(`${state.iso.toLowerCase()}.government`) === null)).toEqual([]);
    expect(registry.actor('ua.government')?.name).toBe('Regierung der Ukraine');
    expect(registry.actor('lb.authorities')?.name).toBe('Behörden des Libanon');
    expect(registry.actor('nowhere.government')).toBeNull();
  });
});

describe('findActors', () => {
  const found = (text: string, date: string | null = '2025-03-19'): string[] =>
    findActors(text, registry, date).map((mention) => `${text.slice(mention.span.start, mention.span.end)}=${mention.actor}`);

  test.for([
    ['Laut Trumps Brief zögert Kiew.', ['Trumps=donald-trump', 'Kiew=ua.government']],
    ['aus dem Weißen Haus', ['Weißen Haus=us.presidency']],
    ['des Weissen Hauses', ['Weissen Hauses=us.presidency']],
    ['Das Internationale Komitee vom Roten Kreuz half.', ['Internationale Komitee vom Roten Kreuz=ikrk']],
    ['WLADIMIR PUTIN reist', ['WLADIMIR PUTIN=wladimir-putin']],
    ['Give us the list, the US said.', ['US=us.government']],
    ['Die Trump-Sprecherin kam.', []],
    ['US-Präsident Joe Biden', ['Joe Biden=joe-biden']],
    ['der dpa zufolge', ['dpa=dpa']],
    ['in un autre pays', []],
  ] as [string, string[]][])('%s', ([text, mentions]) => expect(found(text)).toEqual(mentions));

  test('a surname means whom the text has named, else who is in office', () => {
    expect(found('Hillary Clinton kam. Clinton ging.', '2011-05-01')[1]).toBe('Clinton=hillary-clinton');
    expect(found('Clinton sprach.', '1999-05-01')).toEqual(['Clinton=bill-clinton']);
  });
});
