const known: readonly (readonly [RegExp, (folder: string) => string])[] = [
  [
    /No space left on device/i,
    (folder) => `The disk that holds ${folder} is full. Make room and start again; nothing was lost.`,
  ],
  [
    /Disk quota exceeded/i,
    (folder) => `The disk quota for ${folder} is used up. Make room and start again; nothing was lost.`,
  ],
  [
    /Permission denied|Operation not permitted/i,
    (folder) => `The database in ${folder} may not be read and written by the user it runs as.`,
  ],
  [/Read-only file system/i, (folder) => `The disk that holds ${folder} is read-only.`],
  [
    /could not (?:create|map|resize)(?: anonymous)? shared memory/i,
    () => 'PostgreSQL was refused the 128 MB of shared memory that it needs.',
  ],
  [
    /valid checkpoint record|checkpoint record|incorrect checksum in control file|could not read file|invalid magic number|pg_filenode\.map|unexpected pageaddr|backup_label/i,
    (folder) =>
      `The database in ${folder} is damaged and cannot be opened. Keep the folder, and restore the last backup beside it: npm run muster -- restore FOLDER.`,
  ],
  [
    /database files are incompatible/i,
    (folder) => `The database in ${folder} was made by another kind of PostgreSQL.`,
  ],
]

/** What PostgreSQL said when it did not start, in one sentence that tells the operator what to do. */
export const sentenceFor = (said: string, folder: string): string => {
  const found = known.find(([pattern]) => pattern.test(said))
  if (found !== undefined) return found[1](folder)
  const last = said.split('\n').findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? said.trim().split('\n').at(-1)
  return `The database in ${folder} did not start: ${last?.replace(/^.*?(FATAL|PANIC|error):\s*/, '') || 'it gave no reason'}.`
}

/** A server that is still going down, or whose children still hold its memory, is worth another try. */
export const mayPass = (said: string): boolean =>
  /lock file "[^"]*" already exists|pre-existing shared memory block|Address already in use/.test(said)
