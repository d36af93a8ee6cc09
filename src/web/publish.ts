import { posix } from 'node:path';
import type { Hono } from 'hono';
import { INTERFACE_LANGUAGES, type InterfaceLanguage } from '../i18n/index.ts';

/** One file of a published folder. */
export interface PublishedFile {
  /** Path within the folder. */
  readonly path: string;
  readonly body: string;
}

/** A page or file as the server answers it. */
interface Fetched {
  readonly path: string;
  readonly lang: InterfaceLanguage;
  readonly isPage: boolean;
  readonly body: string;
}

const ORIGIN = 'http://localhost';

/** Where a link leads, if a folder of files can lead there: a path in a language and nothing else of the state. */
function targetOf(
  href: string,
  from: Pick<Fetched, 'path' | 'lang'>,
): { readonly path: string; readonly lang: InterfaceLanguage; readonly hash: string } | null {
  const url = new URL(href.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'"), `${ORIGIN}${from.path}`);
  if (url.origin !== ORIGIN) return null;
  // The further parts of a long list are pages of their own; a file for programs holds all of it.
  const skip = /\.[a-z]+$/.test(url.pathname) ? null : url.searchParams.get('skip');
  const params = [...url.searchParams].filter(([name]) => name !== 'lang' && name !== 'skip');
  if (params.length > 0) return null;
  const lang = INTERFACE_LANGUAGES.find((one) => one === url.searchParams.get('lang')) ?? from.lang;
  return { path: skip === null ? url.pathname : `${url.pathname}?skip=${skip}`, lang, hash: url.hash };
}

const keyOf = (path: string, lang: string): string => `${lang} ${path}`;

/** Name of the file under which an answer stands in the folder. */
function fileOf({ path, lang, isPage }: Pick<Fetched, 'path' | 'lang' | 'isPage'>): string {
  const [base = '', skip] = path.split('?skip=');
  const parts = base
    .split('/')
    .filter(Boolean)
    .map((part) => decodeURIComponent(part).replace(/[^\p{L}\p{N}._-]/gu, '_'));
  if (parts[0] === 'assets') return parts.join('/');
  return [lang, ...parts, ...(skip === undefined ? [] : [`from-${skip}`]), ...(isPage ? ['index.html'] : [])].join('/');
}

/**
 * Every page and file that can be reached from the front page, as files that lead to one another by relative addresses. What only a
 * server can do is left out: forms, scripts, and links to another date or selection become plain text. A page that the
 * server does not find is not linked.
 */
export async function publishSite(app: Hono): Promise<readonly PublishedFile[]> {
  const fetched = new Map<string, Fetched | null>();
  const waiting: { path: string; lang: InterfaceLanguage }[] = INTERFACE_LANGUAGES.map((lang) => ({ path: '/', lang }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const key = keyOf(next.path, next.lang);
    if (fetched.has(key)) continue;
    const answer = await app.request(`${ORIGIN}${next.path}${next.path.includes('?') ? '&' : '?'}lang=${next.lang}`);
    if (answer.status !== 200) {
      fetched.set(key, null);
      continue;
    }
    const isPage = (answer.headers.get('content-type') ?? '').startsWith('text/html');
    const body = await answer.text();
    const found: Fetched = { ...next, isPage, body: isPage ? withoutServer(body) : body };
    fetched.set(key, found);
    if (isPage)
      for (const [, href = ''] of found.body.matchAll(/\s(?:href|src)="([^"]*)"/g)) {
        const target = /^(?:data:|#)/.test(href) ? null : targetOf(href, found);
        if (target) waiting.push(target);
      }
  }
  const files = new Map<string, string>();
  for (const found of fetched.values()) if (found) files.set(fileOf(found), found.isPage ? relinked(found, fetched) : found.body);
  files.set('index.html', entryPage());
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, body]) => ({ path, body }));
}

/** What needs a server or a script is taken out; our own pages nest no forms. */
function withoutServer(html: string): string {
  return html.replace(/<form\b[\s\S]*?<\/form>/g, '').replace(/<script\b[^>]*><\/script>/g, '');
}

function relinked(from: Fetched, fetched: ReadonlyMap<string, Fetched | null>): string {
  const here = posix.dirname(fileOf(from));
  const leadTo = (href: string): string | null => {
    if (/^(?:https?:|data:|mailto:)/.test(href) || href.startsWith('#')) return href;
    const target = targetOf(href, from);
    const found = target === null ? null : fetched.get(keyOf(target.path, target.lang));
    if (!target || !found) return null;
    return `${posix.relative(here, fileOf(found)) || 'index.html'}${target.hash}`;
  };
  return from.body
    .replace(/<a\b([^>]*?)\shref="([^"]*)"([^>]*)>([\s\S]*?)<\/a>/g, (_, before: string, href: string, after: string, text: string) => {
      const to = leadTo(href);
      if (to !== null) return `<a${before} href="${to}"${after}>${text}</a>`;
      // Inside a picture only its own elements may stand.
      const kept = `${before}${after}`.match(/\s(?:class|aria-label)="[^"]*"/g)?.join('') ?? '';
      return /<(?:path|rect|g|circle|text)\b/.test(text)
        ? `<g role="img"${kept}>${text}</g>`
        : `<span${kept.replace(/\saria-label="[^"]*"/, '')}>${text}</span>`;
    })
    .replace(
      /(<(?:link|image|img)\b[^>]*?\s(?:href|src)=")([^"]*)"/g,
      (_, head: string, href: string) => `${head}${leadTo(href) ?? href}"`,
    );
}

/** The entry of the folder: a page for each language. */
function entryPage(): string {
  const links = INTERFACE_LANGUAGES.map(
    (lang) => `<li><a href="${lang}/index.html" lang="${lang}">${{ de: 'Deutsch', en: 'English' }[lang]}</a></li>`,
  );
  return `<!doctype html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Trucebook</title></head><body><h1>Trucebook</h1><ul>${links.join('')}</ul></body></html>\n`;
}
