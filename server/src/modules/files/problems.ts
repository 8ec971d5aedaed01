import { problem } from '#kernel/problem.ts'

export const fileNotFound = problem('file-not-found', 404, 'There is no such file.')
export const fileNotAccepted = problem(
  'file-not-accepted',
  422,
  'Upload a PDF, PNG, JPEG, WebP, HEIC, Word, Excel, XML, CSV or text file.',
)
export const otherFileWanted = problem('other-file-wanted', 422, 'A file of another kind is needed here.')
export const fileAlreadyUsed = problem('file-already-used', 409, 'This file already belongs to something else.')
export const tooManyLooseFiles = problem(
  'too-many-loose-files',
  429,
  'You have uploaded many files today that belong to nothing yet. Use them first, or go on tomorrow.',
)
export const openingRequired = problem(
  'opening-required',
  403,
  'This file is protected. It has to be opened first, which is recorded.',
)
