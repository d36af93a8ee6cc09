import { classesAbove, type MatchKind, OBJECT_CODES } from '../../model/index.ts';
import { type ClassSets, classesMeeting } from './class-sets.ts';

/** A class an event may have hit and the surest way it was found. */
export interface FoundClass {
  readonly objectClass: string;
  readonly match: MatchKind;
}

/** From the surest; the position in this list is the number of the kind. */
export const KINDS: readonly MatchKind[] = ['named', 'within', 'near', 'class_only'];

/** Object classes by number, those of the ontology first; a class it does not know gets the next one. */
export class ClassCodes {
  readonly names: string[] = [...OBJECT_CODES];
  readonly #numbers = new Map(this.names.map((name, at) => [name, at]));
  readonly #below: boolean[][] = [];

  numberOf(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.names.length);
    this.names.push(name);
    return this.names.length - 1;
  }

  /** For every stated set and every set of a site, side by side, the classes that may have been hit. */
  tableOf(stated: ClassSets, ofSites: ClassSets): readonly (readonly number[])[] {
    return stated.sets.flatMap((said) => ofSites.sets.map((site) => classesMeeting(said, site).map((name) => this.numberOf(name))));
  }

  /** Whether one of the classes lies below the class given. */
  hasBelow(code: number, classes: readonly number[]): boolean {
    for (const other of classes) {
      let row = this.#below[other];
      if (!row) {
        const above = classesAbove(this.names[other] ?? '');
        row = this.names.map((name) => above.has(name));
        this.#below[other] = row;
      }
      if (row[code] === true && other !== code) return true;
    }
    return false;
  }
}

/** Answers that were given before, so that a million events share the few hundred lists there are. */
export class Answers {
  readonly lists: (readonly FoundClass[])[] = [[]];
  readonly #steps = new Map<number, number>();
  readonly #names: readonly string[];

  constructor(names: readonly string[]) {
    this.#names = names;
  }

  /** Number of the list that holds the classes with the best kind of each; sorts the classes in place. */
  numberOf(classes: number[], kindOf: Uint8Array): number {
    classes.sort((a, b) => (kindOf[a] ?? 0) - (kindOf[b] ?? 0) || a - b);
    let list = 0;
    for (const code of classes) {
      const kind = kindOf[code] ?? 0;
      const step = (list * this.#names.length + code) * KINDS.length + kind;
      let next = this.#steps.get(step);
      if (next === undefined) {
        next = this.lists.length;
        this.lists.push([...(this.lists[list] ?? []), { objectClass: this.#names[code] ?? '', match: KINDS[kind] ?? 'class_only' }]);
        this.#steps.set(step, next);
      }
      list = next;
    }
    return list;
  }
}
