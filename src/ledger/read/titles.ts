import { type Agreement, conceptWord } from '../../model/index.ts';
import type { AgreementKey } from './focus.ts';
import type { HolderLookup } from './holders.ts';

const NAMES: Readonly<Record<AgreementKey, Agreement['title']>> = {
  limited_halt: { de: 'Begrenzter Angriffsstopp', en: 'Limited halt of attacks' },
  ceasefire: { de: 'Vollständige Waffenruhe', en: 'Full ceasefire' },
  holiday_truce: { de: 'Feiertagswaffenruhe', en: 'Holiday truce' },
  humanitarian_pause: { de: 'Humanitäre Feuerpause', en: 'Humanitarian pause' },
  maritime_truce: { de: 'Waffenruhe zur See', en: 'Truce at sea' },
  grain_corridor: { de: 'Getreidekorridor', en: 'Grain corridor' },
  peace_agreement: { de: 'Friedensabkommen', en: 'Peace agreement' },
  prisoner_exchange: { de: 'Gefangenenaustausch', en: 'Prisoner exchange' },
  security_guarantee: { de: 'Sicherheitsgarantie', en: 'Security guarantee' },
  economic_cooperation: { de: 'Wirtschaftliche Zusammenarbeit', en: 'Economic cooperation' },
  support: { de: 'Militär- und Geheimdiensthilfe', en: 'Military and intelligence support' },
  sanctions: { de: 'Sanktionen', en: 'Sanctions' },
};
const MONTHS_DE = ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'];
const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
/** More parties than this are not listed in a title. */
const LISTED = 3;

/** Title from kind, parties and month, in the two languages of the interface. */
export function agreementTitle(
  key: AgreementKey,
  parties: readonly string[],
  month: string | null,
  lookup: HolderLookup,
): Agreement['title'] {
  const names = (language: 'de' | 'en') =>
    parties
      .slice(0, LISTED)
      .map((code) => conceptWord(code, language) ?? lookup.nameOf(code, language))
      .join('–');
  const [year, number] = month?.split('-') ?? [];
  const when = (months: readonly string[]) =>
    [number === undefined ? undefined : months[Number(number) - 1], year].filter(Boolean).join(' ');
  const title = (name: string, who: string, at: string) => [name, who, at && `(${at})`].filter(Boolean).join(' ');
  return { de: title(NAMES[key].de, names('de'), when(MONTHS_DE)), en: title(NAMES[key].en, names('en'), when(MONTHS_EN)) };
}
