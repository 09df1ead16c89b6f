import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { AppError } from '#shared/errors.ts'
import { ARCHIVE_PROFILE } from '../archive/bag-files.ts'
import { bagReader, findBag, type Reader } from '../archive/bag-reader.ts'
import { shown } from '../archive/bag-source.ts'
import { folderSource } from '../archive/folder-source.ts'
import { readLabel } from '../archive/tag-files.ts'
import { startReport } from '../archive/verification-report.ts'
import { zipSource } from '../archive/zip-source.ts'
import { WHOLE_PROFILE, WHOLE_PROFILES } from './whole-files.ts'

/** An archive a register can be made of, open to be read. */
export type OpenArchive = {
  readonly reader: Reader
  readonly kind: 'whole' | 'first'
  readonly isEncrypted: boolean
}

/** The longest file that is read into memory at once, in bytes. */
const TEXT_BYTES = 256 * 1_048_576

/**
 * Runs with an archive open, in a zip or unpacked in a folder. Throws `storage` where it is encrypted and the passphrase
 * does not open it, and `rule` where it is none a register can be made of.
 */
export async function withArchive<Result>(
  path: string,
  passphrase: string | null,
  work: (archive: OpenArchive) => Promise<Result>,
): Promise<Result> {
  const isFolder = (await found(path)).isDirectory()
  const source = await (isFolder ? folderSource(path) : zipSource(path, passphrase || null)).catch(
    (error: unknown) => {
      throw new AppError('rule', 'This file cannot be read as an archive.', { cause: error })
    },
  )
  try {
    const isEncrypted = source.isEncrypted === true
    if (isEncrypted && !passphrase)
      throw wrongPassphrase('This archive is encrypted. Type the passphrase it was written with.')
    const bag = findBag(source.entries)
    if (!bag) throw notOne('there is no bagit.txt in it')
    const report = startReport(path)
    const reader = await bagReader(source, bag, report)
    if (!reader) {
      if (isEncrypted) throw wrongPassphrase('The passphrase does not open this archive.')
      throw notOne(report.result('').checks.find(({ ok }) => !ok)?.detail ?? 'it cannot be read')
    }
    return await work({ reader, kind: kindOf(reader), isEncrypted })
  } finally {
    await source.close()
  }
}

/** The bytes of a file of the archive, from its beginning. */
export async function openFile({ bag, source }: Reader, name: string): Promise<Readable> {
  const entry = bag.files.get(name)
  if (!entry) throw new AppError('rule', `${shown(name)} is not in the archive.`)
  return source.open(entry.name)
}

/** A file of JSON of the archive. */
export async function jsonFile(reader: Reader, name: string): Promise<unknown> {
  if ((reader.bag.files.get(name)?.bytes ?? 0) > TEXT_BYTES)
    throw new AppError('rule', `${shown(name)} is too large to be read.`)
  const pieces: Buffer[] = []
  for await (const piece of await openFile(reader, name)) pieces.push(piece as Buffer)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces))) as unknown
  } catch (error) {
    throw new AppError('rule', `${shown(name)} is not JSON.`, { cause: error })
  }
}

function kindOf({ infoText }: Reader): OpenArchive['kind'] {
  const profile = infoText === null ? null : readLabel(infoText, 'Archive-Profile')
  if (profile === WHOLE_PROFILE) return 'whole'
  if (profile === ARCHIVE_PROFILE) return 'first'
  if (profile?.startsWith(WHOLE_PROFILES))
    throw new AppError(
      'rule',
      'This archive was written by a newer version of DPO Workbench. Install that version to bring it in.',
    )
  throw notOne(profile ? `it is a “${shown(profile)}”` : 'it does not say that it holds a register')
}

async function found(path: string) {
  return stat(path).catch((error: unknown) => {
    throw new AppError('not-found', `There is no file at ${path}.`, { cause: error })
  })
}

const wrongPassphrase = (message: string) => new AppError('storage', message, { reason: 'wrong-passphrase' })

const notOne = (why: string) =>
  new AppError('rule', `A register cannot be made of this archive: ${why.replace(/\.$/u, '')}.`)
