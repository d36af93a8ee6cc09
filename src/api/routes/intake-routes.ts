import { type OpenAPIHono, z } from '@hono/zod-openapi';
import type { BookWork } from '../../app/book-work.ts';
import { type TakenReports, takeFile, takeText } from '../../app/reading/take-reports.ts';
import { importIntoBook } from '../../app/take-into-book.ts';
import { memoryFiles } from '../../feeds/index.ts';
import type { Principal } from '../../model/index.ts';
import { addAction, byPrincipal, NO_QUERY, type Repeated } from '../frame/action.ts';
import type { ApiEnv } from '../frame/asked.ts';
import type { ApiProblem } from '../frame/problem.ts';
import { FAULTS, FILE, faultItems, NEW_REPORT, RIGHTS } from '../schemas/intake.ts';
import { NO_PARAMS } from '../schemas/parameters.ts';

const TAG = 'intake';
/** What is wrong with rows is told up to this many; the rest is counted. */
const TOLD = 500;

const TAKEN = z
  .strictObject({
    reports: z.array(z.strictObject({ id: z.string(), key: z.string(), isNew: z.boolean() })),
    faults: FAULTS,
  })
  .openapi('TakenReports');

function answerOf({ reports, problems }: TakenReports): object | ApiProblem | Repeated {
  const faults = faultItems(problems);
  if (reports.some(({ isNew }) => isNew)) return { reports, faults };
  if (reports.length > 0) return { wasThere: { reports, faults } };
  const [first] = faults;
  return { status: 422, code: first?.code ?? 'TB_REPORT_NONE', values: { reason: first?.message ?? 'it is empty' } };
}

/** Adds the intake: reports and tables of incidents, as if they had been read from files. */
export function addIntakeRoutes(api: OpenAPIHono<ApiEnv>, { book, threads, files, now, alone }: BookWork): void {
  const partsFor = (principal: Principal) => ({ book, threads, now, by: byPrincipal(principal) });
  addAction(api, {
    method: 'post',
    path: '/reports',
    tag: TAG,
    summary: 'Takes a report into the book, with the address it comes from',
    description: 'The same text from the same address once more changes nothing and is answered with 200. Nothing is fetched.',
    right: 'intake',
    params: NO_PARAMS,
    query: NO_QUERY,
    body: NEW_REPORT,
    status: 201,
    answer: TAKEN,
    canRepeat: true,
    refusals: [409, 422],
    act: ({ body, principal }) => alone(async () => answerOf(await takeText(body, partsFor(principal)))),
  });
  addAction(api, {
    method: 'post',
    path: '/reports/files',
    tag: TAG,
    summary: 'Takes the reports of a file into the book',
    description: 'Text, Markdown, JSON, HTML, PDF, Word, feeds and Telegram exports. The same file once more is answered with 200.',
    right: 'intake',
    params: NO_PARAMS,
    query: NO_QUERY,
    body: z.object({ file: FILE, rights: RIGHTS }).strict().openapi('ReportFile'),
    isUpload: true,
    status: 201,
    answer: TAKEN,
    canRepeat: true,
    refusals: [409, 422],
    act: async ({ body: { file, rights }, principal }) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const mediaType = /^[\w.+-]+\/[\w.+-]+$/.exec(file.type)?.[0] ?? 'application/octet-stream';
      return alone(async () => answerOf(await takeFile({ name: file.name, bytes, mediaType, rights }, partsFor(principal))));
    },
  });
  addAction(api, {
    method: 'post',
    path: '/incidents/import',
    tag: TAG,
    summary: 'Takes a table of incidents into the book, row by row',
    description:
      'CSV, JSON, GeoJSON or Excel, as `trucebook import` reads them; exact places are kept apart. Each row that is not taken is told with line, code and remedy. The same table once more changes nothing.',
    right: 'intake',
    params: NO_PARAMS,
    query: NO_QUERY,
    body: z.object({ file: FILE }).strict().openapi('TableFile'),
    isUpload: true,
    status: 200,
    answer: z
      .strictObject({
        added: z.int(),
        changed: z.int(),
        same: z.int(),
        erased: z.int().describe('deleted on legal demand before, and not taken in again'),
        rejected: z.int().describe('rows that were not taken'),
        faults: FAULTS.describe(`what is wrong, the first ${TOLD}`),
      })
      .openapi('TakenTable'),
    refusals: [422],
    act: async ({ body: { file }, principal }) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const name = (file.name.split(/[\\/]/).at(-1) ?? '').replace(/[^\p{L}\p{N}._ -]/gu, '_').slice(-120) || 'table';
      return alone(async () => {
        const at = `${now().slice(0, 16)}Z`;
        const options = { now: at, by: byPrincipal(principal), placeFiles: files };
        const taken = await importIntoBook(book, [name], memoryFiles({ [name]: bytes }), options);
        const { added, changed, same, erased, problems } = taken;
        const rejected = problems.filter(({ severity }) => severity === 'error').length;
        return { added, changed, same, erased, rejected, faults: faultItems(problems.slice(0, TOLD)) };
      });
    },
  });
}
