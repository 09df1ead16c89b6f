import { resolve } from 'node:path'
import { AppError } from '#shared/errors.ts'
import type { Call } from './with-register.ts'

/** How much of a register goes along, and whether the archive is encrypted. */
export type ExportAllOptions = {
  readonly out: string
  readonly withoutHistory?: boolean
  readonly withoutCases?: boolean
  readonly open?: boolean
  readonly asAt?: string
  readonly organisation?: string
}

/**
 * `dpo export all`: the whole register with attached files, history and the documents of requests. It is encrypted with
 * DPO_ARCHIVE_PASSPHRASE, or with a passphrase that is made and told once, unless asked to be open.
 */
export async function exportAll(call: Call, options: ExportAllOptions) {
  const { out, asAt, organisation } = options
  if (asAt || organisation)
    throw new AppError(
      'invalid',
      'all is the whole register as it stands: leave out --as-at and --organisation.',
    )
  const given = process.env['DPO_ARCHIVE_PASSPHRASE'] ?? ''
  const { counts, passphrase, ...file } = await call('archives.writeWhole', {
    to: resolve(out),
    withHistory: !options.withoutHistory,
    withCases: !options.withoutCases,
    passphrase: options.open ? null : given,
  })
  return { ...file, count: countsInWords(counts), says: saysOf(passphrase, given) }
}

function saysOf(passphrase: string | null, given: string): string {
  if (passphrase === null) return 'It is not encrypted: everything in it can be read by anybody who has it.'
  if (given !== '') return 'It is encrypted with DPO_ARCHIVE_PASSPHRASE.'
  return `Passphrase, shown this once; keep it apart from the archive: ${passphrase}`
}

/** "520 records, 3 attached files, 1 case file, 530 revisions". */
export function countsInWords(counts: {
  readonly records: number
  readonly documents: number
  readonly cases: number
  readonly revisions: number
}): string {
  const { records, documents, cases, revisions } = counts
  const some = (many: number, one: string) => `${many} ${one}${many === 1 ? '' : 's'}`
  return [
    some(records, 'record'),
    some(documents, 'attached file'),
    some(cases, 'case file'),
    some(revisions, 'revision'),
  ].join(', ')
}
