import { SECTIONS, type Section } from '../i18n/pages/shell/messages.ts';

/** Where each entry of the navigation leads; pages below a path belong to its entry. */
const PATHS: Readonly<Record<Section, string>> = {
  today: '/',
  tracks: '/tracks',
  incidents: '/i',
  compliance: '/compliance',
  report: '/report',
  replay: '/replay',
  sources: '/sources',
  method: '/method',
};

/** Path of an entry of the navigation. */
export function pathOfSection(section: Section): string {
  return PATHS[section];
}

/** The entry a page belongs to; null where it belongs to none. */
export function sectionOf(path: string): Section | null {
  return SECTIONS.find((section) => path === PATHS[section] || path.startsWith(`${PATHS[section]}/`)) ?? null;
}
