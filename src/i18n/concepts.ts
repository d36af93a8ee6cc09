/**
 * Words for the codes that readings carry: places and topics, since the ontology of the model names objects and acts
 * itself. A code that is missing here is printed as it stands, so it can be read before it is translated.
 */
const concepts = {
  black_sea: ['Schwarzes Meer', 'Black Sea'],
  middle_east: ['Naher Osten', 'Middle East'],
  SA: ['Saudi-Arabien', 'Saudi Arabia'],
  TR: ['Türkei', 'Turkey'],
  CH: ['Schweiz', 'Switzerland'],
  RU: ['Russland', 'Russia'],
  UA: ['Ukraine', 'Ukraine'],
  US: ['USA', 'United States'],
  both_countries: ['beide Länder', 'both countries'],
  military_aid: ['Militärhilfe', 'military aid'],
  end_military_aid: ['Ende der Militärhilfe', 'end of military aid'],
  intelligence: ['Geheimdienstinformationen', 'intelligence'],
  end_intelligence: ['Ende der Geheimdiensthilfe', 'end of intelligence sharing'],
  long_range_weapons: ['weitreichende Waffen', 'long-range weapons'],
  air_defence_aid: ['Hilfe zur Luftabwehr', 'help with air defence'],
  weapons_cooperation: ['Zusammenarbeit bei Waffen', 'weapons cooperation'],
  financial_aid: ['Finanzhilfe', 'financial aid'],
  expertise: ['Fachwissen', 'expertise'],
  market_access: ['Marktzugang', 'market access'],
  sanctions: ['Sanktionen', 'sanctions'],
  lift_sanctions: ['Aufhebung von Sanktionen', 'lifting of sanctions'],
  oil_purchases: ['Ölkäufe', 'oil purchases'],
  mobilisation: ['Mobilmachung', 'mobilisation'],
  end_mobilisation: ['Ende der Mobilmachung', 'end of mobilisation'],
  rearmament: ['Wiederbewaffnung', 'rearmament'],
  end_rearmament: ['Ende der Wiederbewaffnung', 'end of rearmament'],
  withdrawal: ['Abzug', 'withdrawal'],
  deployment: ['Stationierung', 'deployment'],
  territory: ['Gebiet', 'territory'],
  elections: ['Wahlen', 'elections'],
  alliances: ['Bündnisse', 'alliances'],
  disarmament: ['Entwaffnung', 'disarmament'],
  root_causes: ['Ursachen des Krieges', 'causes of the war'],
  compliance_guaranteed: ['gesicherte Einhaltung', 'compliance secured'],
  enlargement: ['Ausweitung', 'enlargement'],
  plant_ownership: ['Besitz der Kraftwerke', 'ownership of plants'],
  grain_corridor: ['Getreidekorridor', 'grain corridor'],
  talks: ['Gespräche', 'talks'],
  prisoners_of_war: ['Kriegsgefangene', 'prisoners of war'],
  children: ['Kinder', 'children'],
  bodies: ['Gefallene', 'bodies of the fallen'],
  civilians: ['Zivilisten', 'civilians'],
  soldiers: ['Soldaten', 'soldiers'],
  breach: ['Bruch', 'breach'],
  full_ceasefire: ['vollständige Waffenruhe', 'full ceasefire'],
  monitoring: ['Überwachung', 'monitoring'],
  same_halt: ['dasselbe von der anderen Seite', 'the same from the other side'],
  prisoners: ['Gefangene', 'prisoners'],
  prisoner: ['Gefangene', 'prisoners'],
  wounded: ['Verwundete', 'wounded'],
  ceasefire: ['Waffenruhe', 'ceasefire'],
  halt_of_attacks: ['Halt der Angriffe', 'halt of attacks'],
  maritime_truce: ['Waffenruhe auf See', 'maritime truce'],
  prisoner_exchange: ['Gefangenenaustausch', 'prisoner exchange'],
  peace_agreement: ['Friedensabkommen', 'peace agreement'],
  security_guarantee: ['Sicherheitsgarantie', 'security guarantee'],
  reciprocity: ['auch die andere Seite', 'the other side does the same'],
  mutual: ['beide Seiten', 'both sides'],
} as const satisfies Readonly<Record<string, readonly [de: string, en: string]>>;

const inLanguage = (column: 0 | 1): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(concepts).map(([code, words]) => [code, words[column]]));

/** German words for the codes. */
export const conceptsDe: Readonly<Record<string, string>> = inLanguage(0);

/** English words for the codes. */
export const conceptsEn: Readonly<Record<string, string>> = inLanguage(1);
