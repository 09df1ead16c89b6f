import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { LIMITS } from '#shared/reading/reading.ts'
import { NotRead } from '../../finding.ts'

/** The parts of an office file, by their name in it. */
export type Package = {
  readonly names: readonly string[]
  /** The bytes of a part; null when there is none of that name or it is damaged. */
  readonly bytes: (name: string) => Promise<Buffer | null>
  /** A part as text. */
  readonly text: (name: string) => Promise<string | null>
}

const DAMAGED = new NotRead(
  'The file is damaged or cut short.',
  'Try to open it with the program it was made with, and save it again or print it as PDF.',
)

/** Opens a zip that is an office file. Its parts are unpacked one by one, each within limits. */
export async function openPackage(bytes: Buffer): Promise<Package> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, opened) =>
      error ? reject(DAMAGED) : resolve(opened),
    )
  })
  const entries = await entriesOf(zip)
  const read = async (name: string) => {
    const entry = entries.get(name)
    return entry ? bytesOf(zip, entry).catch(() => null) : null
  }
  return {
    names: [...entries.keys()],
    bytes: read,
    text: async (name) => {
      const found = await read(name)
      return found ? textOf(found) : null
    },
  }
}

function textOf(bytes: Buffer): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe
  return bytes.toString(isWide ? 'utf16le' : 'utf8').replace(/^\uFEFF/u, '')
}

function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  return new Promise((resolve, reject) => {
    const found = new Map<string, Entry>()
    zip.on('error', () => (found.size > 0 ? resolve(found) : reject(DAMAGED)))
    zip.on('end', () => resolve(found))
    zip.on('entry', (entry: Entry) => {
      if (!entry.fileName.endsWith('/')) found.set(entry.fileName.replace(/^\//u, ''), entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

/** Parts of this many bytes may shrink as they like. */
const RATIO_FROM = 5_000_000

async function bytesOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const isBomb =
    entry.uncompressedSize > RATIO_FROM && entry.uncompressedSize > entry.compressedSize * LIMITS.ratio
  if (isBomb || entry.uncompressedSize > LIMITS.file)
    throw new NotRead(`A part of the file unpacks to more than ${LIMITS.ratio} times its size.`)
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)))
  })
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}
