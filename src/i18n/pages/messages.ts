import type { ChartMessages } from './charts-messages.ts';

/** Words of the pages. */
export interface PageMessages {
  readonly title: string;
  readonly charts: ChartMessages;
}
