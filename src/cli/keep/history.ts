import { checkAddress, isAddress } from '../../feeds/network/check-address.ts';
import { topicsFor } from '../../i18n/topics.ts';
import type { Entry } from '../../model/index.ts';
import { KEPT_APART } from '../../model/index.ts';
import { type BookStore, canonicalJson, openStore } from '../../store/index.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { type FormatOption, type KeptOptions, minuteOf, placeOf } from './options.ts';

/** Longest value of a field that is shown whole. */
const LONGEST = 100;

/** A body of a fact, as far as it can be shown. */
async function bodyOf(store: BookStore, hash: string | null): Promise<Readonly<Record<string, unknown>> | null> {
  const bytes = hash === null ? null : await store.content(hash);
  return bytes === null ? null : (JSON.parse(Buffer.from(bytes).toString('utf8')) as Readonly<Record<string, unknown>>);
}

const shown = (value: unknown): string => {
  if (value === undefined) return '–';
  const text = typeof value === 'string' ? value : canonicalJson(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length})` : text;
};

/** Of a report that took the place of another also what its address has given since, which stands with the first of them. */
async function withLaterOf(store: BookStore, id: string, entries: readonly Entry[]): Promise<readonly Entry[]> {
  const homes = new Set(
    entries.filter(({ kind, home }) => kind === 'retrieval' && home !== id && home.startsWith('rep-')).map(({ home }) => home),
  );
  const more: Entry[] = [];
  for (const home of homes) more.push(...(await store.entries({ about: home })).filter(({ kind }) => kind === 'retrieval'));
  const known = new Set(entries.map(({ seq }) => seq));
  return [...entries, ...more.filter(({ seq }) => !known.has(seq))].sort((a, b) => a.seq - b.seq);
}

/** Prints every entry about one thing, with what it changed. */
export async function runHistory(terminal: Terminal, id: string, options: KeptOptions & FormatOption): Promise<ExitCode> {
  const store = await openStore(placeOf(terminal, options), { now: terminal.now });
  try {
    // An address is kept as a browser would write it.
    const checked = isAddress(id) ? checkAddress(id) : null;
    const about = checked !== null && 'url' in checked ? checked.url.href : id;
    const entries = await withLaterOf(store, about, await store.entries({ about }));
    const { keeping, kinds } = topicsFor(options.lang).book;
    if (options.format === 'json') {
      const withBodies = [];
      for (const entry of entries) withBodies.push({ ...entry, body: await bodyOf(store, entry.after) });
      await terminal.out(`${JSON.stringify(withBodies, null, 2)}\n`);
    } else {
      for (const entry of entries) await terminal.out(`${(await linesOf(entry)).join('\n')}\n\n`);
    }
    if (entries.length > 0) return 0;
    terminal.err(`${keeping.noHistory(id)}\n`);
    return 1;

    async function linesOf(entry: Entry): Promise<readonly string[]> {
      const { seq, at, author, action, kind, why, notice, origin } = entry;
      const head = `${keeping.atEntry(seq)}  ${minuteOf(at)}  ${keeping.authors[author.kind] ?? author.kind} ${author.name}`;
      const apart = (KEPT_APART as readonly string[]).includes(kind) && action !== 'erase';
      const [before, after] = apart ? [null, null] : [await bodyOf(store, entry.before), await bodyOf(store, entry.after)];
      const hidden = apart ? [keeping.contentApart] : entry.after !== null && after === null ? [keeping.contentErased] : [];
      const from = origin === null ? '' : `  ${keeping.madeFrom(origin)}`;
      return [
        terminal.paint('heading', head),
        `  ${keeping.actions[action] ?? action}: ${kinds[kind] ?? kind}, ${entry.id}${from}`,
        ...(why === null ? [] : [`  ${keeping.why(why)}`]),
        ...(notice === 'clock_backwards' ? [`  ${keeping.clockBackwards}`] : []),
        ...hidden.map((line) => `  ${line}`),
        ...fieldsOf(before, after).map((line) => `  ${line}`),
        terminal.paint('dim', `  ${entry.hash}`),
      ];
    }

    /** The fields of what was added, or those that changed with both their values. */
    function fieldsOf(
      before: Readonly<Record<string, unknown>> | null,
      after: Readonly<Record<string, unknown>> | null,
    ): readonly string[] {
      if (after === null) return [];
      if (before === null) return Object.entries(after).map(([name, value]) => `  ${keeping.changed(name)} ${shown(value)}`);
      const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
      return names
        .filter((name) => canonicalJson(before[name]) !== canonicalJson(after[name]))
        .map((name) => `  ${keeping.changed(name)} ${shown(before[name])} → ${shown(after[name])}`);
    }
  } finally {
    await store.close();
  }
}
