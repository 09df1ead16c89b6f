import { AppError } from '#shared/errors.ts'

/** The key of a case was destroyed. */
export const destroyedCase = () =>
  new AppError(
    'not-found',
    'The documents of this request were destroyed. The certificate says what they were.',
  )

/** A case has a key and no file. */
export const missingCase = () =>
  new AppError(
    'storage',
    'The file with the documents of this request is not there. Put back a copy of the register’s folder, or restore its last backup.',
    { reason: 'missing' },
  )
