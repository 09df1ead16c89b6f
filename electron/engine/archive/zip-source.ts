import { crc32 } from 'node:zlib'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yauzl from 'yauzl'
import { AppError } from '#shared/errors.ts'
import { type BagEntry, type BagSource, LIMITS, type Problem, shown } from './bag-source.ts'
import { openersOf } from './encrypted-entry.ts'

type ZipEntry = yauzl.Entry

/** A bag in a zip file, read where it lies. What is wrong with the zip is listed, and nothing is unpacked. */
export async function zipSource(path: string, passphrase: string | null = null): Promise<BagSource> {
  const zip = await openZip(path)
  try {
    const { found, problems } = await listEntries(zip, Math.max(LIMITS.totalBytes, zip.fileSize * SHRUNK))
    const byName = new Map(found.map((entry) => [nameOf(entry), entry]))
    return {
      entries: found.map(toBagEntry),
      problems: [...problems, ...structureProblems(found, passphrase !== null)],
      isEncrypted: found.some(isEncrypted),
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

/** A large archive may hold as many times its own length: files of cases and volumes are not compressed again. */
const SHRUNK = 4

function listEntries(zip: yauzl.ZipFile, most: number): Promise<{ found: ZipEntry[]; problems: Problem[] }> {
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
      if (bytes > most) return done(tooLarge(most))
      found.push(entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

const tooLarge = (most: number): Problem => ({
  about: 'Archive',
  detail: `Unpacked it would be larger than ${Math.round(most / 1024 ** 3)} GiB; no more is read.`,
})

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
  if (isBomb(entry)) throw new AppError('rule', `${shown(nameOf(entry))} is not read.`)
  await checkLocalName(zip, entry)
  const about = { length: entry.compressedSize, extra: entry.extraFields, passphrase }
  const checked = ofLength(entry.uncompressedSize)
  pipeline([await rawStream(zip, entry), ...openersOf(about), checked]).catch((error: unknown) =>
    checked.destroy(error as Error),
  )
  return checked
}

/** Lets through as many bytes as the list of the zip promises, and fails where there are more or fewer. */
function ofLength(promised: number): Transform {
  let bytes = 0
  const wrong = () => new AppError('rule', 'It is not as long as the archive says.')
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length
      done(bytes > promised ? wrong() : null, chunk)
    },
    flush: (done) => done(bytes === promised ? null : wrong()),
  })
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
