/** Words of the queue and its workers. */
export interface QueueingMessages {
  readonly working: (jobs: string) => string;
  readonly progress: (done: string, waiting: string, rate: string) => string;
  readonly done: (done: string) => string;
  readonly kept: (added: string, same: string) => string;
  readonly tables: (count: string) => string;
  readonly rereading: (count: string) => string;
  readonly state: Readonly<Record<'waiting' | 'running' | 'failed', string>>;
  readonly task: Readonly<Record<string, string>>;
  readonly counts: (waiting: string, running: string, failed: string) => string;
  readonly attempts: (count: number) => string;
  readonly retried: (count: string) => string;
  readonly none: string;
  readonly waitsToBeRead: (count: string) => string;
  readonly failedJobs: (count: string) => string;
}

/** German. */
export const queueingDe: QueueingMessages = {
  working: (jobs) => `Dieser Arbeiter nimmt Aufträge an, ${jobs} zugleich (Strg+C beendet nach den laufenden).`,
  progress: (done, waiting, rate) => `${done} erledigt, ${waiting} warten, ${rate} je Sekunde`,
  done: (done) => `${done} Aufträge erledigt.`,
  kept: (added, same) =>
    `${added} Berichte aufbewahrt und zum Lesen angemeldet, ${same} waren schon da. Gelesen werden sie von \`trucebook work\`.`,
  tables: (count) => `${count} Tabellen aufbewahrt und zum Einlesen angemeldet. Eingelesen werden sie von \`trucebook work\`.`,
  rereading: (count) => `${count} Berichte sind angemeldet, neu gelesen zu werden.`,
  state: { waiting: 'wartet', running: 'läuft', failed: 'gescheitert' },
  task: { read: 'lesen', reread: 'neu lesen', import: 'Tabelle einlesen', index: 'Wörter verzeichnen' },
  counts: (waiting, running, failed) => `${waiting} warten, ${running} laufen, ${failed} sind gescheitert.`,
  attempts: (count) => (count === 1 ? 'ein Versuch' : `${count} Versuche`),
  retried: (count) => `${count} Aufträge werden neu versucht.`,
  none: 'Es gibt keine Aufträge.',
  waitsToBeRead: (count) => `${count} Berichte sind aufbewahrt und noch nicht gelesen.`,
  failedJobs: (count) => `Gescheiterte Aufträge, die auf einen Menschen warten: ${count}; „trucebook jobs“ nennt die Gründe.`,
};

/** English. */
export const queueingEn: QueueingMessages = {
  working: (jobs) => `This worker takes jobs, ${jobs} at once (Ctrl+C ends it after those under way).`,
  progress: (done, waiting, rate) => `${done} done, ${waiting} waiting, ${rate} a second`,
  done: (done) => `${done} jobs done.`,
  kept: (added, same) => `${added} reports kept and queued to be read, ${same} were there already. \`trucebook work\` reads them.`,
  tables: (count) => `${count} tables kept and queued to be imported. \`trucebook work\` imports them.`,
  rereading: (count) => `${count} reports are queued to be read anew.`,
  state: { waiting: 'waiting', running: 'running', failed: 'failed' },
  task: { read: 'read', reread: 'read anew', import: 'import a table', index: 'index words' },
  counts: (waiting, running, failed) => `${waiting} waiting, ${running} running, ${failed} failed.`,
  attempts: (count) => (count === 1 ? 'one attempt' : `${count} attempts`),
  retried: (count) => `${count} jobs will be tried again.`,
  none: 'There are no jobs.',
  waitsToBeRead: (count) => `${count} reports are kept and not yet read.`,
  failedJobs: (count) => `Jobs that failed and wait for a person: ${count}; \`trucebook jobs\` gives the reasons.`,
};
