import type { ImportSink } from './import-result.ts';
import { incidentOf, type RowContext, type RowIdentity } from './incident-row.ts';
import type { RowFields } from './row-fields.ts';
import type { TableKind } from './table-mapping.ts';

/** Makes of the rows of a table what they stand for. */
export interface RowBuilder {
  /**
   * Checks one row; throws `RowRejected` if it cannot be taken. What it returns hands the row over, and gives the line of the
   * row it went into, or null if it stands by itself.
   */
  readonly build: (fields: RowFields, identity: RowIdentity) => Promise<() => Promise<number | null>> | (() => Promise<number | null>);
  /** Hands over what needed all rows. */
  readonly finish: () => Promise<void>;
}

/** The builder for a kind of table. */
export function rowBuilder(kind: TableKind, context: RowContext, sink: ImportSink): RowBuilder {
  switch (kind) {
    default:
      return {
        build: (fields, identity) => {
          const { report, position } = incidentOf(fields, identity, context);
          return async () => {
            await sink.incident?.(report, position);
            return null;
          };
        },
        finish: async () => undefined,
      };
  }
}
