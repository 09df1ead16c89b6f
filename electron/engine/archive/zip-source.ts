import { crc32 } from 'node:zlib'
import { Readable, Transform } from 'node:stream'
import yauzl from 'yauzl'
import { AppError } from '#shared/errors.ts'
import { type BagEntry, type BagSource, LIMITS, type Problem, shown } from './bag-source.ts'
import { ENCRYPTED_BYTES, openedEntry } from './encrypted-entry.ts'

type ZipEntry = yauzl.Entry

/** A bag in a zip file, read where it lies. What is wrong with the zip is listed, and nothing is unpacked. */
export async function zipSource(path: string, passphrase: string | null = null): Promise<BagSource> {
  const zip = await openZip(path)
  try {
    const { found, problems } = await listEntries(zip)
    const byName = new Map(found.map((entry) => [nameOf(entry), entry]))
    return {
      entries: found.map(toBagEntry),
      problems: [...problems, ...structureProblems(found, passphrase !== null)],
      open: async (name) => {
        const entry = byName.get(name)
        if (!entry) throw new AppError('not-found', `${shown(name)} is not in the archive.`)
        return isEncrypted(entry) && passphrase !== null
          ? openEncrypted(zip, entry, passphrase)
          : openEntry(zip, entry, name)
      },
      close: () => Promise.resolve(zip.close()),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

function openZip(path: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    // Names are decoded here, since yauzl would stop at the first unsafe one and say nothing of the others.
    yauzl.open(path, { lazyEntries: true, autoClose: false, decodeStrings: false }, (error, zip) => {
      if (error) reject(error)
      else resolve(zip)
    })
  })
}

function listEntries(zip: yauzl.ZipFile): Promise<{ found: ZipEntry[]; problems: Problem[] }> {
  return new Promise((resolve) => {
    const found: ZipEntry[] = []
    const done = (...problems: Problem[]) => resolve({ found, problems })
    let bytes = 0
    zip.on('error', (error: Error) => done(damaged(error)))
    zip.on('end', () => done())
    zip.on('entry', (entry: ZipEntry) => {
      bytes += entry.uncompressedSize
      if (found.length >= LIMITS.entries)
        return done({
          about: 'Archive',
          detail: `It holds more than ${LIMITS.entries} entries; no more are read.`,
        })
      if (bytes > LIMITS.totalBytes)
        return done({ about: 'Archive', detail: 'Unpacked it would be larger than 8 GiB; no more is read.' })
      found.push(entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

function damaged(error: Error): Problem {
  return { about: 'Archive', detail: `The list of its contents is damaged: ${shown(error.message)}` }
}

const UTF_8_NAME = 0x800
const ENCRYPTED = 0x1

const isEncrypted = (entry: ZipEntry) => (entry.generalPurposeBitFlag & ENCRYPTED) !== 0

function nameOf(entry: ZipEntry): string {
  const raw = entry.fileName as unknown as Buffer
  const text = raw.toString('utf8')
  const isUtf8 = (entry.generalPurposeBitFlag & UTF_8_NAME) !== 0 || !text.includes('\uFFFD')
  return isUtf8 ? text : raw.toString('latin1')
}

function toBagEntry(entry: ZipEntry): BagEntry {
  const name = nameOf(entry)
  const type = (entry.externalFileAttributes >>> 16) & 0o170000
  const isFolder = name.endsWith('/') || type === 0o040000
  const kind =
    type === 0o120000 ? 'link' : isFolder ? 'folder' : type === 0 || type === 0o100000 ? 'file' : 'other'
  return { name, kind, bytes: entry.uncompressedSize }
}

function structureProblems(entries: readonly ZipEntry[], hasPassphrase: boolean): Problem[] {
  const problems: Problem[] = []
  const say = (entry: ZipEntry, detail: string) => problems.push({ about: shown(nameOf(entry)), detail })
  const inOrder = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  inOrder.forEach((entry, index) => {
    const next = inOrder[index + 1]
    const end = entry.relativeOffsetOfLocalHeader + entry.compressedSize
    if (next && end > next.relativeOffsetOfLocalHeader) say(entry, 'Shares its bytes with another entry.')
    if (isEncrypted(entry) && !hasPassphrase)
      say(entry, 'Is encrypted and cannot be checked without its passphrase.')
    if (isBomb(entry)) say(entry, `Unpacks to more than ${LIMITS.ratio} times its size; it is not read.`)
  })
  return problems
}

function isBomb({ uncompressedSize, compressedSize }: ZipEntry): boolean {
  return uncompressedSize > LIMITS.ratioFromBytes && uncompressedSize > compressedSize * LIMITS.ratio
}

async function openEntry(zip: yauzl.ZipFile, entry: ZipEntry, name: string): Promise<Readable> {
  if (isBomb(entry) || isEncrypted(entry)) throw new AppError('rule', `${shown(name)} is not read.`)
  await checkLocalName(zip, entry)
  const stream = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)))
  })
  const checked = checksummed(entry)
  stream.on('error', (error) => checked.destroy(error))
  checked.on('close', () => stream.destroy())
  return stream.pipe(checked)
}

async function openEncrypted(zip: yauzl.ZipFile, entry: ZipEntry, passphrase: string): Promise<Readable> {
  if (entry.compressedSize > ENCRYPTED_BYTES) throw new AppError('rule', 'It is too large to be opened.')
  await checkLocalName(zip, entry)
  const raw = await rawStream(zip, entry)
  const pieces: Buffer[] = []
  for await (const piece of raw) pieces.push(piece as Buffer)
  return Readable.from([openedEntry(Buffer.concat(pieces), entry.extraFields, passphrase)])
}

/** The bytes of an entry as they lie in the zip; yauzl gives those of an encrypted one only below its own checks. */
function rawStream(zip: yauzl.ZipFile, entry: ZipEntry): Promise<Readable> {
  const inner = zip as unknown as {
    openReadStreamLowLevel(
      start: number,
      size: number,
      from: number,
      to: number,
      decompress: boolean,
      whole: number,
      done: (error: Error | null, opened: Readable) => void,
    ): void
  }
  return new Promise((resolve, reject) => {
    zip.readLocalFileHeader(entry, (error, { fileDataStart }) => {
      if (error) return reject(error)
      const size = entry.compressedSize
      inner.openReadStreamLowLevel(fileDataStart, size, 0, size, false, size, (failed, opened) =>
        failed ? reject(failed) : resolve(opened),
      )
    })
  })
}

/** A zip names each entry twice; programs differ in which they believe, so both have to agree. */
function checkLocalName(zip: yauzl.ZipFile, entry: ZipEntry): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.readLocalFileHeader(entry, (error, header) => {
      if (error) return reject(error)
      const isSame = header.fileName.equals(entry.fileName as unknown as Buffer)
      return isSame
        ? resolve()
        : reject(new AppError('rule', 'The archive gives this entry two different names.'))
    })
  })
}

function checksummed(entry: ZipEntry): Transform {
  let sum = 0
  return new Transform({
    transform(chunk: Buffer, _, done) {
      sum = crc32(chunk, sum)
      done(null, chunk)
    },
    flush(done) {
      done(sum === entry.crc32 ? null : new AppError('rule', 'Its checksum in the archive does not match.'))
    },
  })
}
