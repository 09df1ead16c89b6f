import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { safeFileName } from '../archive/file-names.ts'
import type { Payload } from '../archive/payload.ts'
import type { StoredDocument } from '../documents/document-store.ts'
import type { Documents } from '../documents/open-documents.ts'
import { exactJson } from './exact-json.ts'
import { streamOfLines } from './json-lines.ts'
import type { NamedBy } from './record-lines.ts'
import { type DocumentLine, WHOLE_FILES } from './whole-files.ts'

/** Longer files are not compressed: one of blanks would be taken for a bomb by whoever checks the archive. */
const COMPRESSED_BYTES = 1_048_576

/** Attached files with their bytes, each once, and the list that says which records name them. */
export function* documentPayloads(
  wanted: readonly StoredDocument[],
  named: ReadonlyMap<string, readonly NamedBy[]>,
  documents: Documents,
): Generator<Payload> {
  const lines = linesOf(wanted, named)
  yield { name: WHOLE_FILES.documents, source: streamOfLines(lines.map(exactJson)) }
  const written = new Set<string>()
  for (const { id, file, bytes } of lines) {
    if (written.has(file)) continue
    written.add(file)
    const source = Readable.from(documents.read(id), { objectMode: false })
    yield { name: file, source, isCompressed: bytes > COMPRESSED_BYTES }
  }
}

/** How many files the documents lie in: the same bytes lie there once. */
export const filesOfDocuments = (wanted: readonly StoredDocument[]) =>
  new Set(wanted.map(({ sha256 }) => sha256)).size

function linesOf(
  wanted: readonly StoredDocument[],
  named: ReadonlyMap<string, readonly NamedBy[]>,
): DocumentLine[] {
  const files = new Map<string, string>()
  return wanted.map(({ document, name, bytes, sha256, takenInAt }) => {
    const file = files.get(sha256) ?? `data/documents/${sha256}${endingOf(name)}`
    files.set(sha256, file)
    return {
      id: document,
      name,
      bytes,
      sha256,
      takenInAt,
      file,
      records: [...(named.get(document) ?? [])],
    } as DocumentLine
  })
}

/** The ending of a name, so that a file opens with what it was made with. */
function endingOf(name: string): string {
  const ending = extname(safeFileName(name)).toLowerCase()
  return /^\.[a-z0-9]{1,8}$/u.test(ending) ? ending : ''
}
