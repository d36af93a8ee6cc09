import type { ImportMessages } from './messages.ts';

const rows = (count: number): string => (count === 1 ? '1 Zeile' : `${count} Zeilen`);

/** German. */
export const importsDe: ImportMessages = {
  read: 'gelesen',
  accepted: 'angenommen',
  merged: 'zusammengeführt',
  rejected: 'abgewiesen',
  recognised: (format, mapping) => `${format}, gelesen als „${mapping}“`,
  formats: { csv: 'Tabelle mit Trennzeichen', json: 'JSON', geojson: 'GeoJSON', excel: 'Excel-Tabelle' },
  unreadable: 'nicht gelesen',
  headerRows: (count) => `${rows(count)} mit einer zweiten Kopfzeile, keine Daten`,
  dropped: (columns) => `an der Tür abgewiesen, wird nie gespeichert: ${columns}`,
  unread: (columns) => `von niemandem gelesen: ${columns}`,
  line: (line) => `Zeile ${line}`,
  more: (count) => `… und ${rows(count)} mehr`,
  mergedWhy: {
    identical: 'sagen dasselbe wie eine frühere Zeile',
    same_key: 'haben den Schlüssel einer früheren Zeile',
    same_total: 'gehören zur Summe eines Tages',
  },
  positions: (count) => `${count} genaue Orte, getrennt aufbewahrt`,
  made: {
    incidents: (count) => (count === 1 ? '1 Meldung eines Vorfalls' : `${count} Meldungen von Vorfällen`),
    totals: (count) => (count === 1 ? '1 Tagessumme eines Landes' : `${count} Tagessummen eines Landes`),
    sites: (count) => (count === 1 ? '1 Ort' : `${count} Orte`),
    fire_points: (count) => (count === 1 ? '1 Brandpunkt' : `${count} Brandpunkte`),
  },
  dryRun: 'Probelauf: nichts wurde geschrieben.',
  written: (what, file) => `${what} nach ${file}`,
  columns: 'Spalten',
  against: { added: 'neu', changed: 'geändert', withdrawn: 'nicht mehr enthalten', same: 'unverändert' },
  compared: (before, after) => `${after} gegenüber ${before}`,
  bothKept: 'Beide Fassungen einer geänderten Zeile bleiben erhalten.',
};
