import { stat } from 'node:fs/promises'
import { AppError } from '#shared/errors.ts'
import type { Verification } from '#shared/registers/reports/report.contract.ts'
import type { Progress } from '../pdf/write-record.ts'
import { kindOf } from './archive-kinds.ts'
import { bagReader, findBag, type Reader } from './bag-reader.ts'
import { type BagSource, shown } from './bag-source.ts'
import { nameProblems } from './entry-names.ts'
import { folderSource } from './folder-source.ts'
import { hashFiles } from './hash-files.ts'
import { comparedManifests, strayFiles } from './manifest-checks.ts'
import { isOxumPromised, oxumProblems } from './oxum.ts'
import type { Hashes } from './tag-files.ts'
import { reasonOf, type Report, startReport } from './verification-report.ts'
import { checkRevisions, checkTrail } from './verify-revisions.ts'
import { zipSource } from './zip-source.ts'

/**
 * Checks a BagIt bag, in a zip or a folder, or a trail of revisions alone, without trusting it: nothing is
 * unpacked, fetched or run, and each thing that is wrong is named. Memory does not grow with the size of its files.
 */
export async function verifyArchive(
  path: string,
  progress: Progress = async () => {},
  passphrase: string | null = null,
): Promise<Verification> {
  const report = startReport(path)
  let source: BagSource
  try {
    const isFolder = (await stat(path)).isDirectory()
    if (!isFolder && path.toLowerCase().endsWith('.jsonl')) return await checkTrail(path, report)
    source = isFolder ? await folderSource(path) : await zipSource(path, passphrase)
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
  const sound = passphrase === null ? 'none damaged, overlapping or encrypted' : 'none damaged or overlapping'
  report.add('Archive', source.problems, `${entries.length} entries, ${sound}`)
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
  const kind = kindOf(reader)
  const hashes = await checkBag(reader, kind !== null, report, progress)
  await kind?.check?.(reader, hashes, report, passphrase)
  return report.result(`${kind ? `${kind.words}, ` : ''}BagIt ${reader.version}`)
}

/** What holds for every bag; of ours also that nothing lies in it that no manifest lists. */
async function checkBag(
  reader: Reader,
  isOurs: boolean,
  report: Report,
  progress: Progress,
): Promise<Hashes> {
  const { bag, fetchList, infoText, manifests, version } = reader
  const { hashes, unreadable } = await hashFiles(reader, progress)
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
    isOxumPromised(infoText) ? 'bytes and files as promised' : 'none promised',
  )
  if (isOurs)
    report.add(
      'Nothing added',
      strayFiles(manifests, hashes),
      'there is no file beside those that are listed',
    )
  await checkRevisions(reader, report)
  for (const note of compared.notes) report.note(note)
  return hashes
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
