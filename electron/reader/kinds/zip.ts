import { crc32 } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { LIMITS } from '#shared/reading/reading.ts'
import { type Finding, type Given, NotRead } from '../finding.ts'
import { startNames } from './zip-names.ts'
import { shown } from '#shared/shown.ts'

const ENCRYPTED = 0x1
/** Small members may shrink as they like. */
const RATIO_FROM = 1_000_000
/** Locked members are not opened, whatever the password. */
const UNLOCK = 'Unpack it with its password yourself, and read the folder that comes out of it.'
/** Members beyond this are listed but not looked into. */
const ENTRIES = 80_000

/** Takes every member out of a zip; those that cannot or must not be unpacked are named with the reason. */
export async function readZip({ bytes }: Given, finding: Finding): Promise<void> {
  const zip = await opened(bytes)
  const entries = await entriesOf(zip, finding)
  if (entries.length === 0)
    throw new NotRead('The archive is empty.', 'Ask whoever sent it for the file again.')
  const shared = sharingBytes(entries)
  const used = { bytes: 0, parts: 0 }
  const nameOf = startNames(entries)
  for (const entry of entries) await takeOut(zip, entry, { finding, shared, used, nameOf })
}

function opened(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(
      bytes,
      { lazyEntries: true, decodeStrings: false, validateEntrySizes: true },
      (error, zip) => {
        if (error)
          reject(new NotRead('The archive is damaged or cut short.', 'Ask whoever sent it to send it again.'))
        else resolve(zip)
      },
    )
  })
}

function entriesOf(zip: ZipFile, finding: Finding): Promise<Entry[]> {
  return new Promise((resolve) => {
    const found: Entry[] = []
    zip.on('error', () => {
      finding.lacks('The list of its contents is damaged.', 'Ask whoever sent it to send it again.')
      resolve(found)
    })
    zip.on('end', () => resolve(found))
    zip.on('entry', (entry: Entry) => {
      found.push(entry)
      if (found.length < ENTRIES) return zip.readEntry()
      finding.lacks(`It holds more than ${ENTRIES.toLocaleString('en-GB')} files; no more are listed.`)
      resolve(found)
    })
    zip.readEntry()
  })
}

/** Entries whose bytes are also another's: a way to make a small file unpack to a huge one. */
function sharingBytes(entries: readonly Entry[]): ReadonlySet<Entry> {
  const inOrder = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  return new Set(
    inOrder.filter((entry, index) => {
      const before = inOrder[index - 1]
      return (
        before &&
        before.relativeOffsetOfLocalHeader + before.compressedSize > entry.relativeOffsetOfLocalHeader
      )
    }),
  )
}

type Taking = {
  readonly finding: Finding
  readonly shared: ReadonlySet<Entry>
  readonly used: { bytes: number; parts: number }
  readonly nameOf: (entry: Entry) => string
}

async function takeOut(zip: ZipFile, entry: Entry, taking: Taking): Promise<void> {
  const { finding, shared, used } = taking
  const name = taking.nameOf(entry)
  const type = (entry.externalFileAttributes >>> 16) & 0o170000
  if (type === 0o040000 || (type === 0 && name.endsWith('/'))) return
  const because = whyNot(entry, type, shared.has(entry), used)
  if (because) {
    const isLocked = (entry.generalPurposeBitFlag & ENCRYPTED) !== 0
    finding.lacks(`${shown(name)}: ${because}`, isLocked ? UNLOCK : 'Ask for this file by itself.')
    return finding.holds(shown(name), 'member', null)
  }
  try {
    const bytes = await bytesOf(zip, entry)
    used.bytes += bytes.length
    used.parts += 1
    if (isUnsafe(name))
      finding.hides(
        'embedded',
        `${shown(name)}: its name points outside the archive; it is kept under a safe name`,
      )
    await finding.holds(shown(name), 'member', bytes)
  } catch (error) {
    finding.lacks(
      `${shown(name)}: ${error instanceof NotRead ? error.message : 'it is damaged.'}`,
      'Ask for this file by itself.',
    )
    await finding.holds(shown(name), 'member', null)
  }
}

function isUnsafe(name: string): boolean {
  return /^(?:[A-Za-z]:|[\\/~])/u.test(name) || name.split(/[\\/]/u).includes('..')
}

function whyNot(
  entry: Entry,
  type: number,
  isShared: boolean,
  used: { bytes: number; parts: number },
): string | null {
  if (type === 0o120000) return 'it is a link to another place; links are not followed.'
  if (type !== 0 && type !== 0o100000) return 'it is no file but a device.'
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) return 'it is locked with a password.'
  if (isShared) return 'it shares its bytes with another entry, as archives made to do harm do.'
  if (entry.uncompressedSize > RATIO_FROM && entry.uncompressedSize > entry.compressedSize * LIMITS.ratio)
    return `it unpacks to more than ${LIMITS.ratio} times its size.`
  if (entry.uncompressedSize > LIMITS.file) return 'it is too large.'
  if (used.parts >= LIMITS.parts)
    return `more than ${LIMITS.parts.toLocaleString('en-GB')} files are in the archive.`
  return used.bytes + entry.uncompressedSize > LIMITS.partBytes ? 'the archive unpacks to too much.' : null
}

/** Unpacks one entry; its two names and its checksum have to agree, and it may not be longer than it says. */
async function bytesOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  await checkLocalName(zip, entry)
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)))
  })
  const pieces: Buffer[] = []
  let sum = 0
  for await (const piece of stream) {
    sum = crc32(piece as Buffer, sum)
    pieces.push(piece as Buffer)
  }
  if (sum !== entry.crc32) throw new NotRead('its checksum does not match: it is damaged.')
  return Buffer.concat(pieces)
}

function checkLocalName(zip: ZipFile, entry: Entry): Promise<void> {
  return new Promise((resolve, reject) => {
    zip.readLocalFileHeader(entry, (error, header) => {
      if (error) return reject(error)
      const isSame = header.fileName.equals(entry.fileName as unknown as Buffer)
      return isSame ? resolve() : reject(new NotRead('the archive gives it two different names.'))
    })
  })
}
