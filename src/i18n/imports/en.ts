import type { ImportMessages } from './messages.ts';

const rows = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);

/** English. */
export const importsEn: ImportMessages = {
  read: 'read',
  accepted: 'accepted',
  merged: 'merged',
  rejected: 'rejected',
  recognised: (format, mapping) => `${format}, read as “${mapping}”`,
  formats: { csv: 'delimited table', json: 'JSON', geojson: 'GeoJSON', excel: 'Excel workbook' },
  unreadable: 'not read',
  headerRows: (count) => `${rows(count)} with a second header, which are no data`,
  dropped: (columns) => `refused at the door and never kept: ${columns}`,
  unread: (columns) => `read by nobody: ${columns}`,
  line: (line) => `line ${line}`,
  more: (count) => `… and ${rows(count)} more`,
  mergedWhy: {
    identical: 'say the same as an earlier row',
    same_key: 'have the key of an earlier row',
    same_total: 'belong to the total of a day',
  },
  positions: (count) => `${count} exact places, kept apart`,
  made: {
    incidents: (count) => (count === 1 ? '1 incident report' : `${count} incident reports`),
    totals: (count) => (count === 1 ? '1 daily total of a country' : `${count} daily totals of a country`),
    sites: (count) => (count === 1 ? '1 site' : `${count} sites`),
    fire_points: (count) => (count === 1 ? '1 fire point' : `${count} fire points`),
  },
  dryRun: 'Dry run: nothing was written.',
  written: (what, file) => `${what} to ${file}`,
  columns: 'columns',
  against: { added: 'added', changed: 'changed', withdrawn: 'no longer there', same: 'unchanged' },
  compared: (before, after) => `${after} against ${before}`,
  bothKept: 'Both versions of a changed row are kept.',
};
