import { actClasses } from './acts.generated.ts';
import { objectClasses } from './ontology.generated.ts';

/** A class of objects a truce may protect. */
export interface ObjectClass {
  readonly code: string;
  readonly parents: readonly string[];
  readonly de: string;
  readonly en: string;
}

/** A kind of act a truce may prohibit. */
export interface ActClass extends ObjectClass {
  /** It is an open question whether the parents include it. */
  readonly unsettled?: boolean;
}

/** How one set of classes lies to another, read from left to right. */
export type SetRelation = 'equal' | 'wider' | 'narrower' | 'overlapping' | 'disjoint';

/** Three-valued answer; `unknown` stays unknown through every step that follows. */
export type Answer = 'yes' | 'no' | 'unknown';

/** A set of classes as a holder states it. */
export interface ObjectSet {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** The open end as said; null if the list is closed. */
  readonly open: string | null;
}

const objectsByCode = new Map(objectClasses.map((entry) => [entry.code, entry]));
const actsByCode = new Map(actClasses.map((entry) => [entry.code, entry]));

function closureOf(classes: ReadonlyMap<string, ObjectClass>): Map<string, ReadonlySet<string>> {
  const closed = new Map<string, ReadonlySet<string>>();
  const visit = (code: string): ReadonlySet<string> => {
    const known = closed.get(code);
    if (known) return known;
    const found = new Set([code]);
    closed.set(code, found);
    for (const parent of classes.get(code)?.parents ?? []) for (const above of visit(parent)) found.add(above);
    return found;
  };
  for (const code of classes.keys()) visit(code);
  return closed;
}

const objectAncestors = closureOf(objectsByCode);
const actAncestors = closureOf(actsByCode);
const childrenOf = new Map<string, string[]>();
for (const entry of objectClasses)
  for (const parent of entry.parents) childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), entry.code]);
const leavesOf = new Map<string, readonly string[]>();
for (const entry of objectClasses) {
  if (childrenOf.has(entry.code)) continue;
  for (const above of objectAncestors.get(entry.code) ?? []) leavesOf.set(above, [...(leavesOf.get(above) ?? []), entry.code]);
}

/** The class and everything above it; a code the ontology does not know stands alone. */
export function classesAbove(code: string): ReadonlySet<string> {
  return objectAncestors.get(code) ?? new Set([code]);
}

/** The act and everything above it; an act the ontology does not know stands alone. */
export function actsAbove(code: string): ReadonlySet<string> {
  return actAncestors.get(code) ?? new Set([code]);
}

/** Codes of all object classes, in the order of the ontology. */
export const OBJECT_CODES: readonly string[] = objectClasses.map((entry) => entry.code);

/** Codes of all acts, in the order of the ontology. */
export const ACT_CODES: readonly string[] = actClasses.map((entry) => entry.code);

/** The name of an object class or act to print; an unknown code is shown as it stands. */
export function labelOf(code: string, language: 'de' | 'en'): string {
  return (objectsByCode.get(code) ?? actsByCode.get(code))?.[language] ?? code.replaceAll('_', ' ');
}

/** Whether a stated set covers an object of the class given; a class coarser than the set, or an open end, leaves it unknown. */
export function coversObject(set: ObjectSet, code: string): Answer {
  const above = classesAbove(code);
  if (set.exclude.some((entry) => above.has(entry))) return 'no';
  const partlyExcluded = set.exclude.some((entry) => classesAbove(entry).has(code));
  if (set.include.some((entry) => above.has(entry))) return partlyExcluded ? 'unknown' : 'yes';
  if (set.include.some((entry) => classesAbove(entry).has(code))) return 'unknown';
  return set.open === null ? 'no' : 'unknown';
}

/** Whether prohibited acts include the act given; `attack` includes a drone strike, and leaves an intercepted attempt open. */
export function prohibitsAct(prohibited: readonly string[], permitted: readonly string[], code: string): Answer {
  const above = actAncestors.get(code) ?? new Set([code]);
  if (permitted.some((entry) => above.has(entry))) return 'no';
  if (prohibited.includes(code)) return 'yes';
  const unsettled = [...above].some((entry) => actsByCode.get(entry)?.unsettled === true && !prohibited.includes(entry));
  if (prohibited.some((entry) => above.has(entry))) return unsettled ? 'unknown' : 'yes';
  return prohibited.some((entry) => actAncestors.get(entry)?.has(code) === true) ? 'unknown' : 'no';
}

function leaves(set: ObjectSet): Set<string> {
  const found = new Set<string>();
  for (const code of set.include) for (const leaf of leavesOf.get(code) ?? [code]) found.add(leaf);
  for (const code of set.exclude) for (const leaf of leavesOf.get(code) ?? [code]) found.delete(leaf);
  return found;
}

/** How two sets relate by the elements in them alone. */
export function compareSets(a: ReadonlySet<string>, b: ReadonlySet<string>): SetRelation {
  let common = 0;
  for (const entry of a) if (b.has(entry)) common++;
  if (common === a.size && common === b.size) return 'equal';
  if (common === b.size) return 'wider';
  if (common === a.size) return 'narrower';
  return common > 0 ? 'overlapping' : 'disjoint';
}

/**
 * How the objects of `a` lie to those of `b`. A list of all parts of a class is not the class itself: whoever names the class
 * leaves room for parts that nobody has listed, so the class is the wider one. An open end widens likewise.
 */
export function compareObjects(a: ObjectSet, b: ObjectSet): SetRelation {
  const relation = compareSets(leaves(a), leaves(b));
  const byName = relation === 'equal' ? namedRelation(a, b) : relation;
  if ((a.open === null) === (b.open === null)) return byName;
  const opened = a.open !== null ? 'wider' : 'narrower';
  if (byName === 'equal' || byName === opened) return opened;
  return 'overlapping';
}

function namedRelation(a: ObjectSet, b: ObjectSet): SetRelation {
  const named = ({ include, exclude }: ObjectSet): readonly string[] =>
    include.filter((code) => !exclude.some((entry) => classesAbove(code).has(entry)));
  const within = (inner: ObjectSet, outer: ObjectSet): boolean =>
    named(inner).every((code) => named(outer).some((other) => classesAbove(code).has(other)));
  const [aInB, bInA] = [within(a, b), within(b, a)];
  if (aInB && bInA) return 'equal';
  if (bInA) return 'wider';
  return aInB ? 'narrower' : 'equal';
}

/** The objects that both sets cover, in the coarsest classes that lie in both. */
export function meetOf(a: ObjectSet, b: ObjectSet): readonly string[] {
  const both = new Set<string>();
  for (const code of a.include) if (b.include.some((other) => classesAbove(code).has(other))) both.add(code);
  for (const code of b.include) if (a.include.some((other) => classesAbove(code).has(other))) both.add(code);
  const closed = new Set([...a.exclude, ...b.exclude]);
  return [...both]
    .filter((code) => ![...classesAbove(code)].some((above) => (above !== code && both.has(above)) || closed.has(above)))
    .sort();
}
