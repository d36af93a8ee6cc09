import { mayLieIn, type Position2D } from '../../model/index.ts';
import { type Fault, fault, shown } from './table-row.ts';

const NUMBER = /^[+-]?\d{1,3}(?:[.,]\d{1,20})?$/;

const degrees = (text: string): number => (NUMBER.test(text) ? Number(text.replace(',', '.')) : Number.NaN);

/**
 * Reads latitude and longitude. What cannot be a place, or only is one in the country stated when the two are swapped, is a
 * fault; where the country is not known, a swap cannot be told.
 */
export function readPosition(
  lat: string | null,
  lon: string | null,
  territory: string | null,
): Position2D | null | { readonly fault: Fault } {
  if (lat === null && lon === null) return null;
  const position = { lat: degrees(lat ?? ''), lon: degrees(lon ?? '') };
  const values = { lat: shown(lat ?? ''), lon: shown(lon ?? '') };
  if (Number.isNaN(position.lat) || Number.isNaN(position.lon)) return { fault: fault('TB_ROW_COORDINATES_BROKEN', values) };
  if (position.lat === 0 && position.lon === 0) return { fault: fault('TB_ROW_COORDINATES_ZERO') };
  const turned = territory !== null && mayLieIn(territory, position.lon, position.lat) === true;
  const fits = territory === null ? null : mayLieIn(territory, position.lat, position.lon);
  if (turned && fits === false) return { fault: fault('TB_ROW_COORDINATES_SWAPPED', { ...values, territory: territory ?? '' }) };
  if (Math.abs(position.lat) > 90 || Math.abs(position.lon) > 180) return { fault: fault('TB_ROW_COORDINATES_RANGE', values) };
  return position;
}
