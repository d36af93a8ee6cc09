import {
  type GradeReason,
  type Incident,
  type IncidentReport,
  OBSERVATION_MEANS,
  type ObservationMeans,
  SOURCE_GRADES,
  type SourceGrade,
} from '../../model/index.ts';
import { isAnswer } from '../cluster/answer-fits.ts';
import { attributionOf } from './attribution.ts';
import { independentOrigins, originOf } from './origins.ts';
import { kindOf, reliabilityOf } from './reliability.ts';

/** Means by which somebody perceived the thing itself or its traces, and not only what was said of it. */
const DIRECT: ReadonlySet<ObservationMeans> = new Set([
  'saw',
  'heard',
  'camera',
  'uav',
  'crater_analysis',
  'satellite_or_thermal',
  'geolocated_media',
]);

type Graded = Pick<Incident, 'grade' | 'occurrence' | 'attribution' | 'means'>;

/** What grading knows beside the reports. */
export interface GradeContext {
  /** Sides of the conflict; whoever else speaks is a third party. */
  readonly sides: ReadonlySet<string>;
  /** Answers that deny everything on some days: they tell who denies, and weigh nothing against one event. */
  readonly general: ReadonlySet<string>;
}

interface Sorted extends GradeContext {
  readonly claims: readonly IncidentReport[];
  /** Denials by others than those who claim it: a side that contradicts itself settles nothing. */
  readonly denials: readonly IncidentReport[];
  readonly origins: readonly (readonly IncidentReport[])[];
}

const because = (code: string, values: Readonly<Record<string, string>> = {}): GradeReason => ({ code, values });

/** Grades, occurrence, attribution and means of one incident; each is judged by itself and none is worked out from another. */
export function gradeOf(reports: readonly IncidentReport[], context: GradeContext): Graded {
  const claims = reports.filter((report) => !isAnswer(report));
  const claiming = new Set(claims.map(({ speaker }) => speaker));
  const denials = reports.filter(
    ({ stance, speaker, id }) => stance === 'denies' && !context.general.has(id) && (speaker === null || !claiming.has(speaker)),
  );
  const sorted = { ...context, claims, denials, origins: independentOrigins(claims) };
  const attribution = attributionOf(reports, context.sides);
  return {
    grade: { ...sourceOf(claims.length > 0 ? claims : reports, context.sides), ...informationOf(sorted, attribution) },
    occurrence: occurrenceOf(sorted),
    attribution,
    means: meansOf(claims),
  };
}

/** The most reliable source that reports it gives the letter: its own grade, or that of its kind where nobody has graded it. */
function sourceOf(reports: readonly IncidentReport[], sides: ReadonlySet<string>): Pick<Incident['grade'], 'source' | 'sourceWhy'> {
  const graded = reports.map((report): { readonly report: IncidentReport; readonly grade: SourceGrade; readonly kind: string | null } => {
    if (report.reliability !== 'F') return { report, grade: report.reliability, kind: null };
    const kind = kindOf(report, sides);
    return { report, grade: reliabilityOf(kind), kind };
  });
  const best = graded.sort(
    (a, b) => SOURCE_GRADES.indexOf(a.grade) - SOURCE_GRADES.indexOf(b.grade) || (a.report.source < b.report.source ? -1 : 1),
  )[0];
  if (!best) return { source: 'F', sourceWhy: because('no_source') };
  const source = best.report.source;
  return {
    source: best.grade,
    sourceWhy: best.kind === null ? because('graded', { source }) : because('by_kind', { source, kind: best.kind }),
  };
}

type Information = Pick<Incident['grade'], 'information' | 'informationWhy'>;
const information = (
  grade: Incident['grade']['information'],
  code: string,
  values: Readonly<Record<string, string>> = {},
): Information => ({
  information: grade,
  informationWhy: because(code, values),
});

function informationOf({ claims, denials, origins }: Sorted, attribution: Incident['attribution']): Information {
  const [first] = claims;
  if (!first) return information(5, 'only_denials');
  const several = { origins: String(origins.length) };
  if (outright(denials).length > 0) {
    return origins.length >= 2
      ? information(4, 'confirmed_and_denied', several)
      : information(5, 'single_and_denied', { source: first.source });
  }
  if (origins.length >= 2) return information(1, 'independent_sources', several);
  if (attribution.level === 'admitted_by_party') return information(2, 'admitted');
  if (claims.some(({ means }) => DIRECT.has(means))) return information(2, 'observed', { means: meansOf(claims) });
  if (denials.length > 0) return information(4, 'responsibility_denied', { source: first.source });
  const told = claims.find(({ from, place }) => from !== null && place.territory !== null);
  return told ? information(3, 'one_origin', { source: told.source }) : information(6, 'no_time_or_place');
}

/** A side that clears itself denies that it was them; whoever clears nobody, or somebody else, denies that it happened. */
function outright(denials: readonly IncidentReport[]): readonly IncidentReport[] {
  return denials.filter(({ accused, speaker }) => accused === null || accused !== speaker);
}

function occurrenceOf({ claims, denials, origins, sides }: Sorted): Incident['occurrence'] {
  const groups = origins.length;
  const made = (level: Incident['occurrence']['level'], code: string): Incident['occurrence'] => ({
    level,
    independentGroups: groups,
    why: because(code, { origins: String(groups) }),
  });
  if (groups === 0) return made('unverified', 'only_denials');
  if (groups === 1) return outright(denials).length > 0 ? made('unverified', 'single_and_denied') : made('single_source', 'one_origin');
  const watched = claims.some(({ speaker, means }) => (speaker === null || !sides.has(speaker)) && DIRECT.has(means));
  if (watched) return made('verified', 'observed_and_reported');
  const speaking = new Set(claims.filter(({ speaker }) => speaker !== null && sides.has(speaker)).map(originOf));
  return made('corroborated', speaking.size >= 2 ? 'both_sides_report' : 'independent_sources');
}

/** The most direct means in the order of the vocabulary. */
function meansOf(reports: readonly IncidentReport[]): ObservationMeans {
  const best = Math.min(...reports.map(({ means }) => OBSERVATION_MEANS.indexOf(means)));
  return OBSERVATION_MEANS[best] ?? 'media_report_only';
}
