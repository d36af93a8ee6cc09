import { classesAbove } from '../../model/index.ts';

/** Sets of object classes by number, so that a set is one number in the inner loop; number 0 is the empty set. */
export interface ClassSets {
  readonly sets: readonly (readonly string[])[];
  /** Number of a set, given one if it is new. */
  numberOf(classes: readonly string[]): number;
}

/** Makes an empty table of class sets. */
export function makeClassSets(): ClassSets {
  const sets: (readonly string[])[] = [[]];
  const numbers = new Map<string, number>([['', 0]]);
  return {
    sets,
    numberOf(classes) {
      // Most reports state no class, or one.
      const asGiven = numbers.get(classes.join(' '));
      if (asGiven !== undefined) return asGiven;
      const sorted = [...new Set(classes)].sort();
      const key = sorted.join(' ');
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, sets.length);
      sets.push(sorted);
      return sets.length - 1;
    },
  };
}

/**
 * The classes an event can have hit if it hit a site of the classes given: the finer of what the report states and what the
 * register states, where one lies in the other; all classes of the site where the report states none; none where they
 * exclude each other.
 */
export function classesMeeting(stated: readonly string[], ofSite: readonly string[]): readonly string[] {
  if (stated.length === 0) return ofSite;
  const found = new Set<string>();
  for (const site of ofSite) {
    for (const said of stated) {
      if (classesAbove(site).has(said)) found.add(site);
      else if (classesAbove(said).has(site)) found.add(said);
    }
  }
  return [...found].sort();
}
