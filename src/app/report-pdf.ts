import { type Problem, problem } from '../errors.ts';
import { type DailyView, reportFoot } from '../report/daily/index.ts';
import { findChromium } from './find-chromium.ts';
import { nodeMachine } from './node-machine.ts';
import { printPdf } from './print-pdf.ts';

/** Prints a daily report with the browser that is at hand; the file is the same whenever it is printed. */
export async function reportPdf(html: string, view: DailyView): Promise<{ readonly pdf: Uint8Array } | { readonly problem: Problem }> {
  const chromium = await findChromium(nodeMachine);
  if (chromium === null) return { problem: problem('TB_CHROMIUM_MISSING') };
  const { left, right, expect } = reportFoot(view);
  return printPdf(html, { chromium, foot: { left, right }, madeAt: view.report.card.createdAt, expect });
}
