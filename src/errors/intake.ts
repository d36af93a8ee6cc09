/** Documents, feeds and messages as forms of reports, and addresses that are fetched. */
export const INTAKE_ERRORS = {
  TB_PDF_BROKEN: {
    sentence: 'The PDF cannot be read: {reason}.',
    remedy: 'Open it in a viewer and print it into a new PDF, or copy its text to a .txt file.',
  },
  TB_PDF_ENCRYPTED: {
    sentence: 'The PDF is protected by a password.',
    remedy: 'Save it without the password, or copy its text to a .txt file.',
  },
  TB_PDF_NO_TEXT: {
    sentence: 'The PDF holds pictures of pages and no text ({pages} pages).',
    remedy: 'Run text recognition over it with another program and check the result by eye, or type the passage into a .txt file.',
  },
  TB_PDF_TOO_LARGE: {
    sentence: 'The PDF is too large to be read: {reason}.',
    remedy: 'Save the pages that matter as a file of their own.',
  },
  TB_PDF_LEFT_OUT: {
    sentence: 'Lines that recur at the edge of the pages were left out of the text ({count}): {lines}.',
    remedy: 'Check that none of them belongs to the report; the file itself is kept as it is.',
  },
  TB_PDF_JOINED: {
    sentence: 'Words that were broken at the end of a line were put together ({count}): {words}.',
    remedy: 'Check them against the file where a quotation rests on one of them.',
  },
  TB_DOCX_BROKEN: {
    sentence: 'The Word file cannot be read: {reason}.',
    remedy: 'Open it and save it again as .docx, or copy its text to a .txt file.',
  },
  TB_DOCX_TOO_LARGE: {
    sentence: 'The Word file was not unpacked: {reason}.',
    remedy: 'Do not trust it; if it is what it seems to be, copy its text to a .txt file.',
  },
  TB_DATE_OF_DOCUMENT: {
    sentence: 'The date {date} is that of the file and need not be the day on which the report was published.',
    remedy: 'State it in reports.json if it is another.',
  },
  TB_FEED_BROKEN: {
    sentence: 'The feed cannot be read: {reason}.',
    remedy: 'Check that the address leads to an RSS, RDF, Atom or JSON feed, and tell whoever publishes it.',
  },
  TB_FEED_ENTITIES: {
    sentence: 'The feed declares entities of its own or names a document type, and was not read.',
    remedy: 'Feeds need none; such declarations serve to make a small file endless or to read other files. Tell whoever publishes it.',
  },
  TB_FEED_ENTRY: {
    sentence: 'The entry {number} of the feed is no report: {reason}.',
    remedy: 'Read the article itself at its address.',
  },
  TB_TELEGRAM_BROKEN: {
    sentence: 'The message {number} of the export cannot be used: {reason}.',
    remedy: 'Export the chat anew as JSON, or copy the message to a .txt file.',
  },
  TB_TELEGRAM_SET_ASIDE: {
    sentence: 'Of "{chat}" {service} service messages and {empty} messages without text were set aside.',
    remedy: 'Nothing; they hold no words. The export itself is kept as it is.',
  },
  TB_TELEGRAM_TWICE: {
    sentence: 'The message {number} of "{chat}" has the words and the minute of message {first} and counts as one with it.',
    remedy: 'Nothing; both stand in the export that is kept.',
  },
  TB_REPORT_ADDRESS: {
    sentence: 'The address of the source cannot be used: {reason}.',
    remedy: 'Give the http or https address at which the report stands, or send it as a file.',
  },
  TB_REPORT_NONE: {
    sentence: 'No report was found in what was sent: {reason}.',
    remedy: 'Send a text, a page, a feed, a PDF or Word file, or JSON as in docs/how-to/read-your-reports.md.',
  },
  TB_FETCH_ADDRESS: {
    sentence: 'The address is not fetched: {reason}.',
    remedy: 'Give an http or https address on the usual port, without a name or password in it; or save the page and read the file.',
  },
  TB_FETCH_PRIVATE: {
    sentence: 'The address leads to {address}, which is no machine of the public network.',
    remedy: 'Save the page yourself and read the file; there is no switch that allows it.',
  },
  TB_FETCH_UNRESOLVED: {
    sentence: 'The name {host} leads nowhere: {reason}.',
    remedy: 'Check its spelling and the connection, then try again.',
  },
  TB_FETCH_UNREACHABLE: {
    sentence: 'The server {host} cannot be asked: {reason}.',
    remedy: 'Try again later, or save the page with a browser and read the file.',
  },
  TB_FETCH_STATUS: {
    sentence: 'The server answered with status {status}.',
    remedy: 'Open the address in a browser; where it asks for a login or has moved, save the page and read the file.',
  },
  TB_FETCH_REDIRECT: {
    sentence: 'The redirect was not followed: {reason}.',
    remedy: 'Open the address in a browser and give the one where it ends.',
  },
  TB_FETCH_TOO_LARGE: {
    sentence: 'The answer is larger than allowed: {reason}.',
    remedy: 'Save what matters and read the file.',
  },
  TB_FETCH_SLOW: {
    sentence: 'The server took too long: {reason}.',
    remedy: 'Try again later, or save the page with a browser and read the file.',
  },
  TB_FETCH_TYPE: {
    sentence: 'The answer is of the kind "{type}", which holds no report.',
    remedy: 'Give the address of a page, a feed, a PDF or a Word file.',
  },
  TB_FETCH_ENCODING: {
    sentence: 'The answer cannot be unpacked: {reason}.',
    remedy: 'Try again later, or save the page with a browser and read the file.',
  },
  TB_FETCH_ROBOTS: {
    sentence: 'The server does not want programs at this address: {reason}.',
    remedy: 'Ask whoever publishes it, or save the page with a browser and read the file.',
  },
  TB_FEED_LIST_BROKEN: {
    sentence: 'The list of feeds cannot be used: {reason}.',
    remedy: 'Write a list of {address, outlet, language, rights, follow} as YAML or JSON.',
  },
  TB_FEED_LIST_ENTRY: {
    sentence: 'The feed {number} of the list is left out: {reason}.',
    remedy: 'Compare it with docs/how-to/fetch-reports.md.',
  },
  TB_REPORT_CHANGED: {
    sentence: 'The report {earlier} was changed at its address; what stands there now is {later}.',
    remedy: 'Nothing; both are kept. `trucebook history` of either shows the other.',
  },
} as const;
