import { administrativeUnits } from './administrative-units.generated.ts';
import type { Both } from './words.ts';

/** A first-level unit of a state by its ISO 3166-2 code, with its name in full and as it fits on a map. */
export interface AdministrativeUnit extends Both {
  readonly code: string;
  readonly short: Both;
}

const BY_CODE: ReadonlyMap<string, AdministrativeUnit> = new Map(administrativeUnits.map((unit) => [unit.code, unit]));

/** Every first-level unit that has a name and an outline here. */
export function knownUnits(): readonly AdministrativeUnit[] {
  return administrativeUnits;
}

/** The name of a first-level unit, in full or short; a code that is not known is printed as it is. */
export function unitName(code: string, language: keyof Both, length: 'full' | 'short' = 'full'): string {
  const unit = BY_CODE.get(code);
  if (!unit) return code;
  return length === 'short' ? unit.short[language] : unit[language];
}
