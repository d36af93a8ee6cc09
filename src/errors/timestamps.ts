/** Time stamps of an authority outside (RFC 3161). */
export const TIMESTAMP_ERRORS = {
  TB_TIMESTAMP_UNKNOWN: {
    sentence: 'The book has no source and no entry of its journal with the hash {sha256}.',
    remedy: 'Take the id of a source from `trucebook history`, or leave --source out to stamp the head of the journal.',
  },
  TB_TIMESTAMP_BROKEN: {
    sentence: 'The time stamp cannot be used: {reason}.',
    remedy: 'Ask the authority once more, or another one; nothing was written.',
  },
  TB_TIMESTAMP_REFUSED: {
    sentence: 'The authority gave no time stamp: {reason}.',
    remedy: 'Ask again later, or another authority; nothing was written.',
  },
  TB_TIMESTAMP_OTHER: {
    sentence: 'The time stamp is for something else: {reason}.',
    remedy: 'Give the answer that belongs to this request; nothing was written.',
  },
  TB_TIMESTAMP_FILE: {
    sentence: 'The file {path} cannot be written: {reason}.',
    remedy: 'Name a file that does not exist yet, in a folder you may write to.',
  },
  TB_TIMESTAMP_CA: {
    sentence: 'The file with trusted certificates cannot be used: {reason}.',
    remedy: 'Give the certificates of the authorities as PEM (-----BEGIN CERTIFICATE-----).',
  },
} as const;
