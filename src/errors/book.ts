/** The book: store, journal, search, review, intake of feeds and addresses. */
export const BOOK_ERRORS = {
  TB_BOOK_MISSING: {
    sentence: 'There is no book in {place}.',
    remedy: 'Make one with `trucebook init`, or name its folder with --book or TRUCEBOOK_BOOK.',
  },
  TB_BOOK_EXISTS: { sentence: 'There is a book in {place} already.', remedy: 'Work on it, or name another place.' },
  TB_BOOK_INCOMPLETE: {
    sentence: 'The book is not complete: taking it over from another was interrupted.',
    remedy: 'Delete it and take it over once more; the book it came from is untouched.',
  },
  TB_BOOK_TOO_NEW: {
    sentence: 'The book in {place} was written by a later version (schema {version}; this program knows {known}).',
    remedy: 'Update the program.',
  },
  TB_BOOK_BUSY: {
    sentence: 'Another process has been writing to the book in {place} for too long.',
    remedy: 'Wait until it is done, then try again; nothing was written.',
  },
  TB_BOOK_OVERTAKEN: {
    sentence: 'Somebody has written to the book since this was looked at.',
    remedy: 'Look again and repeat it if it still holds; nothing was written.',
  },
  TB_BOOK_DISK_FULL: {
    sentence: 'The disk of the book in {place} is full.',
    remedy: 'Free some space and try again; what was acknowledged is kept, and this one writing left no trace.',
  },
  TB_BOOK_DISK: {
    sentence: 'The disk of the book in {place} cannot be read or written: {reason}.',
    remedy: 'Check the disk, then run `trucebook verify`.',
  },
  TB_BOOK_READ_ONLY: {
    sentence: 'The book in {place} may not be written: {reason}.',
    remedy: 'Check the rights of the folder and its files; nothing was written.',
  },
  TB_BOOK_CANNOT_OPEN: {
    sentence: 'The book in {place} cannot be opened: {reason}.',
    remedy: 'Check that you may read and write the folder and every file in it.',
  },
  TB_BOOK_DAMAGED: {
    sentence: 'The file of the book in {place} is damaged: {reason}.',
    remedy: 'Keep it as it is, and take over an export or a copy with `trucebook move`.',
  },
  TB_BOOK_DATABASE: {
    sentence: 'The database {place} does not answer as it should: {reason}.',
    remedy: 'Check its address, user and password in TRUCEBOOK_DATABASE_URL, and that the server runs; what was acknowledged is kept.',
  },
  TB_BOOK_KEPT_APART: {
    sentence: 'Facts of the kind "{kind}" are kept apart.',
    remedy: 'Read them by the way that writes down who did, and why.',
  },
  TB_BOOK_SOURCE_HASH: {
    sentence: 'The source is called {id}, but its bytes have the SHA-256 {found}.',
    remedy: 'Name a source by the SHA-256 of its bytes, and attach them.',
  },
  TB_PROOF_FILE: {
    sentence: 'The proof cannot be written to {path}: {reason}.',
    remedy: 'Name a file that does not exist yet, in a folder that you may write.',
  },
  TB_BOOK_NOTHING_ABOUT: { sentence: 'The journal has no entry about "{id}".', remedy: 'Look for the id with `trucebook history`.' },
  TB_BOOK_ENTRY_WRONG: {
    sentence: 'The entry {seq} does not follow the one before it, or its hash is not that of its fields.',
    remedy: 'Take over another copy: this one was changed, cut or put together.',
  },
  TB_BOOK_CONTENT_WRONG: {
    sentence: 'The content {hash} has other bytes than its name says.',
    remedy: 'Take over another copy: this one was changed.',
  },
  TB_BOOK_EXPORT_EXISTS: { sentence: 'There is something in {place} already.', remedy: 'Name a folder that does not exist yet.' },
  TB_BOOK_NO_EXPORT: {
    sentence: 'The folder {place} holds no export of a book.',
    remedy: 'Name the folder that `trucebook export` has written.',
  },
  TB_BOOK_EXPORT_BROKEN: {
    sentence: 'Line {line} of {file} is no JSON.',
    remedy: 'Take another copy of the export: this one was changed or cut.',
  },
  TB_BOOK_COPY_UNSOUND: {
    sentence: 'The copy does not verify ({count} faults; the first at entry {seq}: {detail}).',
    remedy: 'Delete the copy and run `trucebook verify` on the book it came from.',
  },
  TB_BOOK_NOTHING_HELD: {
    sentence: 'There is no difference "{id}" that waits for a decision.',
    remedy: 'Take an id from `trucebook reread`; what has been decided is in `trucebook history`.',
  },
  TB_QUEUE_NEEDS_SERVER: {
    sentence: 'The book {place} is kept on one machine and has no queue.',
    remedy: 'Read without --queue, or move the book to PostgreSQL (`trucebook move postgres://…`), where several workers can share it.',
  },
  TB_QUEUE_SOURCE_GONE: {
    sentence: 'The table {source} that was to be imported is no longer in the book.',
    remedy: 'It was deleted on legal demand; nothing is to be done. `trucebook history` says why.',
  },
  TB_QUEUE_WORK_LOST: {
    sentence: 'This worker no longer holds the piece of work it wanted to write.',
    remedy: 'Nothing was written and nothing is to be done: the piece is done already, or another worker has it.',
  },
  TB_QUEUE_SCHEMA: {
    sentence: 'The tables of the queue, in the schema "{schema}", cannot be made: {reason}.',
    remedy: 'Let the owner of the database start the first worker, or GRANT CREATE ON DATABASE to the user of the book.',
  },
  TB_QUEUE_WORK_FAILED: {
    sentence: 'A piece of work failed: {reason}.',
    remedy: 'Mend what the reason says, then `trucebook jobs --retry`.',
  },
  TB_QUEUE_THREAD: {
    sentence: 'A thread that read a report ended before it was done: {reason}.',
    remedy: 'Look at the report that is named, and at the memory of the machine.',
  },
  TB_QUEUE_LEASE_LOST: {
    sentence: 'This worker was not heard of for longer than its lease; others have taken over its work.',
    remedy: 'Start it anew. If it happens often, the machine sleeps or is too busy: give it fewer --jobs.',
  },
  TB_DELETED_BEFORE: {
    sentence: 'What is called "{id}" was deleted on legal demand and is not taken in again.',
    remedy: 'Look with `trucebook history {id}` who asked for it and why.',
  },
} as const;
