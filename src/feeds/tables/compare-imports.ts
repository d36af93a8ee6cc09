import type { IncidentReport } from '../../model/index.ts';

/** A field that two versions of a row tell differently. */
export interface ChangedField {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** A row of a table in two versions; both stay. */
export interface ChangedRow {
  readonly key: string;
  readonly before: IncidentReport;
  readonly after: IncidentReport;
  readonly fields: readonly ChangedField[];
}

/** What a newer version of a table says otherwise than an older one. */
export interface ImportComparison {
  readonly added: readonly IncidentReport[];
  readonly changed: readonly ChangedRow[];
  /** Reports whose row is gone: withdrawn by the source, and kept by the book as what it once said. */
  readonly withdrawn: readonly IncidentReport[];
  readonly same: number;
}

/** What differs in every import: ids hash the content, a row may have moved, and a table has another name and day. */
const NOT_COMPARED: ReadonlySet<string> = new Set(['id', 'row', 'knownFrom', 'statement']);

/** Fields by their path, in words that can be compared and printed. */
function flatten(value: unknown, path: string, found: Map<string, string>): void {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const [name, inner] of Object.entries(value)) flatten(inner, path === '' ? name : `${path}.${name}`, found);
  } else found.set(path, Array.isArray(value) ? value.join('; ') : value === null || value === undefined ? '' : String(value));
}

function fieldsOf(report: IncidentReport): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(report)) {
    // Where no source is stated, the name of the file stands for it.
    if (!NOT_COMPARED.has(name) && (value === null || value !== report.row?.file)) flatten(value, name, found);
  }
  return found;
}

function changedFields(before: IncidentReport, after: IncidentReport): readonly ChangedField[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((field) => ({ field, before: old.get(field) ?? '', after: now.get(field) ?? '' }))
    .filter((entry) => entry.before !== entry.after);
}

/**
 * Compares two versions of a table by the keys of their rows. A row without a key of its own is identified by what it says, so
 * that its correction is one row withdrawn and another added.
 */
export function compareImports(before: readonly IncidentReport[], after: readonly IncidentReport[]): ImportComparison {
  const keyOf = ({ row, id }: IncidentReport): string => row?.key ?? id;
  const old = new Map(before.map((report) => [keyOf(report), report]));
  const added: IncidentReport[] = [];
  const changed: ChangedRow[] = [];
  let same = 0;
  const still = new Set<string>();
  for (const report of after) {
    const key = keyOf(report);
    const earlier = old.get(key);
    still.add(key);
    if (earlier === undefined) added.push(report);
    else if (earlier.id === report.id) same++;
    else changed.push({ key, before: earlier, after: report, fields: changedFields(earlier, report) });
  }
  return { added, changed, withdrawn: before.filter((report) => !still.has(keyOf(report))), same };
}
