import { createHash } from 'node:crypto'
import { configure, ZipWriter } from '@zip.js/zip.js'
import { withSeededRandom } from './seeded-random.ts'
import type { Lock } from './lock-pdf.ts'

/** A zip that is being written, every file in it encrypted with AES-256. */
export type LockedZip = {
  readonly add: (name: string, bytes: Uint8Array, store: boolean) => Promise<void>
  /** Begins a file of any length, whose bytes are given part by part, each taken when it is done. */
  readonly begin: (name: string, store: boolean) => void
  readonly more: (bytes: Uint8Array) => Promise<void>
  /** Ends the file that was begun. */
  readonly whole: () => Promise<void>
  readonly end: () => Promise<void>
}

/** Begins a zip whose files are encrypted (AE-2); what is finished of it goes to `give`. The names in it stay readable. */
export function startLockedZip(
  { password, seed, moment }: Lock,
  give: (bytes: Uint8Array) => void,
): LockedZip {
  configure({ useWebWorkers: false })
  const sink = new WritableStream<Uint8Array>({ write: (bytes) => give(bytes) })
  const zip = new ZipWriter(sink, {
    password,
    encryptionStrength: 3,
    lastModDate: new Date(moment),
    extendedTimestamp: false,
    useWebWorkers: false,
    bufferedWrite: false,
    keepOrder: true,
  })
  const lock = createHash('sha256').update(password).digest('hex')
  let open: OpenFile | null = null
  return {
    async add(name, bytes, store) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      // 7-Zip cannot read an empty file that is stored and encrypted: it is compressed, to two bytes.
      const level = store && bytes.length > 0 ? 0 : 6
      const pieces = new Blob([Uint8Array.from(bytes)]).stream()
      await withSeededRandom(seed, `zip\0${name}\0${hash}\0${lock}`, async () => {
        await zip.add(name, { readable: pieces, size: bytes.length } as never, { level })
      })
    },
    begin(name, store) {
      const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
      // Its salt is the system's: one made from the seed would have to know all of the content, or it could serve twice.
      const added = zip.add(name, { readable } as never, { level: store ? 0 : 6, zip64: true })
      added.catch(() => {})
      open = { added, writer: writable.getWriter() }
    },
    async more(bytes) {
      if (open) await Promise.race([open.writer.write(bytes), open.added])
    },
    async whole() {
      const { writer, added } = open!
      open = null
      await Promise.race([writer.close(), added])
      await added
    },
    async end() {
      await zip.close()
    },
  }
}

type OpenFile = {
  readonly added: Promise<unknown>
  readonly writer: WritableStreamDefaultWriter<Uint8Array>
}
