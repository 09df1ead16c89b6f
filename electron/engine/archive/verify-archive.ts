import { createHash, type Hash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { AppError } from '#shared/errors.ts'
import type { Verification } from '#shared/registers/reports/report.contract.ts'
import type { Progress } from '../pdf/write-record.ts'
import { ARCHIVE_PROFILE } from './bag-files.ts'
import { INTERNAL_PROFILE, PACK_PROFILE } from './pack-bag.ts'
import { bagReader, findBag, type Reader } from './bag-reader.ts'
import { type BagSource, type Problem, shown } from './bag-source.ts'
import { nameProblems } from './entry-names.ts'
import { folderSource } from './folder-source.ts'
import { comparedManifests } from './manifest-checks.ts'
import { type Algorithm, ALGORITHMS, type Hashes, readLabel, readOxum } from './tag-files.ts'
import { reasonOf, type Report, startReport } from './verification-report.ts'
import { checkIncident, isIncident } from './verify-incident.ts'
import { checkPack } from './verify-pack.ts'
import { checkRevisions } from './verify-revisions.ts'
import { zipSource } from './zip-source.ts'

/**
 * Checks a BagIt bag, in a zip or a folder, without trusting it: nothing is unpacked, fetched or run,
 * and each thing that is wrong is named. Memory does not grow with the size of its files, save of those that a
 * passphrase opens.
 */
export async function verifyArchive(
  path: string,
  progress: Progress = async () => {},
  passphrase: string | null = null,
): Promise<Verification> {
  const report = startReport(path)
  let source: BagSource
  try {
    source = (await stat(path)).isDirectory() ? await folderSource(path) : await zipSource(path, passphrase)
  } catch (error) {
    if (isMissing(error)) throw new AppError('not-found', `There is no file at ${path}.`, { cause: error })
    report.add(
      'Archive',
      [{ about: 'Archive', detail: `It cannot be read as a zip archive: ${reasonOf(error)}` }],
      '',
    )
    return report.result('not an archive')
  }
  try {
    return await verifySource(source, report, progress, passphrase)
  } finally {
    await source.close()
  }
}

async function verifySource(
  source: BagSource,
  report: Report,
  progress: Progress,
  passphrase: string | null,
): Promise<Verification> {
  const { entries } = source
  report.add('Archive', source.problems, `${entries.length} entries, none damaged, overlapping or encrypted`)
  report.add('Names', nameProblems(entries), 'every name stays inside the archive and is given once')
  if (report.hasFailed()) return report.result('an archive that is not safe to open')

  const bag = findBag(entries)
  if (!bag) {
    report.add(
      'Bag',
      [{ about: 'bagit.txt', detail: 'There is no bagit.txt, so this is not a BagIt bag.' }],
      '',
    )
    return report.result('not a BagIt bag')
  }
  const reader = await bagReader(source, bag, report)
  if (!reader) return report.result('not a BagIt bag')
  await checkBag(reader, report, progress, passphrase)
  return report.result(`${kindOf(reader)}BagIt ${reader.version}`)
}

function kindOf(reader: Reader): string {
  if (isIncident(reader)) return 'Incident bundle, '
  const profile = reader.infoText === null ? null : readLabel(reader.infoText, 'Archive-Profile')
  return KINDS.find(([known]) => known === profile)?.[1] ?? ''
}

const KINDS: readonly (readonly [profile: string, words: string])[] = [
  [ARCHIVE_PROFILE, 'Register archive, '],
  [PACK_PROFILE, 'Disclosure pack, '],
  [INTERNAL_PROFILE, 'Internal copy of a disclosure pack, '],
]

async function checkBag(
  reader: Reader,
  report: Report,
  progress: Progress,
  passphrase: string | null,
): Promise<void> {
  const { bag, fetchList, infoText, manifests, version } = reader
  const { hashes, unreadable } = await hashAll(reader, progress)
  const compared = comparedManifests(
    manifests,
    hashes,
    new Set(unreadable.map(({ about }) => about)),
    version,
  )
  report.add('Reading', unreadable, `${hashes.size} files read to their end`)
  report.add('Payload manifests', compared.payload, compared.payloadSummary)
  report.add('Tag manifests', compared.tags, compared.tagSummary)
  const toFetch = fetchList.filter((path) => !bag.files.has(path))
  report.add(
    'Complete',
    toFetch.map((path) => ({
      about: shown(path),
      detail: 'Is left to be fetched from elsewhere; nothing is fetched.',
    })),
    'nothing is left to be fetched',
  )
  report.add(
    'Payload-Oxum',
    oxumProblems(infoText, hashes),
    infoText && readable(infoText) ? 'bytes and files as promised' : 'none promised',
  )
  await checkRevisions(reader, report)
  await checkIncident(reader, hashes, report)
  await checkPack(reader, hashes, report, passphrase)
  for (const note of compared.notes) report.note(note)
}

function readable(infoText: string): boolean {
  try {
    return readOxum(infoText) !== null
  } catch {
    return false
  }
}

function oxumProblems(infoText: string | null, hashes: Hashes): readonly Problem[] {
  try {
    const promised = infoText === null ? null : readOxum(infoText)
    if (!promised) return []
    const payload = [...hashes].filter(([name]) => name.startsWith('data/'))
    const bytes = payload.reduce((sum, [, file]) => sum + file.bytes, 0)
    if (bytes === promised.bytes && payload.length === promised.files) return []
    const detail = `Promises ${promised.bytes} bytes in ${promised.files} files; there are ${bytes} in ${payload.length}.`
    return [{ about: 'bag-info.txt', detail }]
  } catch (error) {
    return [{ about: 'bag-info.txt', detail: reasonOf(error) }]
  }
}

/** Reads each file once and takes every hash that some manifest asks for. */
async function hashAll(
  { source, bag, manifests }: Reader,
  progress: Progress,
): Promise<{ hashes: Hashes; unreadable: Problem[] }> {
  const asked = ALGORITHMS.filter((algorithm) =>
    manifests.some((manifest) => manifest.algorithm === algorithm),
  )
  const hashes = new Map<string, { bytes: number; digests: Partial<Record<Algorithm, string>> }>()
  const unreadable: Problem[] = []
  for (const [name, entry] of bag.files) {
    await progress(hashes.size, bag.files.size, 'Checking the files')
    try {
      const running = asked.map((algorithm): [Algorithm, Hash] => [algorithm, createHash(algorithm)])
      let bytes = 0
      for await (const chunk of await source.open(entry.name)) {
        bytes += (chunk as Buffer).length
        for (const [, hash] of running) hash.update(chunk as Buffer)
      }
      const digests = Object.fromEntries(running.map(([algorithm, hash]) => [algorithm, hash.digest('hex')]))
      hashes.set(name, { bytes, digests })
    } catch (error) {
      unreadable.push({ about: name, detail: reasonOf(error) })
    }
  }
  return { hashes, unreadable }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
