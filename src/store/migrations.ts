/** Words that differ between the two databases. */
interface Dialect {
  readonly bytes: string;
  /** Text that compares by its code points, on every machine. */
  readonly text: string;
  readonly integer: string;
}
const DIALECTS: Readonly<Record<'embedded' | 'postgresql', Dialect>> = {
  embedded: { bytes: 'BLOB', text: 'TEXT', integer: 'INTEGER' },
  postgresql: { bytes: 'BYTEA', text: 'TEXT COLLATE "C"', integer: 'BIGINT' },
};

/**
 * What makes a database of version N of one of version N - 1; the list only grows. Plain columns, primary keys and btree indexes:
 * `home` is what a distributed engine spreads facts by, and nothing is unique across homes but the hash of a content.
 */
const MIGRATIONS: readonly ((dialect: Dialect, kind: 'embedded' | 'postgresql') => readonly string[])[] = [
  ({ bytes, text, integer }) => [
    `CREATE TABLE head (one ${integer} PRIMARY KEY, seq ${integer} NOT NULL, hash ${text} NOT NULL, at ${text} NOT NULL, latest_at ${text} NOT NULL)`,
    `CREATE TABLE journal (
      seq ${integer} PRIMARY KEY, at ${text} NOT NULL, author_kind ${text} NOT NULL, author_name ${text} NOT NULL, action ${text} NOT NULL,
      kind ${text} NOT NULL, id ${text} NOT NULL, home ${text} NOT NULL, origin ${text}, before_hash ${text}, after_hash ${text}, attached ${text},
      why ${text}, notice ${text}, previous ${text} NOT NULL, hash ${text} NOT NULL)`,
    'CREATE INDEX journal_id ON journal (id, seq)',
    'CREATE INDEX journal_home ON journal (home, seq)',
    'CREATE INDEX journal_kind ON journal (kind, seq)',
    `CREATE TABLE content (hash ${text} PRIMARY KEY, bytes ${bytes}, packed ${integer} NOT NULL, size ${integer} NOT NULL, erased ${integer})`,
    `CREATE TABLE facts (
      kind ${text} NOT NULL, id ${text} NOT NULL, home ${text} NOT NULL, origin ${text}, seq ${integer} NOT NULL, at ${text} NOT NULL,
      hash ${text} NOT NULL, attached ${text}, held_from ${text}, held_to ${text}, known_from ${text} NOT NULL, PRIMARY KEY (kind, id, home))`,
    'CREATE INDEX facts_order ON facts (kind, seq)',
    'CREATE INDEX facts_home ON facts (home, kind)',
    'CREATE INDEX facts_known ON facts (kind, known_from)',
    `CREATE TABLE remembered (name ${text} PRIMARY KEY, value ${bytes} NOT NULL, packed ${integer} NOT NULL, size ${integer} NOT NULL, at ${text} NOT NULL)`,
  ],
  // The index of words: made from the contents, so that the journal has nothing of it.
  ({ text, integer }, kind) => [
    `CREATE TABLE passages (
      n ${integer} NOT NULL, home ${text} NOT NULL, id ${text} NOT NULL, kind ${text} NOT NULL, at ${text}, span_start ${integer} NOT NULL,
      span_end ${integer} NOT NULL, words ${text} NOT NULL, extra ${text} NOT NULL, speakers ${text} NOT NULL, outlet ${text} NOT NULL,
      language ${text} NOT NULL, holders ${text} NOT NULL, elements ${text} NOT NULL,
      ${kind === 'embedded' ? 'PRIMARY KEY (n)' : 'terms TSVECTOR NOT NULL, PRIMARY KEY (home, n)'})`,
    'CREATE INDEX passages_home ON passages (home)',
    ...(kind === 'embedded'
      ? [
          // Terms come analysed: the tokenizer only parts them at blanks and changes no letter.
          `CREATE VIRTUAL TABLE passage_words USING fts5(words, extra, content='passages', content_rowid='n', tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'")`,
        ]
      : ['CREATE INDEX passages_order ON passages (n)', 'CREATE INDEX passages_terms ON passages USING GIN (terms)']),
    `CREATE TABLE searched (home ${text} PRIMARY KEY, hash ${text} NOT NULL)`,
  ],
];

/** Version of the schema that this program writes. */
export const SCHEMA_VERSION: number = MIGRATIONS.length;

/** Statements that bring a database of version `from` up to date. */
export function migrationsFrom(from: number, kind: 'embedded' | 'postgresql'): readonly string[] {
  const statements = MIGRATIONS.slice(from).flatMap((make) => make(DIALECTS[kind], kind));
  return kind === 'postgresql' ? [...statements, apartTable(kind)] : statements;
}

/** Table of the contents that are kept apart: in PostgreSQL beside the others, with rights of its own; embedded in a file of its own. */
export function apartTable(kind: 'embedded' | 'postgresql'): string {
  const { bytes, text, integer } = DIALECTS[kind];
  return `CREATE TABLE IF NOT EXISTS restricted_content (hash ${text} PRIMARY KEY, bytes ${bytes}, packed ${integer} NOT NULL, size ${integer} NOT NULL)`;
}
