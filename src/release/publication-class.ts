import {
  classesAbove,
  type Incident,
  type IncidentReport,
  OBJECT_CODES,
  PUBLICATION_CLASSES,
  type PublicationClass,
} from '../model/index.ts';

/** The class by which each group is called where its members are not told apart. */
const GROUP_CODES: Readonly<Record<PublicationClass, string>> = {
  military: 'military_object',
  energy: 'energy_infrastructure',
  other_civilian: 'civilian_object',
};

const below = new Map<string, string[]>();
for (const code of OBJECT_CODES) for (const above of classesAbove(code)) below.set(above, [...(below.get(above) ?? []), code]);

function ownGroup(code: string): PublicationClass {
  const above = classesAbove(code);
  if (above.has(GROUP_CODES.military)) return 'military';
  if (above.has(GROUP_CODES.energy)) return 'energy';
  return above.has(GROUP_CODES.other_civilian) ? 'other_civilian' : 'military';
}

/** The strictest of some groups; nothing known is as strict as can be. */
export function strictestOf(groups: Iterable<PublicationClass>): PublicationClass {
  const found = new Set(groups);
  return PUBLICATION_CLASSES.find((group) => found.has(group)) ?? 'military';
}

const groups = new Map(
  OBJECT_CODES.map((code) => [code, strictestOf((below.get(code) ?? []).filter((inner) => isLeaf(inner)).map(ownGroup))]),
);

function isLeaf(code: string): boolean {
  return (below.get(code) ?? []).length === 1;
}

/**
 * The group of one object class. A class that may mean a stricter one ("infrastructure" may be a substation, "shipping" a
 * warship) is treated as that one, and so is a code that nobody knows.
 */
export function groupOf(code: string): PublicationClass {
  return groups.get(code) ?? 'military';
}

/** The strictest group among object classes; none known is treated like military. */
export function strictestGroup(codes: Iterable<string>): PublicationClass {
  return strictestOf([...codes].map(groupOf));
}

/**
 * The strictest group that anything known of an incident may mean. Where the incident itself has no class, a class that one of its
 * reports names (a denial, say) does not make it known.
 */
export function groupOfIncident(
  { objects, matches }: Pick<Incident, 'objects' | 'matches'>,
  reports: readonly Pick<IncidentReport, 'objects'>[],
): PublicationClass {
  const own = strictestGroup([...objects, ...matches.map(({ objectClass }) => objectClass)]);
  return strictestOf([own, ...reports.flatMap((report) => report.objects.map(groupOf))]);
}

/** What civilian objects other than energy are called where most of them lie. */
const OTHER_INFRASTRUCTURE = 'other_civilian_infrastructure';

/** What an object class is called where the group is all that may be told. */
export function groupCode(code: string): string {
  return classesAbove(code).has(OTHER_INFRASTRUCTURE) ? OTHER_INFRASTRUCTURE : GROUP_CODES[groupOf(code)];
}

/** The classes without parts that a class may mean. */
export function leavesOf(code: string): readonly string[] {
  const leaves = (below.get(code) ?? []).filter(isLeaf);
  return leaves.length > 0 ? leaves : [code];
}
