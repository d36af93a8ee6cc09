import { idOf, OBJECT_CODES, type Site } from '../../model/index.ts';
import { checkPosition, readPosition } from './coordinates.ts';
import { areaOf, type RowContext, type RowIdentity } from './incident-row.ts';
import { readGeometry, type SiteGeometry } from './outline.ts';
import { type RowFields, RowRejected } from './row-fields.ts';
import { fault } from './table-row.ts';

const OBJECTS: ReadonlySet<string> = new Set(OBJECT_CODES);

function geometryOf(fields: RowFields, territory: string | null): SiteGeometry {
  const given = fields.one('geometry');
  if (given !== null) {
    const geometry = readGeometry(given);
    if ('fault' in geometry) throw new RowRejected(geometry.fault);
    const wrong = checkPosition(geometry, territory);
    if (wrong) throw new RowRejected(wrong);
    return geometry;
  }
  const position = readPosition(fields.one('lat'), fields.one('lon'), territory);
  if (position === null) throw new RowRejected(fault('TB_ROW_FIELD_MISSING', { field: 'lat' }));
  if ('fault' in position) throw new RowRejected(position.fault);
  return { ...position, outline: null };
}

/** Makes a protected site of a row. Of everything a register knows it takes name, class and place. */
export function siteOf(fields: RowFields, { line, key }: RowIdentity, context: RowContext): Site {
  const objects = fields.codes('objects', OBJECTS);
  if (objects.length === 0) throw new RowRejected(fault('TB_ROW_FIELD_MISSING', { field: 'objects' }));
  const { territory, admin1 } = areaOf(fields, context, line);
  const { lat, lon, outline } = geometryOf(fields, territory);
  return {
    id: idOf('site', context.table, key),
    objects,
    territory,
    admin1,
    names: [...new Set(fields.list('names'))],
    position: { lat, lon },
    outline,
    source: fields.one('source') ?? context.file,
  };
}
