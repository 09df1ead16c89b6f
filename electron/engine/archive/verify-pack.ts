import { inFours } from '#shared/in-fours.ts'
import { BinderFailed, startBinder } from '../cases/pack/binder-process.ts'
import type { Reader } from './bag-reader.ts'
import type { Problem } from './bag-source.ts'
import { packFingerprint } from './pack-bag.ts'
import type { Hashes } from './tag-files.ts'
import { reasonOf, type Report } from './verification-report.ts'

/**
 * What a disclosure pack promises beyond its manifests: the fingerprint, to be compared with the one in its covering
 * letter, and that the passphrase opens each of its PDFs.
 */
export async function checkPack(
  reader: Reader,
  hashes: Hashes,
  report: Report,
  passphrase: string | null,
): Promise<void> {
  const payload = [...hashes].flatMap(([name, { digests }]) =>
    name.startsWith('data/') && digests.sha256 ? [{ name, sha256: digests.sha256 }] : [],
  )
  const groups = inFours(packFingerprint(payload))
  report.add('Fingerprint', [], `${groups} (compare it with the covering letter)`)
  const locked = await lockedPdfs(
    reader,
    payload.map(({ name }) => name),
  )
  if (locked.length === 0) return
  if (passphrase === null)
    return report.note(
      `${locked.length} PDFs are encrypted; with the passphrase it is checked whether they open.`,
    )
  report.add(
    'Passphrase',
    await notOpened(reader, locked, passphrase),
    `it opens all ${locked.length} encrypted PDFs`,
  )
}

async function bytesOf({ source, bag }: Reader, name: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of await source.open(bag.files.get(name)!.name)) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

/** How much of the end of a PDF says whether it is encrypted. */
const END = 2048

async function lockedPdfs(reader: Reader, names: readonly string[]): Promise<readonly string[]> {
  const locked: string[] = []
  for (const name of names.filter((one) => one.endsWith('.pdf')))
    if ((await bytesOf(reader, name)).subarray(-END).includes('/Encrypt')) locked.push(name)
  return locked
}

async function notOpened(reader: Reader, names: readonly string[], passphrase: string): Promise<Problem[]> {
  const problems: Problem[] = []
  const binder = await startBinder()
  try {
    for (const name of names)
      await binder
        .ask({ say: 'try', password: passphrase }, [await bytesOf(reader, name)])
        .catch((error: unknown) => {
          const isOther = error instanceof BinderFailed && error.code === 'password'
          problems.push({
            about: name,
            detail: isOther ? 'The passphrase does not open it.' : reasonOf(error),
          })
        })
  } finally {
    binder.close()
  }
  return problems
}
