import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { type DossierIndex, indexOf } from '../../app/dossier-index.ts';
import type { Dossier, DossierAgreement, Reading } from '../../model/index.ts';
import { claimsJsonLd, csvOf, divergencesCsv, readingsCsv } from '../../report/index.ts';
import type { ApiEnv } from '../frame/asked.ts';
import { type Ordered, orderedOnce } from '../frame/cursor.ts';
import { type Asked, addOpen, type Found, pageOf, unknownId } from '../frame/resource.ts';
import {
  AGREEMENT_SUMMARY,
  AGREEMENT_TABLE,
  type AgreementSummary,
  type AgreementTable,
  ANCHORED_SPAN,
  DIVERGENCE,
  OPEN_QUESTION,
  READING,
} from '../schemas/dossier-parts.ts';
import { ID, MOMENT, NEXT, NO_PARAMS, PAGING } from '../schemas/parameters.ts';
import type { ApiSite } from '../site.ts';

const TAG = 'agreements';
const AT_MOMENT = z.strictObject({ ...MOMENT });
const PAGED = z.strictObject({ ...MOMENT, ...PAGING });
const DATES = { asOf: z.string().nullable(), heldAt: z.string().nullable() };
const listOf = <T>(item: z.ZodType<T>, name: string) => z.strictObject({ ...DATES, items: z.array(item), next: NEXT }).openapi(name);

const AGREEMENT_COLUMNS = ['id', 'kind', 'track', 'title_de', 'title_en', 'state', 'parties', 'brokers', 'first_known'] as const;
const MENTION_COLUMNS = ['report', 'start', 'end', 'exact'] as const;
const QUESTION_COLUMNS = ['id', 'agreement', 'element', 'raised_by', 'state', 'to', 'text_de', 'text_en'] as const;

const agreementsCsv = (agreements: readonly DossierAgreement[]): string =>
  csvOf(
    AGREEMENT_COLUMNS,
    agreements.map(({ agreement, overall }) => ({
      id: agreement.id,
      kind: agreement.kind,
      track: agreement.track,
      title_de: agreement.title.de,
      title_en: agreement.title.en,
      state: overall.state,
      parties: agreement.parties.join('; '),
      brokers: agreement.brokers.join('; '),
      first_known: agreement.firstKnown,
    })),
  );

const questionsCsv = (questions: Dossier['openQuestions']): string =>
  csvOf(
    QUESTION_COLUMNS,
    questions.map(({ id, agreement, element, raisedBy, state, to, text }) => ({
      id,
      agreement,
      element,
      raised_by: raisedBy,
      state,
      to: to.join('; '),
      text_de: text.de,
      text_en: text.en,
    })),
  );

type MomentQuery = z.output<typeof AT_MOMENT>;
type PagedQuery = z.output<typeof PAGED>;

const dossierFor = ({ view, query }: Pick<Asked<unknown, MomentQuery>, 'view' | 'query'>): Dossier =>
  view.dossier({ asOf: query.as_of ?? null, heldAt: query.held_at ?? null });

const datesOf = ({ asOf, heldAt }: Dossier): Pick<Dossier, 'asOf' | 'heldAt'> => ({ asOf, heldAt });

const byId = <T extends { readonly id: string }>(items: readonly T[]): Ordered<T> =>
  orderedOnce(items, { keyOf: ({ id }) => [id], types: ['string'] });

const withoutMentions = ({ agreement: { mentions: _, ...agreement }, ...rest }: DossierAgreement): AgreementTable => ({
  agreement,
  ...rest,
});
const summaryOf = ({ agreement: { mentions: _, ...agreement }, overall, parties }: DossierAgreement): AgreementSummary => ({
  agreement,
  overall,
  parties: parties.map(({ holder, state, since }) => ({ holder, state, since })),
});

/** The part of a dossier that claims are made from. */
function claimsOf(dossier: Dossier, readings: readonly Reading[], agreement: string): string {
  const keys = new Set(readings.flatMap(({ spans }) => spans.map(({ report }) => report)));
  const reports = dossier.reports.filter(({ key }) => keys.has(key));
  return claimsJsonLd({ ...dossier, readings, reports, divergences: indexOf(dossier).divergencesOf(agreement) });
}

/** What may be told of one part of an agreement beside JSON. */
type PartForms<T> = (items: readonly T[], dossier: Dossier, agreement: string) => Pick<Found, 'csv' | 'jsonld'>;

/** A page of one part of an agreement, as of the date asked for. */
function pageOfPart<T extends { readonly id: string }>(
  asked: Asked<{ readonly id: string }, PagedQuery>,
  partOf: (index: DossierIndex, agreement: string) => readonly T[],
  formsOf: PartForms<T>,
) {
  const { id } = asked.params;
  const dossier = dossierFor(asked);
  const index = indexOf(dossier);
  if (!index.agreements.has(id)) return unknownId('agreement', id);
  const page = pageOf(byId(partOf(index, id)), asked);
  if ('code' in page) return page;
  const { items, next } = page;
  return { body: { ...datesOf(dossier), items }, next, ...formsOf(items, dossier, id) };
}

/** Adds agreements as of a date, with the readings, divergences and open questions of each. */
export function addAgreementRoutes(api: OpenAPIHono<ApiEnv>, site: ApiSite): void {
  addOpen(api, site, {
    path: '/agreements',
    tag: TAG,
    summary: 'Agreements with their state, as known and held on a date',
    params: NO_PARAMS,
    query: PAGED,
    answer: listOf(AGREEMENT_SUMMARY, 'Agreements'),
    forms: ['csv'],
    find: (asked) => {
      const dossier = dossierFor(asked);
      const page = pageOf(orderedOnce(dossier.agreements, { keyOf: ({ agreement }) => [agreement.id], types: ['string'] }), asked);
      if ('code' in page) return page;
      const { items, next } = page;
      return { body: { ...datesOf(dossier), items: items.map(summaryOf) }, next, csv: () => agreementsCsv(items) };
    },
  });
  addOpen(api, site, {
    path: '/agreements/{id}',
    tag: TAG,
    summary: 'One agreement: its state for each side, the table of elements, clocks',
    params: ID,
    query: AT_MOMENT,
    answer: z
      .strictObject({
        ...DATES,
        agreement: AGREEMENT_TABLE,
        holders: z.array(z.strictObject({ code: z.string(), name: z.strictObject({ de: z.string(), en: z.string() }) })),
        counts: z.strictObject({ readings: z.int(), divergences: z.int(), questions: z.int(), mentions: z.int() }),
      })
      .openapi('AgreementAnswer'),
    find: (asked) => {
      const { id } = asked.params;
      const dossier = dossierFor(asked);
      const index = indexOf(dossier);
      const agreement = index.agreements.get(id);
      if (!agreement) return unknownId('agreement', id);
      const codes = new Set(agreement.cells.map(({ holder }) => holder));
      const counts = {
        readings: index.readingsOf(id).length,
        divergences: index.divergencesOf(id).length,
        questions: index.questionsOf(id).length,
        mentions: agreement.agreement.mentions.length,
      };
      const holders = dossier.holders.filter(({ code }) => codes.has(code));
      return { body: { ...datesOf(dossier), agreement: withoutMentions(agreement), holders, counts } };
    },
  });
  addOpen(api, site, {
    path: '/agreements/{id}/mentions',
    tag: TAG,
    summary: 'Where reports speak of an agreement',
    params: ID,
    query: PAGED,
    answer: listOf(ANCHORED_SPAN, 'Mentions'),
    forms: ['csv'],
    find: (asked) => {
      const { id } = asked.params;
      const dossier = dossierFor(asked);
      const mentions = indexOf(dossier).agreements.get(id)?.agreement.mentions;
      if (!mentions) return unknownId('agreement', id);
      const list = orderedOnce(mentions, {
        keyOf: ({ report, start, end }) => [report, start, end],
        types: ['string', 'number', 'number'],
      });
      const page = pageOf(list, asked);
      if ('code' in page) return page;
      const { items, next } = page;
      return {
        body: { ...datesOf(dossier), items },
        next,
        csv: () =>
          csvOf(
            MENTION_COLUMNS,
            items.map(({ shortened: _, ...span }) => span),
          ),
      };
    },
  });
  addOpen(api, site, {
    path: '/agreements/{id}/readings',
    tag: TAG,
    summary: 'Each holder’s readings of an agreement, former ones among them',
    params: ID,
    query: PAGED,
    answer: listOf(READING, 'Readings'),
    forms: ['csv', 'jsonld'],
    find: (asked) =>
      pageOfPart(
        asked,
        (index, id) => index.readingsOf(id),
        (items, dossier, id) => ({
          csv: () => readingsCsv({ ...dossier, readings: items }),
          jsonld: () => claimsOf(dossier, items, id),
        }),
      ),
  });
  addOpen(api, site, {
    path: '/agreements/{id}/divergences',
    tag: TAG,
    summary: 'Where the readings of an agreement differ',
    params: ID,
    query: PAGED,
    answer: listOf(DIVERGENCE, 'Divergences'),
    forms: ['csv'],
    find: (asked) =>
      pageOfPart(
        asked,
        (index, id) => index.divergencesOf(id),
        (items, dossier) => ({ csv: () => divergencesCsv({ ...dossier, divergences: items }) }),
      ),
  });
  addOpen(api, site, {
    path: '/agreements/{id}/questions',
    tag: TAG,
    summary: 'What nobody has said of an agreement, and what reports ask',
    params: ID,
    query: PAGED,
    answer: listOf(OPEN_QUESTION, 'OpenQuestions'),
    forms: ['csv'],
    find: (asked) =>
      pageOfPart(
        asked,
        (index, id) => index.questionsOf(id),
        (items) => ({ csv: () => questionsCsv(items) }),
      ),
  });
}
