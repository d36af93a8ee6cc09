import type { MethodMessages } from './messages.ts';

/** English. */
export const methodEn: MethodMessages = {
  title: 'Method',
  lead: 'How reports become what stands on these pages; what it cannot do; and how often it is wrong.',
  contents: 'Contents',
  parts: [
    {
      id: 'levels',
      title: 'From report to reading',
      text: [
        'A report is kept as it was. In it, statements are looked for: who says something, with which verb, in which words, at which place of the text. Statements of those who may speak for a state or an organisation become readings: the version one side has of one element of an agreement.',
        'Readings are compared, not words: beside its words each has a value, such as a set of protected objects, a day or a duration. From the values follows whether versions are the same or where they differ, and the sentence that says so.',
      ],
      points: [
        'Only what is said by somebody who may speak for a side enters its column: at its head, as a spokesperson, or in office.',
        'Advisers and unnamed officials stand beside it and in no column; so does what a newsroom claims itself.',
        'What a side says otherwise later takes the place of the earlier and does not delete it.',
        'What nobody says is shown as a gap and asked as a question, never filled in.',
      ],
    },
    {
      id: 'display',
      title: 'What the signs mean',
      text: [
        'A serif face is somebody else’s words, the other face is ours. We set quotation marks only where the report itself quotes verbatim; otherwise the words are the report’s, with a note on how it renders them. Quotations are never translated in place.',
      ],
      points: [
        '≠ differ: two sides that speak do not say the same.',
        '= same: all who speak say the same. Whoever is silent has not agreed by that.',
        '◐ one side only: the others have said nothing.',
        '— nobody: no side says anything of it.',
        'Yellow is a passage of the report. Hue and shape ■ ◆ ● stand for sides, in the order of their country codes.',
        'An outlined ▯ or ⇄ in foreign text is a character that would not be seen, or that turns the direction of the text.',
      ],
    },
    {
      id: 'time',
      title: 'Two times',
      text: [
        'As-of says what could be known by a day; held-at says what held on a day, as far as it was known at the as-of. A report of which only the day is known counts as known at the end of that day (UTC).',
        'A term runs only from a start that the same side names. Without one it does not run out, and the page says from where it was counted.',
      ],
    },
    {
      id: 'sources',
      title: 'Sources and grades',
      text: [
        'Outlets get no label and no score. Reports that go back to the same readout or the same wire text have one origin and do not confirm each other.',
        'Incidents have two grades, each by itself: the reliability of the source (A to F) and the credibility of the information (1 to 6). They are not multiplied. Whether something happened, who did it, and whether it falls under a reading are three separate questions.',
      ],
    },
    {
      id: 'harm',
      title: 'Publishing without harm',
      text: [
        'What leaves is coarser than what is at hand: places as a region or cell, times as a day, numbers as a range, after a delay counted from the event. The rules are the same for both sides. There is no page of incidents at a single site, and no field for capacity, importance, damage, repair or air defence.',
      ],
    },
    {
      id: 'limits',
      title: 'Limits',
      text: ['A machine of rules reads; no language model writes sentences here. It errs in known ways:'],
      points: [
        'Speech told by a verb with a noun (“suspects behind the proposal …”) is often not recognised as speech.',
        'German “sollen” may mean a plan or somebody else’s words; where only knowledge would settle it, it stays open.',
        'Irony, allusion and what stands between the lines is not read.',
        'English is read less well than German; Ukrainian and Russian not yet.',
        'Only what was reported stands here. The silence of a report is not the silence of a side.',
      ],
    },
  ],
  figures: {
    title: 'How often it is wrong',
    lead: 'Measured during development against annotations of others and our own. F1 combines how much is found and how much of it is right; 1 would be without fault.',
    what: 'What',
    measured: 'Measured',
    on: 'On',
    name: {
      statements: 'statements found (F1)',
      statementsStudied: 'statements found, further articles (F1)',
      ownStatements: 'statements found (F1)',
      speaker: 'speaker named rightly',
      act: 'act right',
      form: 'form right',
      timeValue: 'dates resolved rightly (F1)',
      quantities: 'quantities (F1)',
      english: 'statements found, English (F1)',
      cells: 'cells found',
      wrongColumn: 'cells in the column of another side',
    },
    set: {
      public: '150 German news articles, public annotation of quotations',
      publicStudied: '700 more of them',
      own: '14 German reports, 179 statements, our own annotation',
      english: '5 English reports, 37 statements',
      book: 'dossier of the 18 reports',
    },
    reliability: 'Is the stated confidence right?',
    stated: 'stated',
    found: 'measured',
    statements: 'statements',
  },
  contested: {
    title: 'Contested words',
    lead: 'What interface and reports write where a word would take a side. Quotations stay as they are.',
    words: 'Words',
    usage: 'Who says so',
    ours: 'Here',
    why: 'Why',
  },
};
