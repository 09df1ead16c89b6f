import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import { AppError } from '#shared/errors.ts'
import { notATable } from '../../tables/reading/file-kind.ts'
import { damaged, otherThanWorkbook } from '../../tables/reading/unpack-workbook.ts'
import type { ChosenFile } from './chosen-file.ts'
import { SOURCE_LIMITS } from './limits.ts'

/** The parts of a workbook, unpacked piece by piece. */
export type WorkbookZip = {
  readonly has: (part: string) => boolean
  /** The bytes of a part as they come out; throws where it is damaged or far larger than it pretends. */
  readonly pieces: (part: string) => AsyncGenerator<Buffer>
  /** A small part whole; empty where there is none. */
  readonly text: (part: string) => Promise<string>
}

const ENCRYPTED = 0x1
const MOST_ENTRIES = 5_000
const SMALL_PART = 64 * 1024 ** 2
/** No sheet that people made is packed to less than this share, once it is larger than that. */
const [MOST_RATIO, RATIO_FROM] = [300, 64 * 1024 ** 2]

/** Opens the zip of a workbook by the file that stays open; says what a zip is instead when it is no workbook. */
export async function openWorkbookZip(file: ChosenFile): Promise<WorkbookZip> {
  const zip = await opened(file)
  const entries = await entriesOf(zip)
  if (!entries.has('xl/workbook.xml')) throw otherThanWorkbook(new Set(entries.keys()))
  const pieces = (part: string) => piecesOf(zip, entries.get(part))
  return {
    has: (part) => entries.has(part),
    pieces,
    async text(part) {
      if (!entries.has(part)) return ''
      const found: Buffer[] = []
      let length = 0
      for await (const piece of pieces(part)) {
        length += piece.length
        if (length > SMALL_PART) throw tooLarge()
        found.push(piece)
      }
      const text = Buffer.concat(found).toString('utf8')
      if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw ownDefinitions()
      return text
    },
  }
}

/** The refusal of XML that brings definitions of its own. */
export const ownDefinitions = () =>
  notATable(
    'a workbook with definitions of its own, which spreadsheets never have',
    'Open it in a spreadsheet, save it as .xlsx or CSV and choose that file.',
  )

async function opened({ fd }: ChosenFile): Promise<yauzl.ZipFile> {
  try {
    return await yauzl.fromFdPromise(fd, { autoClose: false, lazyEntries: true, strictFileNames: false })
  } catch (error) {
    throw damaged(error)
  }
}

async function entriesOf(zip: yauzl.ZipFile): Promise<ReadonlyMap<string, yauzl.Entry>> {
  const found = new Map<string, yauzl.Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      // Two parts of one name: programs differ in which they show.
      if (found.has(entry.fileName) && entry.fileName.startsWith('xl/')) throw damaged(null)
      found.set(entry.fileName, entry)
      if (found.size > MOST_ENTRIES)
        throw notATable('an archive of many files', 'Take the file that the system exported out of it first.')
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(error)
  }
  return found
}

async function* piecesOf(zip: yauzl.ZipFile, entry: yauzl.Entry | undefined): AsyncGenerator<Buffer> {
  if (!entry) throw damaged(null)
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0)
    throw notATable('locked with a password', 'Open it, save a copy without a password and choose that file.')
  let [length, sum] = [0, 0]
  try {
    const stream = await zip.openReadStreamPromise(entry)
    for await (const piece of stream as AsyncIterable<Buffer>) {
      length += piece.length
      sum = crc32(piece, sum)
      if (length > SOURCE_LIMITS.part) throw tooLarge()
      if (length > RATIO_FROM && length > entry.compressedSize * MOST_RATIO) throw tooLarge()
      yield piece
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(error)
  }
  if (sum !== entry.crc32) throw damaged(null)
}

const tooLarge = () =>
  new AppError(
    'invalid',
    'The workbook is very much larger unpacked than packed, as no list of people is. Open it in a spreadsheet, save it as CSV and choose that file.',
  )
