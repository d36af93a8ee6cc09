import { type Actor, type Both, conceptWord, isNamedState } from '../model/index.ts';

const regions: Readonly<Record<'de' | 'en', Intl.DisplayNames>> = {
  de: new Intl.DisplayNames(['de'], { type: 'region' }),
  en: new Intl.DisplayNames(['en'], { type: 'region' }),
};

/** Names of holders from the registry of actors: the state or the organisation itself before any of its institutions. */
export function holderNames(actors: readonly Actor[]): ReadonlyMap<string, Both> {
  const heads = new Map<string, Actor>();
  for (const actor of actors) {
    const code =
      actor.holder ?? (actor.kind === 'organisation' || actor.kind === 'armed_group' || actor.kind === 'monitor' ? actor.id : null);
    if (code !== null && (!heads.has(code) || actor.kind === 'state' || actor.id === code)) heads.set(code, actor);
  }
  return new Map([...heads].map(([code, actor]) => [code, nameIn(code, actor)]));
}

/** The name of a holder to print; a code that nobody has registered is named as the standard for countries names it. */
export function holderName(code: string, names: ReadonlyMap<string, Both>): Both {
  if (isNamedState(code)) return { de: conceptWord(code, 'de') ?? code, en: conceptWord(code, 'en') ?? code };
  return names.get(code) ?? { de: region(code, 'de'), en: region(code, 'en') };
}

function nameIn(code: string, actor: Actor): Both {
  if (isNamedState(code)) return { de: conceptWord(code, 'de') ?? code, en: conceptWord(code, 'en') ?? code };
  if (/^[A-Z]{2}$/.test(code) && actor.kind !== 'state') return { de: region(code, 'de'), en: region(code, 'en') };
  return { de: actor.name, en: actor.names['en']?.[0] ?? actor.name };
}

function region(code: string, language: 'de' | 'en'): string {
  return /^[A-Z]{2}$/.test(code) ? (regions[language].of(code) ?? code) : code;
}
