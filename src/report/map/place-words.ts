import type { ChartMessages } from '../../i18n/pages/charts/messages.ts';
import { unitName } from '../../model/administrative-units.ts';
import { conceptWord } from '../../model/index.ts';
import type { PlaceKey } from './place-groups.ts';

/** A place in words: the region, a cell within it, or how little is known. */
export function placeWords(key: PlaceKey, words: ChartMessages, language: 'de' | 'en'): string {
  switch (key.kind) {
    case 'cell':
      return words.map.cell(key.unit === null ? null : unitName(key.unit, language));
    case 'unit':
      return unitName(key.code, language);
    case 'sea':
      return words.map.atSea;
    case 'state':
      return words.map.stateOnly(stateName(key.code, language));
    case 'unknown':
      return words.map.nowhere;
  }
}

/** A state by its code, in the book's own words where it has some. */
function stateName(code: string, language: 'de' | 'en'): string {
  return conceptWord(code, language) ?? new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}
