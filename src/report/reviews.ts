import type { Messages } from '../i18n/index.ts';
import { type Dossier, isSetAside, type Reading } from '../model/index.ts';
import type { HistoryView } from './dossier-view.ts';
import type { EntryMaker } from './entries.ts';

/** Every reading that people have decided about, each with what they put in its place, the latest decision last. */
export function reviewsOf(dossier: Dossier, agreement: string, messages: Messages, maker: EntryMaker): readonly HistoryView[] {
  const all = [...dossier.readings, ...(dossier.setAside ?? [])];
  const byId = new Map(all.map((reading) => [reading.id, reading]));
  const rootOf = (reading: Reading): string => {
    let root = reading;
    // Each entered reading is later than the one it stands beside, so that the chain ends.
    for (let next = byId.get(root.review?.reading ?? ''); next; next = byId.get(root.review?.reading ?? '')) root = next;
    return root.id;
  };
  const families = new Map<string, Reading[]>();
  for (const reading of all) {
    if (reading.agreement !== agreement || !reading.review) continue;
    const root = rootOf(reading);
    families.set(root, [...(families.get(root) ?? []), reading]);
  }
  return [...families]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([root, family]) => {
      const first = byId.get(root);
      if (!first) return [];
      const inOrder = family.toSorted((a, b) => Number(b.id === root) - Number(a.id === root) || compare(a.review?.at, b.review?.at));
      const versions = inOrder.map((reading) => {
        const { review } = reading;
        const entry = maker.entry(reading);
        const decided = review ? [messages.review.state[review.state](review.by, messages.date(review.at.slice(0, 10)), review.why)] : [];
        // Who decided, when and why says more than that somebody did.
        const general = [messages.ui.curated, messages.review.reviewed(review?.by ?? '')];
        return {
          entry: { ...entry, notes: [...entry.notes.filter((note) => !general.includes(note)), ...decided] },
          superseded: isSetAside(reading),
        };
      });
      return [{ label: messages.element[first.element], holder: maker.nameOf(first.holder), versions }];
    });
}

const compare = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);
