import type { Divergence, Dossier, Element, Reading } from '../model/index.ts';

/** What a reader wants to know first: what is protected, from when, for how long, who watches, on which conditions, who is in it. */
const IMPORTANCE: readonly Element[] = [
  'protected_objects',
  'prohibited_acts',
  'entry_into_force',
  'duration',
  'monitoring',
  'exchange',
  'preconditions',
  'reciprocity',
  'release_clause',
  'parties_and_signatories',
  'geographic_scope',
];
/** Differences between sides that are shown of one agreement; the rest is counted, and whole in the JSON. */
const MOST = 8;

/** The differences of one agreement, sorted for reading. */
export interface Differences {
  /** Between two sides that both speak, the weightiest of each pair and element. */
  readonly chosen: readonly Divergence[];
  /** Further ones between the same sides. */
  readonly further: readonly Divergence[];
  /** One side against itself. */
  readonly within: readonly Divergence[];
  /** One side speaks and the other does not. */
  readonly oneSided: readonly Divergence[];
}

const placeOf = (element: Element): number => {
  const place = IMPORTANCE.indexOf(element);
  return place < 0 ? IMPORTANCE.length : place;
};

/** Kinds of one element in the order in which they weigh; who is bound comes behind what is said. */
const WEIGHT: Readonly<Partial<Record<Divergence['kind'], number>>> = { obligation_differs: 1, wording_only: 2, rendering_only: 3 };

/** Sorts the differences of an agreement by weight; of one pair of sides and element only the first is chosen. */
export function differencesOf(
  dossier: Dossier,
  agreement: string,
  readings: ReadonlyMap<string, Reading>,
  ownWords: (reading: Reading) => boolean,
): Differences {
  const isSilent = (id: string): boolean => readings.get(id)?.stance === 'silent';
  const quoted = ({ a, b }: Divergence): number =>
    [a, b].filter(({ reading }) => {
      const found = readings.get(reading);
      return found !== undefined && ownWords(found);
    }).length;
  const sorted = dossier.divergences
    .filter((divergence) => divergence.agreement === agreement)
    .map((divergence) => ({ divergence, quoted: quoted(divergence) }))
    .toSorted(
      (x, y) =>
        placeOf(x.divergence.element) - placeOf(y.divergence.element) ||
        (WEIGHT[x.divergence.kind] ?? 0) - (WEIGHT[y.divergence.kind] ?? 0) ||
        y.quoted - x.quoted,
    )
    .map(({ divergence }) => divergence);
  const isOneSided = ({ a, b }: Divergence): boolean => isSilent(a.reading) || isSilent(b.reading);
  const spoken = sorted.filter((divergence) => !isOneSided(divergence));
  const across = spoken.filter(({ within }) => !within);
  const firstOf = (items: readonly Divergence[], key: (divergence: Divergence) => string): readonly Divergence[] => [
    ...items.reduce((map, item) => (map.has(key(item)) ? map : map.set(key(item), item)), new Map<string, Divergence>()).values(),
  ];
  const chosen = firstOf(across, ({ element, a, b }) => [element, ...[a.holder, b.holder].sort()].join(' ')).slice(0, MOST);
  return {
    chosen,
    further: across.filter((divergence) => !chosen.includes(divergence)),
    within: firstOf(
      spoken.filter(({ within }) => within),
      ({ element, a }) => `${element} ${a.holder}`,
    ),
    oneSided: sorted.filter(isOneSided),
  };
}
