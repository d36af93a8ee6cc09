import { parentPort } from 'node:worker_threads';
import type { ReportIntake } from '../book.ts';
import { prepareReports } from './prepare-reports.ts';

// A thread that reads: it gets batches of reports and gives back what they put into a book.
parentPort?.on('message', ({ intake, rules }: { readonly intake: readonly ReportIntake[]; readonly rules: string }) => {
  parentPort?.postMessage(prepareReports(intake, rules));
});
