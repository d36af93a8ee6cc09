import type { MethodMessages } from './messages.ts';

/** German. */
export const methodDe: MethodMessages = {
  title: 'Methode',
  lead: 'Wie aus Berichten das wird, was auf diesen Seiten steht; was es nicht leistet; und wie oft es irrt.',
  contents: 'Inhalt',
  parts: [
    {
      id: 'levels',
      title: 'Vom Bericht zur Lesart',
      text: [
        'Ein Bericht wird gespeichert, wie er war. Darin werden Äußerungen gesucht: wer etwas sagt, mit welchem Verb, in welchen Worten, an welcher Stelle des Textes. Aus Äußerungen derer, die für einen Staat oder eine Organisation sprechen dürfen, werden Lesarten: die Fassung einer Seite von einem Punkt einer Vereinbarung.',
        'Verglichen werden Lesarten, nicht Wörter: Jede hat neben dem Wortlaut einen Wert, etwa eine Menge geschützter Objekte, einen Tag oder eine Dauer. Aus den Werten folgt, ob Fassungen gleich sind oder worin sie abweichen, und der Satz, der es sagt.',
      ],
      points: [
        'In die Spalte einer Seite kommt nur, was jemand sagt, der für sie sprechen darf: an der Spitze, als Sprecher oder im Amt.',
        'Berater und Ungenannte stehen daneben und in keiner Spalte; ebenso, was eine Redaktion selbst behauptet.',
        'Was eine Seite später anders sagt, ersetzt das Frühere und löscht es nicht.',
        'Was niemand sagt, wird als Lücke gezeigt und als Frage gestellt, nie aufgefüllt.',
      ],
    },
    {
      id: 'display',
      title: 'Was die Zeichen bedeuten',
      text: [
        'Serifenschrift sind Worte anderer, die übrige Schrift ist von uns. Anführungszeichen setzen wir nur, wo der Bericht selbst wörtlich zitiert; sonst stehen die Worte des Berichts, mit dem Vermerk, wie er sie wiedergibt. Zitate werden nie an Ort und Stelle übersetzt.',
      ],
      points: [
        '≠ verschieden: Zwei Seiten, die sich äußern, sagen nicht dasselbe.',
        '= gleich: Alle, die sich äußern, sagen dasselbe. Wer schweigt, hat damit nicht zugestimmt.',
        '◐ nur eine Seite: Die anderen haben sich nicht geäußert.',
        '— niemand: Keine Seite sagt etwas dazu.',
        'Gelb ist eine Stelle im Bericht. Farbe und Form ■ ◆ ● stehen für Seiten, in der Reihenfolge ihrer Länderkürzel.',
        'Ein umrandetes ▯ oder ⇄ in fremdem Text ist ein Zeichen, das man sonst nicht sähe oder das die Schreibrichtung umkehrt.',
      ],
    },
    {
      id: 'time',
      title: 'Zwei Zeiten',
      text: [
        'Der Stand sagt, was bis zu einem Tag bekannt sein konnte; „galt am“ sagt, was an einem Tag galt, soweit es beim Stand bekannt war. Ein Bericht, von dem nur der Tag bekannt ist, gilt am Ende dieses Tages (UTC) als bekannt.',
        'Eine Frist läuft nur von einem Beginn, den dieselbe Seite nennt. Fehlt er, läuft sie nicht ab, und die Seite sagt, von wo aus gezählt wurde.',
      ],
    },
    {
      id: 'sources',
      title: 'Quellen und Noten',
      text: [
        'Medien bekommen kein Etikett und keine Punktzahl. Berichte, die auf dieselbe Mitteilung oder denselben Agenturtext zurückgehen, haben einen Ursprung und bestätigen einander nicht.',
        'Zu Vorfällen gibt es zwei Noten, jede für sich: die Verlässlichkeit der Quelle (A bis F) und die Glaubwürdigkeit der Nachricht (1 bis 6). Sie werden nicht verrechnet. Ob etwas geschah, wer es war und ob es unter eine Lesart fällt, sind drei getrennte Fragen.',
      ],
    },
    {
      id: 'harm',
      title: 'Ohne Schaden veröffentlichen',
      text: [
        'Was nach außen geht, ist gröber als das, was vorliegt: Orte als Region oder Zelle, Zeiten als Tag, Zahlen als Spanne, nach einer Frist ab dem Ereignis. Die Regeln sind für beide Seiten dieselben. Eine Seite über Vorfälle an einer einzelnen Anlage gibt es nicht, und es gibt kein Feld für Leistung, Bedeutung, Schaden, Instandsetzung oder Luftabwehr.',
      ],
    },
    {
      id: 'limits',
      title: 'Grenzen',
      text: ['Eine Regelmaschine liest; kein Sprachmodell schreibt hier Sätze. Sie irrt auf bekannte Weise:'],
      points: [
        'Rede, die ein Verb mit einem Hauptwort erzählt („vermutet hinter dem Vorschlag …“), wird oft nicht als Rede erkannt.',
        '„sollen“ kann einen Plan und fremde Rede bedeuten; wo nur Wissen entschiede, bleibt es offen.',
        'Ironie, Anspielung und was zwischen den Zeilen steht, wird nicht gelesen.',
        'Englisch wird weniger gut gelesen als Deutsch; Ukrainisch und Russisch noch nicht.',
        'Nur was berichtet wurde, steht hier. Schweigen eines Berichts ist kein Schweigen einer Seite.',
      ],
    },
  ],
  figures: {
    title: 'Wie oft es irrt',
    lead: 'Gemessen während der Entwicklung an fremden und eigenen Auszeichnungen. F1 verbindet, wie viel gefunden wird und wie viel davon stimmt; 1 wäre fehlerlos.',
    what: 'Was',
    measured: 'Gemessen',
    on: 'Woran',
    name: {
      statements: 'Äußerungen gefunden (F1)',
      statementsStudied: 'Äußerungen gefunden, weitere Artikel (F1)',
      ownStatements: 'Äußerungen gefunden (F1)',
      speaker: 'Sprecher richtig benannt',
      act: 'Sprechakt richtig',
      form: 'Wiedergabe richtig',
      timeValue: 'Datum richtig aufgelöst (F1)',
      quantities: 'Zahlenangaben (F1)',
      english: 'Äußerungen gefunden, Englisch (F1)',
      cells: 'Zellen gefunden',
      wrongColumn: 'Zellen in der Spalte einer anderen Seite',
    },
    set: {
      public: '150 deutsche Nachrichten, öffentliche Auszeichnung von Zitaten',
      publicStudied: '700 weitere davon',
      own: '14 deutsche Berichte, 179 Äußerungen, eigene Auszeichnung',
      english: '5 englische Berichte, 37 Äußerungen',
      book: 'Dossier der 18 Berichte',
    },
    reliability: 'Stimmt die angegebene Sicherheit?',
    stated: 'angegeben',
    found: 'gemessen',
    statements: 'Äußerungen',
  },
  contested: {
    title: 'Umstrittene Wörter',
    lead: 'Was Oberfläche und Berichte schreiben, wo ein Wort Partei nähme. Zitate bleiben, wie sie sind.',
    words: 'Wörter',
    usage: 'Wer so spricht',
    ours: 'Hier',
    why: 'Warum',
  },
};
