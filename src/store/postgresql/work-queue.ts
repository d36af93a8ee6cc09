import { EventEmitter } from 'node:events';
import { Logger, makeWorkerUtils, type RunnerOptions, run, type WorkerEvents, type WorkerUtils } from 'graphile-worker';
import pg from 'pg';
import { BookFailure } from '../book-failure.ts';
import type { HeldWork } from '../book-store.ts';
import { asBookFailure } from './pg-failure.ts';
import { queueSchema, quotedName } from './queue-schema.ts';

/** One piece of work that waits in the database; the same key once more is the same piece. */
export interface WorkItem {
  readonly task: string;
  readonly key: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Pieces of one line are done one after another, in the order in which they were asked for. */
  readonly line?: string;
}

/** A piece of work as the queue has it. */
export interface QueuedWork {
  readonly task: string;
  readonly key: string;
  readonly state: 'waiting' | 'running' | 'failed';
  readonly attempts: number;
  /** What went wrong at the last attempt; null if nothing did. */
  readonly reason: string | null;
}

/** Does one piece of work; whatever it throws is tried again, a few times. */
export type WorkTask = (
  payload: Readonly<Record<string, unknown>>,
  about: { readonly key: string; readonly attempt: number; readonly held: HeldWork },
) => Promise<void>;

/** How much there is in the queue. */
export type WorkCounts = Readonly<Record<QueuedWork['state'], number>>;

export interface WorkOptions {
  readonly tasks: Readonly<Record<string, WorkTask>>;
  /** Pieces at once in this process. */
  readonly concurrency: number;
  /** How long the work of a process that is no longer heard of stays its own, in milliseconds. */
  readonly leaseMs: number;
  /** How long work under way may take to end when the process is stopped, before it is given back, in milliseconds; 20 seconds. */
  readonly graceMs?: number;
  /** Told of failures of the queue itself; the work goes on. */
  readonly failed: (fault: unknown) => void;
}

/** A process at work. */
export interface AtWork {
  /** Finishes what is under way, gives back the rest, and ends. */
  readonly stop: () => Promise<void>;
  /** Fulfilled when the process has ended, rejected where it lost its lease: others have its work by then. */
  readonly ended: Promise<void>;
}

/** The queue of a book in PostgreSQL. It is no part of the record: everything in it can be made anew from the book. */
export interface WorkQueue {
  /** Adds what is not there yet. */
  readonly add: (items: readonly WorkItem[]) => Promise<void>;
  readonly list: (which?: { readonly state: 'failed' }) => Promise<readonly QueuedWork[]>;
  /** How much there is; with `tasks`, of these alone. */
  readonly counts: (tasks?: readonly string[]) => Promise<WorkCounts>;
  /** Lets work that failed for good be tried anew; gives how many pieces there were. */
  readonly retry: (keys: readonly string[] | 'all') => Promise<number>;
  readonly work: (options: WorkOptions) => Promise<AtWork>;
  /** Gives back the work of processes that are no longer heard of; gives how many there were. `now` is the clock of the database where left out. */
  readonly recover: (leaseMs: number, now?: string) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Connections of the queue: one that is told of new work, and those that ask. */
const CONNECTIONS = 6;
const GRACE_MS = 20_000;
/** Attempts before a piece is left to a person. */
const ATTEMPTS = 5;
/** Attempts, those that ended with the death of the process among them, before it is thought that the piece kills it. */
const DEATHS = 25;

/** The library reports what we tell in our own words. */
const SILENT = new Logger(() => () => undefined);

interface JobRow {
  readonly id: string;
  readonly task_identifier: string;
  readonly key: string | null;
  readonly attempts: number;
  readonly max_attempts: number;
  readonly last_error: string | null;
  readonly locked_at: Date | null;
}

/** Whether something ends within so many milliseconds. */
async function inTime(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Opens the queue beside the book of a database, in a schema of its own, and makes it where it is not there. */
export async function openWorkQueue(databaseUrl: string): Promise<WorkQueue> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: CONNECTIONS,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
    keepAlive: true,
    allowExitOnIdle: true,
  });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const place = 'the queue';
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (failure) {
      throw asBookFailure(failure, place);
    }
  };
  let schema = '';
  let utils: WorkerUtils;
  try {
    schema = await queueSchema(async (sql) => (await pool.query(sql)).rows);
    utils = await makeWorkerUtils({ pgPool: pool, schema, logger: SILENT });
    await utils.migrate();
    await pool.query(`CREATE TABLE IF NOT EXISTS ${quotedName(schema)}.leases (pool TEXT PRIMARY KEY, until TIMESTAMPTZ NOT NULL)`);
  } catch (failure) {
    await pool.end();
    if (failure instanceof Error && 'code' in failure && failure.code === '42501')
      throw new BookFailure('TB_QUEUE_SCHEMA', { schema, reason: failure.message }, failure);
    throw asBookFailure(failure, place);
  }
  const inSchema = quotedName(schema);
  const jobs = async (where = ''): Promise<readonly JobRow[]> =>
    (
      await pool.query(
        `SELECT id, task_identifier, key, attempts, max_attempts, last_error, locked_at FROM ${inSchema}.jobs ${where} ORDER BY id`,
      )
    ).rows;
  const FAILED = 'attempts >= max_attempts AND locked_at IS NULL';
  const isFailed = ({ attempts, max_attempts, locked_at }: JobRow): boolean => attempts >= max_attempts && locked_at === null;

  const recover = async (leaseMs: number, now?: string): Promise<number> => {
    // The clock of the database alone: those of the machines may differ.
    const at = now ?? (await pool.query('SELECT now()::text AS now')).rows[0].now;
    const { rows } = await pool.query(
      `SELECT id, locked_by, max_attempts FROM ${inSchema}.jobs j WHERE locked_by IS NOT NULL AND locked_at < $2::timestamptz - $1 * interval '1 millisecond'
       AND NOT EXISTS (SELECT 1 FROM ${inSchema}.leases l WHERE l.pool = j.locked_by AND l.until > $2::timestamptz)`,
      [leaseMs, at],
    );
    const gone = [...new Set(rows.map(({ locked_by }) => String(locked_by)))];
    if (gone.length > 0) await utils.forceUnlockWorkers(gone);
    // A machine that is switched off is no fault of the work; what kills its process again and again must end all the same.
    for (const { id, max_attempts } of rows)
      if (max_attempts < DEATHS) await utils.rescheduleJobs([String(id)], { maxAttempts: Number(max_attempts) + 1 });
    await pool.query(`DELETE FROM ${inSchema}.leases WHERE until < now() - $1 * interval '1 millisecond'`, [leaseMs * 10]);
    return gone.length;
  };

  const work = async ({ tasks, concurrency, leaseMs, graceMs = GRACE_MS, failed }: WorkOptions): Promise<AtWork> => {
    const events: WorkerEvents = new EventEmitter();
    let id: string | null = null;
    const renew = async (isNew: boolean): Promise<boolean> => {
      const { rowCount } = isNew
        ? await pool.query(`INSERT INTO ${inSchema}.leases (pool, until) VALUES ($1, now() + $2 * interval '1 millisecond')`, [id, leaseMs])
        : await pool.query(
            `UPDATE ${inSchema}.leases SET until = now() + $2 * interval '1 millisecond' WHERE pool = $1 AND until > now()`,
            [id, leaseMs],
          );
      return rowCount === 1;
    };
    const underWay = new Set<string>();
    /** Work that was handed to this process by an answer that never came: nobody does it, and its lease would be renewed for good. */
    const dropStrays = (): Promise<unknown> =>
      pool.query(
        `UPDATE ${inSchema}._private_jobs SET locked_by = NULL, locked_at = NULL
         WHERE locked_by = $1 AND NOT id = ANY($2::bigint[]) AND locked_at < now() - $3 * interval '1 millisecond'`,
        [id, [...underWay], leaseMs],
      );
    events.on('pool:create', ({ workerPool }) => {
      id = workerPool.id;
    });
    await recover(leaseMs);
    const options: RunnerOptions = {
      pgPool: pool,
      schema,
      logger: SILENT,
      events,
      concurrency,
      noHandleSignals: true,
      pollInterval: 500,
      // A person may have a file of timed tasks in the folder for other ends.
      parsedCronItems: [],
      // Written as it stands by default, the end of a piece that meets a database gone away would end the whole process.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      taskList: Object.fromEntries(
        Object.entries(tasks).map(([name, task]) => [
          name,
          async (payload, { job }) => {
            const held = { job: job.id, worker: job.locked_by ?? '', attempt: job.attempts };
            underWay.add(job.id);
            try {
              await task((payload ?? {}) as Readonly<Record<string, unknown>>, { key: job.key ?? '', attempt: job.attempts, held });
            } finally {
              underWay.delete(job.id);
            }
          },
        ]),
      ),
    };
    const runner = await run(options);
    if (id === null) throw new Error('the queue made no pool');
    await renew(true);
    let isOver = false;
    let end: (fault?: unknown) => void = () => undefined;
    const ended = new Promise<void>((resolve, reject) => {
      end = (fault) => (fault === undefined ? resolve() : reject(fault));
    });
    ended.catch(() => undefined);
    const stop = async (fault?: unknown): Promise<void> => {
      if (isOver) return ended.catch(() => undefined);
      isOver = true;
      // While it finishes its work stays its own.
      const finished = await inTime(runner.stop().catch(failed), graceMs);
      clearInterval(beat);
      if (!finished) await utils.forceUnlockWorkers([id ?? '']).catch(failed);
      await pool.query(`DELETE FROM ${inSchema}.leases WHERE pool = $1`, [id]).catch(failed);
      end(fault);
    };
    const tick = async (): Promise<void> => {
      // A process that slept past its lease has lost its work to others; it must not take more under the same name.
      if (!(await renew(false)) && !isOver) return stop(new BookFailure('TB_QUEUE_LEASE_LOST'));
      await dropStrays();
      await recover(leaseMs);
    };
    const beat = setInterval(() => {
      tick().catch((failure: unknown) => failed(asBookFailure(failure, place)));
    }, leaseMs / 3);
    runner.promise.then(
      () => stop(),
      (fault: unknown) => stop(fault),
    );
    return { stop: () => stop(), ended };
  };

  return {
    add: (items) =>
      guarded(async () => {
        if (items.length === 0) return;
        const { rows } = await pool.query(`SELECT key FROM ${inSchema}.jobs WHERE key = ANY($1)`, [items.map(({ key }) => key)]);
        const there = new Set(rows.map(({ key }) => String(key)));
        const fresh = items.filter(({ key }) => !there.has(key));
        if (fresh.length > 0)
          await utils.addJobs(
            fresh.map(({ task, key, payload, line }) => ({
              identifier: task,
              payload,
              jobKey: key,
              maxAttempts: ATTEMPTS,
              ...(line === undefined ? {} : { queueName: line }),
            })),
          );
      }),
    counts: (of) =>
      guarded(async () => {
        const { rows } = await pool.query(
          `SELECT CASE WHEN locked_at IS NOT NULL THEN 'running' WHEN attempts >= max_attempts THEN 'failed' ELSE 'waiting' END AS state,
             count(*)::int AS n FROM ${inSchema}.jobs WHERE $1::text[] IS NULL OR task_identifier = ANY($1) GROUP BY 1`,
          [of ?? null],
        );
        return { waiting: 0, running: 0, failed: 0, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) };
      }),
    list: (which) =>
      guarded(async () =>
        (await jobs(which ? `WHERE ${FAILED}` : '')).map(
          (row): QueuedWork => ({
            task: row.task_identifier,
            key: row.key ?? '',
            state: row.locked_at === null ? (isFailed(row) ? 'failed' : 'waiting') : 'running',
            attempts: row.attempts,
            reason: row.last_error,
          }),
        ),
      ),
    retry: (keys) =>
      guarded(async () => {
        const again = (await jobs()).filter((row) => isFailed(row) && (keys === 'all' || keys.includes(row.key ?? '')));
        // The library takes 0 for nothing: instead of beginning to count anew, it may try so often again.
        for (const { id, attempts } of again) await utils.rescheduleJobs([id], { maxAttempts: attempts + ATTEMPTS, runAt: new Date(0) });
        return again.length;
      }),
    work: (options) => guarded(() => work(options)),
    recover: (leaseMs, at) => guarded(() => recover(leaseMs, at)),
    close: async () => {
      await utils.release();
      await pool.end();
    },
  };
}
