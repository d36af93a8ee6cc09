import type { SpeechAct } from '../../model/index.ts';
import type { ReportingVerb } from '../language.ts';

const REPORTING: readonly (readonly ['speech' | 'act', SpeechAct, string, string])[] = [
  [
    'speech',
    'assert',
    'cvqi',
    'sagen erklären mitteilen berichten melden schreiben betonen behaupten meinen erzählen äußern bestätigen bemerken anmerken hinzufügen ergänzen unterstreichen versichern beteuern konstatieren feststellen klarstellen antworten erwidern entgegnen kommentieren verlauten argumentieren verlautbaren bekanntgeben hervorheben ausführen darlegen schildern erläutern unterstellen begründen präzisieren referieren zitieren nennen twittern posten informieren unterrichten wissen offenbaren verraten enthüllen resümieren bilanzieren urteilen rufen fragen nachfragen erinnern einwenden spekulieren präsentieren formulieren einräumen zugeben eingestehen gestehen zugestehen',
  ],
  [
    'speech',
    'assert',
    'cvq',
    'glauben denken finden vermuten annehmen schätzen hoffen rechnen bezweifeln befürchten fürchten erwarten prognostizieren voraussagen vorhersagen überzeugen folgern schließen schlussfolgern entscheiden',
  ],
  ['speech', 'announce', 'cvqi', 'ankündigen verkünden'],
  [
    'speech',
    'assert',
    'cq',
    'kritisieren beklagen bemängeln bedauern monieren rügen klagen anprangern verurteilen verteidigen hinweisen verweisen aufmerksam',
  ],
  ['speech', 'assert', 'cqi', 'vorwerfen beschuldigen bezichtigen bezeichnen werten einstufen ansehen'],
  [
    'speech',
    'demand',
    'cvqi',
    'fordern verlangen auffordern aufrufen mahnen ermahnen appellieren plädieren anregen pochen drängen empfehlen raten',
  ],
  ['speech', 'request', 'cvqi', 'bitten ersuchen'],
  ['speech', 'propose', 'cvqi', 'vorschlagen anbieten beantragen'],
  ['speech', 'promise', 'cvqi', 'versprechen zusagen zusichern garantieren'],
  ['speech', 'threaten', 'cvqi', 'drohen warnen androhen'],
  ['speech', 'deny', 'cvqi', 'bestreiten dementieren widersprechen leugnen abstreiten zurückweisen'],
  ['speech', 'praise', 'cvq', 'begrüßen loben würdigen danken gratulieren'],
  [
    'act',
    'agree',
    'ci',
    'zustimmen einigen vereinbaren verständigen beschließen akzeptieren billigen genehmigen erlauben gestatten einwilligen annehmen unterzeichnen ratifizieren verabschieden',
  ],
  ['act', 'reject', 'ci', 'ablehnen weigern verweigern ausschließen verwerfen'],
  ['act', 'order', 'ci', 'anordnen befehlen anweisen verfügen'],
  ['act', 'promise', 'ci', 'verpflichten'],
];
/** Stand-in until the lexicon of reporting verbs lands. */
export function interimReporting(): (lemma: string) => ReportingVerb | undefined {
  const map = new Map<string, ReportingVerb>();
  for (const [layer, act, takes, verbs] of REPORTING)
    for (const lemma of verbs.split(' '))
      map.set(lemma, {
        lemma,
        layer,
        act,
        clause: takes.includes('c'),
        direct: takes.includes('q'),
        infinitive: takes.includes('i'),
        objects: ['acc', 'dat', 'pp'],
      });
  return (lemma) => map.get(lemma);
}
