import type { FirePoint } from '../../model/index.ts';
import { readPosition } from './coordinates.ts';
import type { RowContext } from './incident-row.ts';
import { type RowFields, RowRejected } from './row-fields.ts';
import { isBefore } from './table-date.ts';
import { fault, shown } from './table-row.ts';

/** Ground that one detection may stand for; beyond that the column means something else. */
const WIDEST_KM = 20;

/** Makes a fire point of a row: when and where, and nothing of how strong. */
export function firePointOf(fields: RowFields, { now }: RowContext): FirePoint {
  const date = fields.date('date');
  const time = fields.one('time') ?? '';
  const clock = /^\d{1,4}$/.test(time) ? time.padStart(4, '0') : time.replace(':', '');
  if (date === null || !/^(?:[01]\d|2[0-3])[0-5]\d$/.test(clock)) {
    throw new RowRejected(fault('TB_ROW_DATE_BROKEN', { field: 'time', value: shown(`${date ?? ''} ${time}`) }));
  }
  const at = `${date.slice(0, 10)}T${clock.slice(0, 2)}:${clock.slice(2)}Z`;
  if (isBefore(now, at)) throw new RowRejected(fault('TB_ROW_DATE_FUTURE', { field: 'date', value: at }));
  const position = readPosition(fields.one('lat'), fields.one('lon'), null);
  if (position === null) throw new RowRejected(fault('TB_ROW_FIELD_MISSING', { field: 'lat' }));
  if ('fault' in position) throw new RowRejected(position.fault);
  const footprint = Number(fields.one('footprint') ?? '1');
  if (!(footprint > 0 && footprint <= WIDEST_KM)) {
    throw new RowRejected(fault('TB_ROW_NUMBER_BROKEN', { field: 'footprint', value: shown(String(footprint)) }));
  }
  return { at, lat: position.lat, lon: position.lon, footprintKm: footprint };
}
