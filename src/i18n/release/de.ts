import type { ReleaseMessages } from './messages.ts';

/** German. */
export const releaseDe: ReleaseMessages = {
  title: 'Freigabe',
  whyCoarse: 'Warum so ungenau?',
  profiles: {
    internal: { name: 'intern', for: 'für die eigene Redaktion; nicht zum Weitergeben' },
    partners: { name: 'Partner', for: 'für Beobachter, die Vertraulichkeit zugesagt haben' },
    parties: { name: 'Parteien', for: 'für die Parteien des Konflikts' },
    public: { name: 'öffentlich', for: 'für alle' },
  },
  transforms: {
    embargo: {
      what: 'Was noch unter Sperrfrist steht, fehlt.',
      why: 'Frische Angaben über einen Angriff können für den nächsten dienen. Die Frist zählt vom Ereignis an; wie viel gerade gesperrt ist, wird nicht gesagt.',
    },
    military: {
      what: 'Militärische und unbestimmte Objekte stehen ohne Ort, nur mit dem Staat.',
      why: 'Orte militärischer Objekte werden nie veröffentlicht. Ist die Art des Objekts unbekannt, gilt die strengste Regel.',
    },
    batch: {
      what: 'Neues und Berichtigungen erscheinen gesammelt zu festen Zeiten.',
      why: 'Sonst verriete der Zeitpunkt, zu dem ein Eintrag erscheint oder sich ändert, mehr als der Eintrag selbst.',
    },
    place: {
      what: 'Der Ort ist auf Region oder Feld vergröbert.',
      why: 'Kein Ort ist feiner als eine Region oder ein Feld von mindestens 25 Kilometern, damit sich keine einzelne Anlage erkennen lässt. Fehlschläge werden so behandelt wie Treffer.',
    },
    time: { what: 'Die Zeit ist auf den Tag vergröbert.', why: 'Uhrzeiten verraten Muster und, zusammen mit anderem, den Ort.' },
    class: {
      what: 'Statt der Art des Objekts steht seine Gruppe.',
      why: 'Solange in einer Woche nur wenige Vorfälle eine Art betreffen, würde die Art auf einzelne Anlagen zeigen.',
    },
    outcome: {
      what: 'Ob getroffen wurde, steht nicht da.',
      why: 'Wer geschossen hat, soll hier nicht erfahren, was daraus wurde. Abgewehrtes und Fehlschläge stehen wie Treffer da.',
    },
    verdict: {
      what: 'Eine Einordnung folgt aus der Gruppe statt aus der Art des Objekts.',
      why: 'Die genaue Einordnung hätte die Art verraten, die nicht genannt wird.',
    },
    name: {
      what: 'Namen von Anlagen, Betreibern, Orten und Privatpersonen sind ausgelassen, auch in Zitaten.',
      why: 'Ein Name zeigt auf eine einzelne Anlage. Er steht nur da, wenn der Betreiber oder die Partei, auf deren Gebiet sie liegt, ihn selbst genannt hat.',
    },
    position: { what: 'Koordinaten in Texten sind ausgelassen.', why: 'Sie wären genauer als jeder Ort, der hier stehen darf.' },
    address: {
      what: 'Adressen, die einen Namen verraten, sind auf die Website gekürzt.',
      why: 'In Adressen stehen oft Schlagzeilen und damit Namen.',
    },
    text: { what: 'Texte stehen nur in Zitaten da.', why: 'Der volle Text gehört seinem Verlag und hält mehr fest, als hier stehen darf.' },
    provenance: {
      what: 'Zeilen von Tabellen, Zuordnungen und Gründe für gemeinsame Vorfälle sind ausgelassen.',
      why: 'Sie verweisen auf Einzelheiten, die an anderer Stelle genauer stehen.',
    },
    count: {
      what: 'Kleine Zahlen stehen als Spanne da.',
      why: 'Aus kleinen Zahlen lässt sich durch Abziehen ein einzelner Vorfall gewinnen.',
    },
    id: { what: 'Einträge tragen eigene Kennungen.', why: 'Die Kennungen im Buch ließen sich gegen vermutete Orte und Zeiten prüfen.' },
  },
  transformsTitle: 'Was vor der Freigabe geschah',
  times: (count) =>
    count === null ? 'Anzahl nicht genannt' : count.min === count.max ? `${count.min}-mal` : `${count.min}- bis ${count.max}-mal`,
  balance: {
    title: 'Worauf es beruht',
    sourcesBySide: 'Quellen je Seite',
    noSide: 'keine Seite',
    gaps: 'Lücken der Beobachtung',
    noGaps: 'keine bekannt',
    curated: (share) => (share === null ? 'Lesarten: keine' : `von Menschen eingetragene Lesarten: ${Math.round(share * 100)} %`),
  },
  integrity: 'Die Prüfsumme zeigt, dass die Datei unverändert ist. Sie zeigt nicht, dass ihr Inhalt wahr ist.',
  hash: 'Prüfsumme (SHA-256)',
  lag: (hours, completeBefore) =>
    hours === 0
      ? `Stand: ${completeBefore}.`
      : `Vollständig ist nur, was vor dem ${completeBefore} geschah; Späteres kann bis zu ${hours} Stunden gesperrt sein.`,
  corrects: (id, note) => `Berichtigt ${id}: ${note}`,
  noIncidents: 'Keine Vorfälle freigegeben. Das heißt nicht, dass es keine gab.',
  incidents: (count) => (count === 1 ? 'ein Vorfall' : `${count} Vorfälle`),
  shortened: 'gekürzt',
  verdictsAsAttack: 'Einordnungen gelten dem Vorfall als Angriff, gleich was daraus wurde.',
  reply: (by, at) => `Antwort von ${by}, ${at}`,
  refusals: {
    one_editor: 'Verkürzen braucht zwei verschiedene Personen',
    unknown_editor: 'wer entschieden hat, gehört nicht zu den Redakteuren des Buchs',
    single_user: 'in einem Buch mit nur einer Person lässt sich keine Sperrfrist verkürzen',
    under_floor: 'unter die Untergrenze geht es nicht',
    never: 'Orte dieser Objekte werden nie veröffentlicht',
    no_incident: 'diesen Vorfall gibt es nicht',
  },
  embargoNoted: (file) => `In ${file} vermerkt.`,
  kept: (id, isRepeated) => (isRepeated ? `${id} steht schon im Buch.` : `Im Buch festgehalten als ${id}.`),
};
