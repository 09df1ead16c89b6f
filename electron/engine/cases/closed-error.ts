import { AppError } from '#shared/errors.ts'

/** What somebody hears who was still waiting when the register was locked. */
export const closedError = () => new AppError('locked', 'The register is locked. Open it to go on.')
