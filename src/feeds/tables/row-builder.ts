import type { CountryTotals } from '../../model/index.ts';
import { firePointOf } from './fire-row.ts';
import type { ImportSink } from './import-result.ts';
import { incidentOf, type RowContext, type RowIdentity } from './incident-row.ts';
import type { RowFields } from './row-fields.ts';
import { siteOf } from './site-row.ts';
import type { TableKind } from './table-mapping.ts';
import { addTotals, totalOf } from './total-row.ts';

/** Makes of the rows of a table what they stand for. */
export interface RowBuilder {
  /**
   * Checks one row; throws `RowRejected` if it cannot be taken. What it returns hands the row over, and gives the line of the
   * row it went into, or null if it stands by itself.
   */
  readonly build: (fields: RowFields, identity: RowIdentity) => () => Promise<number | null>;
  /** Hands over what needed all rows. */
  readonly finish: () => Promise<void>;
}

const each = (build: (fields: RowFields, identity: RowIdentity) => () => void | Promise<void> | undefined): RowBuilder => ({
  build: (fields, identity) => {
    const hand = build(fields, identity);
    return async () => {
      await hand();
      return null;
    };
  },
  finish: async () => undefined,
});

/** Sums up totals by country, day and act: as many as the table has days, however many rows. */
function totalsBuilder(context: RowContext, sink: ImportSink): RowBuilder {
  const sums = new Map<string, { readonly line: number; total: CountryTotals }>();
  return {
    build: (fields, { line }) => {
      const part = totalOf(fields, context);
      return async () => {
        const known = sums.get(part.id);
        if (known) known.total = addTotals(known.total, part);
        else sums.set(part.id, { line, total: part });
        return known?.line ?? null;
      };
    },
    finish: async () => {
      for (const { total } of sums.values()) await sink.total?.(total);
    },
  };
}

/** The builder for a kind of table. */
export function rowBuilder(kind: TableKind, context: RowContext, sink: ImportSink): RowBuilder {
  switch (kind) {
    case 'incidents':
      return each((fields, identity) => {
        const { report, position } = incidentOf(fields, identity, context);
        return () => sink.incident?.(report, position);
      });
    case 'sites':
      return each((fields, identity) => {
        const site = siteOf(fields, identity, context);
        return () => sink.site?.(site);
      });
    case 'fire_points':
      return each((fields) => {
        const point = firePointOf(fields, context);
        return () => sink.firePoint?.(point);
      });
    case 'totals':
      return totalsBuilder(context, sink);
  }
}
