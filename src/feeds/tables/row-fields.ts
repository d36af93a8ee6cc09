import { type Found, type ReadyRule, readyRule } from './apply-rule.ts';
import { tableDate } from './table-date.ts';
import { DATE_FORMS, type DateForm, rulesOf, type TableMapping } from './table-mapping.ts';
import { type Cells, type Fault, fault, shown } from './table-row.ts';

/** Thrown inside the building of one row and caught there: the row is rejected, reading goes on. */
export class RowRejected extends Error {
  readonly fault: Fault;

  constructor(given: Fault) {
    super(given.code);
    this.fault = given;
  }
}

/** The forms that cannot be mistaken for one another. */
const PLAIN_FORMS: readonly DateForm[] = ['iso', 'dd.mm.yyyy'];

/** The fields of one row, as a mapping fills them from its cells. */
export interface RowFields {
  readonly list: (field: string) => readonly string[];
  /** One value or null; several are a fault. */
  readonly one: (field: string) => string | null;
  readonly needed: (field: string) => string;
  readonly code: <T extends string>(field: string, codes: readonly T[], otherwise: T) => T;
  readonly codes: (field: string, known: ReadonlySet<string>) => readonly string[];
  readonly date: (field: string) => string | null;
}

/** Makes the rules of a mapping ready; the result reads one row after the other. */
export function fieldReader(mapping: TableMapping): (cells: Cells) => RowFields {
  const rules = new Map<string, ReadyRule>(Object.entries(mapping.fields).map(([field, rule]) => [field, readyRule(rule)]));
  const forms = new Map<string, readonly DateForm[]>(
    Object.entries(mapping.fields).map(([field, rule]) => [field, rulesOf(rule).find(({ dates }) => dates)?.dates ?? PLAIN_FORMS]),
  );
  return (cells) => {
    const list = (field: string): readonly string[] => {
      const found: Found = rules.get(field)?.(cells) ?? { values: [] };
      if ('fault' in found) throw new RowRejected(found.fault);
      return found.values;
    };
    const one = (field: string): string | null => {
      const values = list(field);
      if (values.length > 1) throw new RowRejected(fault('TB_ROW_SEVERAL', { field, value: shown(values.join(', ')) }));
      return values[0] ?? null;
    };
    const known = (field: string, value: string, fits: boolean): void => {
      if (!fits) throw new RowRejected(fault('TB_ROW_CODE_UNKNOWN', { field, value: shown(value) }));
    };
    return {
      list,
      one,
      needed: (field) => {
        const value = one(field);
        if (value === null) throw new RowRejected(fault('TB_ROW_FIELD_MISSING', { field }));
        return value;
      },
      code: (field, codes, otherwise) => {
        const value = one(field);
        if (value === null) return otherwise;
        const found = codes.find((code) => code === value);
        known(field, value, found !== undefined);
        return found ?? otherwise;
      },
      codes: (field, codes) => {
        const values = list(field);
        for (const value of values) known(field, value, codes.has(value));
        return [...new Set(values)];
      },
      date: (field) => {
        const value = one(field);
        if (value === null) return null;
        const date = tableDate(value, forms.get(field) ?? DATE_FORMS);
        if (date === null) throw new RowRejected(fault('TB_ROW_DATE_BROKEN', { field, value: shown(value) }));
        if (date < '1900') throw new RowRejected(fault('TB_ROW_DATE_OLD', { field, value: shown(value) }));
        return date;
      },
    };
  };
}
