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
import { TRANSFORM_KINDS } from '../model/index.ts';
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

/** Rules that hold for a whole release: a number would tell how much is withheld, or nothing at all. */
function isAlways(kind: TransformKind, profile: PublicationProfile): boolean {
  if (profile.batch === 'none') return false;
  return kind === 'embargo' || kind === 'batch' || kind === 'id' || (kind === 'count' && profile.minimumCount > 1);
}

/** The transforms that were applied, in the order of their list; small numbers as ranges, those of withheld records not at all. */
export function transformsOf(counts: ReadonlyMap<TransformKind, number>, profile: PublicationProfile): readonly Transform[] {
  return TRANSFORM_KINDS.flatMap((kind): readonly Transform[] => {
    const rule = TRANSFORM_RULES[kind];
    if (isAlways(kind, profile)) return [{ kind, rule, count: null }];
    const count = counts.get(kind) ?? 0;
    return count === 0 ? [] : [{ kind, rule, count: gateCount(count, profile.minimumCount) }];
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
