import { mayLieIn, type Position2D } from '../../model/index.ts';
import { type Fault, fault, shown } from './table-row.ts';

const NUMBER = /^[+-]?\d{1,3}(?:[.,]\d{1,20})?$/;

const degrees = (text: string): number => (NUMBER.test(text) ? Number(text.replace(',', '.')) : Number.NaN);

/**
 * Checks a position. What cannot be a place, or only is one in the country stated when the two are swapped, is a fault; where
 * the country is not known, a swap within the range of latitudes cannot be told.
 */
export function checkPosition({ lat, lon }: Position2D, territory: string | null): Fault | null {
  const values = { lat: String(lat), lon: String(lon) };
  if (lat === 0 && lon === 0) return fault('TB_ROW_COORDINATES_ZERO');
  const turned = territory !== null && mayLieIn(territory, lon, lat) === true;
  const fits = territory === null ? null : mayLieIn(territory, lat, lon);
  if (turned && fits === false) return fault('TB_ROW_COORDINATES_SWAPPED', { ...values, where: `in ${territory}` });
  if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) return null;
  const swappable = Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
  return swappable ? fault('TB_ROW_COORDINATES_SWAPPED', { ...values, where: 'on earth' }) : fault('TB_ROW_COORDINATES_RANGE', values);
}

/** Reads latitude and longitude of a row; null if it gives none. */
export function readPosition(
  lat: string | null,
  lon: string | null,
  territory: string | null,
): Position2D | null | { readonly fault: Fault } {
  if (lat === null && lon === null) return null;
  const position = { lat: degrees(lat ?? ''), lon: degrees(lon ?? '') };
  if (Number.isNaN(position.lat) || Number.isNaN(position.lon)) {
    return { fault: fault('TB_ROW_COORDINATES_BROKEN', { lat: shown(lat ?? ''), lon: shown(lon ?? '') }) };
  }
  const found = checkPosition(position, territory);
  return found === null ? position : { fault: found };
}
