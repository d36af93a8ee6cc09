import { keepingEn } from './keeping-en.ts';
import type { BookMessages } from './messages.ts';
import { queueingEn } from './queueing.ts';
import { readingEn } from './reading-en.ts';
import { reviewingEn } from './reviewing-en.ts';
import { searchingEn } from './searching-en.ts';
import { servingEn } from './serving.ts';
import { stampingEn } from './stamping.ts';

/** English. */
export const bookEn: BookMessages = {
  title: 'Book',
  kinds: {
    book: 'book',
    source: 'sources',
    retrieval: 'retrievals of addresses',
    timestamp: 'time stamps',
    report: 'reports',
    annotation: 'reports read',
    reread: 'differences of new rules',
    curated: 'curated agreements',
    correction: 'corrections',
    incident_report: 'reports of incidents',
    gap: 'gaps in coverage',
    cluster_decision: 'decisions on duplicates',
    embargo_override: 'changed embargoes',
    release: 'releases',
    review: 'review decisions',
    coding: 'blind codings',
    job: 'jobs',
    position: 'exact places (kept apart)',
    site: 'protected sites (kept apart)',
    site_match: 'matches to sites (kept apart)',
    user: 'accounts',
    token: 'access keys',
    announcement: 'what was told to whom',
    webhook: 'receivers of changes',
    secret: 'secrets of the book',
  },
  keeping: keepingEn,
  queueing: queueingEn,
  reading: readingEn,
  reviewing: reviewingEn,
  searching: searchingEn,
  serving: servingEn,
  stamping: stampingEn,
};
