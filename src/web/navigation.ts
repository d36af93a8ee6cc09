import { SECTIONS, type Section } from '../i18n/pages/shell/messages.ts';
import { may } from '../model/index.ts';
import type { Page } from './page.ts';
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

/** Whether whoever asks may decide about what the book holds. */
export function mayReview({ site, asker }: Pick<Page, 'site' | 'asker'>): boolean {
  return site.bookReview !== undefined && asker !== null && may(asker.principal.role, 'review');
}

/** Entries of the navigation that a page has for whoever asks for it. */
export function sectionsOf(page: Page): readonly Section[] {
  const { site } = page;
  const has: Partial<Record<Section, boolean>> = { search: hasSearch(site), review: site.review !== undefined || mayReview(page) };
  return SECTIONS.filter((section) => has[section] ?? true);
}

/** Path of an entry of the navigation. */
export function pathOfSection(section: Section): string {
  return PATHS[section];
}

/** The entry a page belongs to; null where it belongs to none. */
export function sectionOf(path: string): Section | null {
  return SECTIONS.find((section) => path === PATHS[section] || path.startsWith(`${PATHS[section]}/`)) ?? null;
}
