import {
  type GradeReason,
  type Incident,
  type IncidentReport,
  OBSERVATION_MEANS,
  type ObservationMeans,
  SOURCE_GRADES,
  type SourceGrade,
} from '../../model/index.ts';
import { attributionOf } from './attribution.ts';
import { independentOrigins, originOf } from './origins.ts';

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

const because = (code: string, values: Readonly<Record<string, string>> = {}): GradeReason => ({ code, values });

/** Grades, occurrence, attribution and means of one incident; each is judged by itself and none is worked out from another. */
export function gradeOf(reports: readonly IncidentReport[]): Graded {
  const claims = reports.filter(({ stance }) => stance !== 'denies' && stance !== 'no_comment');
  const denials = reports.filter(({ stance }) => stance === 'denies');
  const origins = independentOrigins(claims);
  const attribution = attributionOf(reports, independentOrigins);
  const means = meansOf(claims);
  const information = informationOf(claims, denials, origins, attribution);
  const source = sourceOf(claims.length > 0 ? claims : reports);
  return {
    grade: { source: source.grade, sourceWhy: source.why, information: information.grade, informationWhy: information.why },
    occurrence: occurrenceOf(claims, denials, origins),
    attribution,
    means,
  };
}

/** The most reliable source that reports it gives the letter. */
function sourceOf(reports: readonly IncidentReport[]): { readonly grade: SourceGrade; readonly why: GradeReason } {
  const best = [...reports].sort(
    (a, b) => SOURCE_GRADES.indexOf(a.reliability) - SOURCE_GRADES.indexOf(b.reliability) || (a.source < b.source ? -1 : 1),
  )[0];
  if (!best) return { grade: 'F', why: because('no_source') };
  return {
    grade: best.reliability,
    why: because(reports.length > 1 ? 'best_source' : 'only_source', { source: best.source, grade: best.reliability }),
  };
}

type Information = { readonly grade: Incident['grade']['information']; readonly why: GradeReason };

function informationOf(
  claims: readonly IncidentReport[],
  denials: readonly IncidentReport[],
  origins: readonly (readonly IncidentReport[])[],
  attribution: Incident['attribution'],
): Information {
  const [first] = claims;
  if (!first) return { grade: 5, why: because('only_denials') };
  const outright = outrightDenials(denials);
  const names = { origins: String(origins.length) };
  if (outright.length > 0) {
    if (origins.length >= 2) return { grade: 4, why: because('confirmed_and_denied', names) };
    return { grade: 5, why: because('single_and_denied', { source: first.source }) };
  }
  if (origins.length >= 2) return { grade: 1, why: because('independent_sources', names) };
  if (attribution.level === 'admitted_by_party') return { grade: 2, why: because('admitted') };
  if (claims.some(({ means }) => DIRECT.has(means))) return { grade: 2, why: because('observed', { means: meansOf(claims) }) };
  if (attribution.deniedBy.length > 0) return { grade: 4, why: because('responsibility_denied', { source: first.source }) };
  const told = claims.find(({ from, place }) => from !== null && place.territory !== null);
  if (!told) return { grade: 6, why: because('no_time_or_place') };
  return { grade: 3, why: because('one_origin', { source: told.source }) };
}

/** Denials that name nobody deny the event itself; those of an accused side deny that it was them. */
export function outrightDenials(denials: readonly IncidentReport[]): readonly IncidentReport[] {
  return denials.filter(({ accused }) => accused === null);
}

function occurrenceOf(
  claims: readonly IncidentReport[],
  denials: readonly IncidentReport[],
  origins: readonly (readonly IncidentReport[])[],
): Incident['occurrence'] {
  const groups = origins.length;
  const made = (level: Incident['occurrence']['level'], code: string): Incident['occurrence'] => ({
    level,
    independentGroups: groups,
    why: because(code, { origins: String(groups) }),
  });
  if (groups === 0) return made('unverified', 'only_denials');
  if (groups === 1)
    return outrightDenials(denials).length > 0 ? made('unverified', 'single_and_denied') : made('single_source', 'one_origin');
  const watched = claims.some((claim) => claim.speaker === null && DIRECT.has(claim.means));
  if (watched) return made('verified', 'observed_and_reported');
  const sides = new Set(claims.filter(({ speaker }) => speaker !== null).map(originOf));
  return made('corroborated', sides.size >= 2 ? 'both_sides_report' : 'independent_sources');
}

/** The most direct means in the order of the vocabulary. */
function meansOf(reports: readonly IncidentReport[]): ObservationMeans {
  const best = Math.min(...reports.map(({ means }) => OBSERVATION_MEANS.indexOf(means)));
  return OBSERVATION_MEANS[best] ?? 'media_report_only';
}
