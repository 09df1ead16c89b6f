import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FileEntry } from '#shared/described/kept-fields.ts'
import { AppError } from '#shared/errors.ts'
import { distinctFileNames } from '../../archive/file-names.ts'
import { INCIDENT_FILES } from '../../archive/incident-bag.ts'
import { jsonOf, type Payload } from '../../archive/payload.ts'
import type { DocumentStore } from '../../documents/document-store.ts'

/** The attached files byte for byte, and a list of which lies where. A file that is not what was attached stops it. */
export async function* evidencePayloads(
  files: readonly FileEntry[],
  documents: DocumentStore,
): AsyncGenerator<Payload> {
  const names = distinctFileNames(['evidence.json', ...files.map(({ name }) => name)]).slice(1)
  const listed = files.map((file, index) => ({
    ...file,
    path: `data/evidence/${names[index]}`,
  }))
  yield { name: INCIDENT_FILES.evidence, source: jsonOf(listed) }
  for (const [index, file] of files.entries())
    yield {
      name: `data/evidence/${names[index]}`,
      source: Readable.from(asAttached(file, documents), { objectMode: false }),
      isCompressed: true,
    }
}

async function* asAttached(
  { document, name, sha256 }: FileEntry,
  documents: DocumentStore,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for await (const piece of documents.read(document)) {
    hash.update(piece)
    yield piece
  }
  if (hash.digest('hex') !== sha256)
    throw new AppError(
      'rule',
      `The evidence file “${name}” is not the one that was attached, so no bundle was written. Check the register, and put back a backup that holds it.`,
    )
}
