import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { SourceValue } from '#shared/portability/source.ts'
import type { ExportRow } from '../formats/table-to-write.ts'

/** Rows that wait to be written: put down once, read as often as there are forms. */
export type RowSpool = {
  readonly add: (row: ExportRow) => Promise<void>
  /** Has what was added last written; nothing may be added afterwards. */
  readonly end: () => Promise<void>
  /** The rows in the order in which they were added, in batches; each time new ones, the caller's to change. */
  readonly rows: () => AsyncGenerator<SourceValue[][]>
}

/** A batch is put down when it has so many rows, or texts of so many letters. */
const BATCH_ROWS = 512
const BATCH_LETTERS = 1 << 20
const PIECE = 1 << 20
const LENGTH_BYTES = 4

/**
 * Begins a spool in a file that is not there yet. What it holds is personal data on its way out, and a program that is
 * killed leaves the file behind; so it is encrypted (AES-256 in counter mode) under a key that only this memory holds
 * and that no other file is ever encrypted with.
 */
export async function startSpool(path: string): Promise<RowSpool> {
  const key = randomBytes(32)
  const cipher = createCipheriv('aes-256-ctr', key, START)
  const file = await open(path, 'wx', 0o600)
  let batch: ExportRow[] = []
  let letters = 0
  const put = async () => {
    if (batch.length === 0) return
    const text = Buffer.from(JSON.stringify(batch))
    const length = Buffer.alloc(LENGTH_BYTES)
    length.writeUInt32BE(text.length)
    batch = []
    letters = 0
    await file.write(cipher.update(Buffer.concat([length, text])))
  }
  return {
    async add(row) {
      batch.push(row)
      for (const value of row) if (typeof value === 'string') letters += value.length
      if (batch.length >= BATCH_ROWS || letters >= BATCH_LETTERS) await put()
    },
    async end() {
      try {
        await put()
      } finally {
        await file.close()
      }
    },
    rows: () => readRows(path, key),
  }
}

/** The counter begins anew with each key. */
const START = Buffer.alloc(16)

async function* readRows(path: string, key: Buffer): AsyncGenerator<SourceValue[][]> {
  const decipher = createDecipheriv('aes-256-ctr', key, START)
  const file = await open(path, 'r')
  let waiting: Buffer[] = []
  let bytes = 0
  try {
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE)
      const { bytesRead } = await file.read(piece, 0, PIECE)
      if (bytesRead === 0) return
      waiting.push(decipher.update(piece.subarray(0, bytesRead)))
      bytes += bytesRead
      if (bytes < lengthOf(waiting[0]!)) continue
      let whole = Buffer.concat(waiting)
      while (whole.length >= LENGTH_BYTES && whole.length >= lengthOf(whole)) {
        const end = lengthOf(whole)
        yield JSON.parse(whole.toString('utf8', LENGTH_BYTES, end)) as SourceValue[][]
        whole = whole.subarray(end)
      }
      waiting = [whole]
      bytes = whole.length
    }
  } finally {
    await file.close()
  }
}

/** Length of the batch that begins here with its own length; so many that more is wanted where that is cut off. */
function lengthOf(start: Buffer): number {
  return start.length < LENGTH_BYTES ? LENGTH_BYTES : LENGTH_BYTES + start.readUInt32BE()
}
