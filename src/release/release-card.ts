import { createHash } from 'node:crypto';
import { canonicalJson } from '../ledger/index.ts';
import type {
  Balance,
  Dossier,
  IncidentReport,
  MonitorBook,
  PublicationProfile,
  ReleasedContent,
  Transform,
  TransformKind,
} from '../model/index.ts';
import { gateCount } from './gate-counts.ts';

/** Rule of `docs/explanation/do-no-harm.md` behind each transform. */
export const TRANSFORM_RULES: Readonly<Record<TransformKind, string>> = {
  embargo: 'R2',
  military: 'R2',
  batch: 'R7',
  place: 'R1',
  time: 'R1',
  class: 'R1',
  outcome: 'R4',
  verdict: 'R1',
  name: 'R3',
  position: 'R6',
  address: 'R3',
  text: 'R11',
  provenance: 'R6',
  count: 'R7',
  id: 'R7',
};

/** Transforms whose number would tell how much happened that is not told yet. */
const UNCOUNTED: ReadonlySet<TransformKind> = new Set(['embargo', 'batch']);

/** The transforms that were applied, in the order of their list; small numbers as ranges, those of withheld records not at all. */
export function transformsOf(counts: ReadonlyMap<TransformKind, number>, profile: PublicationProfile): readonly Transform[] {
  const isCoarse = profile.batch !== 'none';
  return (Object.keys(TRANSFORM_RULES) as TransformKind[]).flatMap((kind): readonly Transform[] => {
    const count = counts.get(kind) ?? 0;
    // Whether anything is under embargo just now is itself told to nobody: the rule is always listed.
    if (isCoarse && UNCOUNTED.has(kind)) return [{ kind, rule: TRANSFORM_RULES[kind], count: null }];
    if (count === 0) return [];
    return [{ kind, rule: TRANSFORM_RULES[kind], count: gateCount(count, profile.minimumCount) }];
  });
}

/** Sources by side, gaps, and the share of readings that people have entered. */
export function balanceOf(reports: readonly IncidentReport[], gaps: MonitorBook['gaps'], dossier: Dossier | null): Balance {
  const sources = new Map<string, Set<string>>();
  for (const { speaker, independenceGroup } of reports) {
    const side = speaker ?? 'none';
    sources.set(side, (sources.get(side) ?? new Set()).add(independenceGroup));
  }
  const readings = dossier?.readings.filter(({ stance }) => stance !== 'silent') ?? [];
  return {
    sourcesBySide: Object.fromEntries(
      [...sources].map(([side, found]) => [side, found.size] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    gaps: gaps.map(({ from, to, side, why }) => ({ from, to, side, why })),
    curatedShare:
      readings.length === 0
        ? null
        : Math.round((readings.filter(({ origin }) => origin === 'curated').length / readings.length) * 100) / 100,
  };
}

/** The hash of a release: over everything in it but the card's own id, hash and time of making. */
export function hashOfRelease(content: ReleasedContent): string {
  const { id: _id, sha256: _hash, createdAt: _made, ...card } = content.card;
  return createHash('sha256')
    .update(canonicalJson({ ...content, card }), 'utf8')
    .digest('hex');
}
