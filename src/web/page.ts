import type { Moment } from '../app/desk.ts';
import { type InterfaceLanguage, type Messages, messagesFor, type Topics, topicsFor } from '../i18n/index.ts';
import type { Principal } from '../model/index.ts';
import type { Site } from './site.ts';
import { addressOf, type UrlChanges, type UrlState } from './url-state.ts';

/** Who asks for a page, with the token that their forms must bring along; null where there is no session. */
export interface Asker {
  readonly principal: Principal;
  readonly csrf: string | null;
}

/** One request for a page: the state asked for, the words of its language, and how its links are written. */
export interface Page {
  readonly site: Site;
  /** Null where nobody can log in. */
  readonly asker: Asker | null;
  /** Path of the page asked for. */
  readonly path: string;
  readonly origin: string;
  readonly state: UrlState;
  readonly moment: Moment;
  /** Parameters of this page alone. */
  readonly query: Readonly<Record<string, string>>;
  readonly lang: InterfaceLanguage;
  readonly messages: Messages;
  readonly topics: Topics;
  readonly words: Topics['pages'];
  /** Address of another page in the same state. */
  readonly href: (path: string, changes?: UrlChanges) => string;
  /** Address of this page with something changed; its own parameters stay unless they are named. */
  readonly here: (changes?: UrlChanges) => string;
}

/** Makes the page of a request. */
export function makePage(site: Site, request: Pick<Page, 'path' | 'origin' | 'state' | 'query'> & { readonly asker?: Asker | null }): Page {
  const { path, origin, state, query, asker = null } = request;
  const topics = topicsFor(state.lang);
  return {
    site,
    asker,
    path,
    origin,
    state,
    moment: { asOf: state.asOf, heldAt: state.heldAt },
    query,
    lang: state.lang,
    messages: messagesFor(state.lang),
    topics,
    words: topics.pages,
    href: (target, changes) => addressOf(target, state, changes),
    here: (changes = {}) => addressOf(path, state, { ...changes, query: { ...query, ...changes.query } }),
  };
}
