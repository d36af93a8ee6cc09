import { SECTIONS, type Section } from '../i18n/pages/shell/messages.ts';
import type { Site } from './site.ts';

/** Where each entry of the navigation leads; pages below a path belong to its entry. */
const PATHS: Readonly<Record<Section, string>> = {
  today: '/',
  tracks: '/tracks',
  incidents: '/i',
  compliance: '/compliance',
  report: '/report',
  replay: '/replay',
  sources: '/sources',
  search: '/search',
  review: '/review',
  method: '/method',
};

/** Searching goes through all words of all reports: it is for the desk itself, and needs somebody who answers. */
export function hasSearch({ isServed, profile }: Site): boolean {
  return isServed === true && profile === 'internal';
}

/** Entries of the navigation that a site has. */
export function sectionsOf(site: Site): readonly Section[] {
  return SECTIONS.filter((section) => (section === 'search' ? hasSearch(site) : section !== 'review' || site.review !== undefined));
}

/** Path of an entry of the navigation. */
export function pathOfSection(section: Section): string {
  return PATHS[section];
}

/** The entry a page belongs to; null where it belongs to none. */
export function sectionOf(path: string): Section | null {
  return SECTIONS.find((section) => path === PATHS[section] || path.startsWith(`${PATHS[section]}/`)) ?? null;
}
