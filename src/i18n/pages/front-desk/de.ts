import type { FrontDeskMessages } from './messages.ts';

/** German. */
export const frontDeskDe: FrontDeskMessages = {
  report: {
    back: 'Zu den Seiten',
    earlier: 'früherer Bericht',
    later: 'späterer Bericht',
    day: 'Tag',
    none: {
      title: 'Kein Tagesbericht',
      text: 'Ein Tagesbericht entsteht, wenn der Tag abgeschlossen ist (18:00 Uhr Kyjiwer Zeit) und wenigstens ein Bericht mit Datum vorliegt.',
    },
  },
};
