import type { InterfaceLanguage } from '../i18n/index.ts';
import type { Dossier } from '../model/index.ts';
import { findAgreements, restrictTo } from '../report/index.ts';
import { CommandFailure } from './terminal.ts';

/** The dossier, or the part of it that the user asked for; an unclear choice is wrong usage and lists what there is. */
export function chosenPart(
  dossier: Dossier,
  { agreement, lang }: { readonly agreement?: string; readonly lang: InterfaceLanguage },
): Dossier {
  if (agreement === undefined) return dossier;
  const found = findAgreements(dossier, agreement);
  const [only] = found;
  if (only !== undefined && found.length === 1) return restrictTo(dossier, only);
  const listed = dossier.agreements
    .filter(({ agreement: { id } }) => found.length === 0 || found.includes(id))
    .map(({ agreement: { id, title } }) => `  ${id}  ${title[lang]}`);
  const reason = found.length === 0 ? `No agreement is called "${agreement}".` : `"${agreement}" may mean several agreements.`;
  throw new CommandFailure([`${reason} Give one of:`, ...listed].join('\n'), 2);
}
