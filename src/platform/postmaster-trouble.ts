// What an operating system or PostgreSQL says when it cannot write, and the sentence we say instead.
const causes = [
  {
    sign: /\bspawn .* E[A-Z]+\s*$/m,
    sentence: (folder: string) =>
      'PostgreSQL could not be started because the system refused to run its program: see that neither node_modules nor ' +
      `${folder} is mounted noexec and that this is a Linux with glibc (not Alpine), or set DATABASE_URL to a server.`,
  },
  {
    sign: /\bENOSPC\b|\bEDQUOT\b|No space left on device|Disk quota exceeded/,
    sentence: (folder: string) =>
      `PostgreSQL could not be started because the disk that holds ${folder} is full: ` +
      'free some space there (df -h shows how much is left) and start again.',
  },
  {
    sign: /\bEROFS\b|Read-only file system/,
    sentence: (folder: string) =>
      `PostgreSQL could not be started because ${folder} lies on a read-only file system: ` +
      'mount it writable, or set JEMBATAN_DATA to a folder that is.',
  },
  {
    sign: /\bEACCES\b|\bEPERM\b|Permission denied|Operation not permitted/,
    sentence: (folder: string) =>
      `PostgreSQL could not be started because ${folder} is read-only for the user who starts it: ` +
      'make it writable for that user, start as the user who owns it, or set JEMBATAN_DATA to another folder.',
  },
  {
    sign: /\bENOTDIR\b|Not a directory/,
    sentence: (folder: string) =>
      `PostgreSQL could not be started because something on the way to ${folder} is a file and not a folder: ` +
      'move that file away and start again.',
  },
]

/** The sentence for a known cause in `text` (an error's code and message, or a log's tail); undefined when none fits. */
export function sentenceFor(text: string, folder: string): string | undefined {
  return causes.find((cause) => cause.sign.test(text))?.sentence(folder)
}

/** Runs `work`; a failure to write in `folder` becomes an Error whose one sentence says what happened and what to do. */
export async function explaining<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error // our own sentences have no code
    const said = 'stderr' in error ? String(error.stderr) : ''
    const sentence = sentenceFor(`${String(error.code)} ${error.message} ${said}`, folder)
    throw sentence ? new Error(sentence, { cause: error }) : error
  }
}
