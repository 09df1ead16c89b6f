import { buffer } from 'node:stream/consumers'
import yauzl from 'yauzl'
import { AppError } from '#shared/errors.ts'
import { notATable } from './file-kind.ts'
import { TABLE_LIMITS, tooMuch } from './limits.ts'

/** The XML parts of a workbook by their names; pictures, macros and everything else stay in the zip. */
export type WorkbookParts = ReadonlyMap<string, string>

const SAVE = 'Open it in a spreadsheet, save it as .xlsx or CSV and choose that file.'
const ENCRYPTED = 0x1
const MOST_ENTRIES = 2_000

/**
 * Unpacks the parts of a workbook that hold cells, counting what comes out, so that a small file cannot fill the
 * memory. Says what a zip is instead when it is no workbook.
 */
export async function unpackWorkbook(bytes: Buffer): Promise<WorkbookParts> {
  const zip = await openZip(bytes)
  const entries = await entriesOf(zip)
  const names = new Set(entries.map(({ fileName }) => fileName))
  if (!names.has('xl/workbook.xml')) throw otherThanWorkbook(names)
  const wanted = entries.filter(({ fileName }) => isWanted(fileName))
  const declared = wanted.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (declared > TABLE_LIMITS.unpackedBytes) throw tooMuch('The workbook is too large when it is unpacked.')
  const parts = new Map<string, string>()
  for (const entry of wanted) {
    if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0)
      throw notATable(
        'locked with a password',
        'Open it, save a copy without a password and choose that file.',
      )
    const text = (await readEntry(zip, entry)).toString('utf8')
    if (/<!(?:DOCTYPE|ENTITY)/iu.test(text))
      throw notATable('a workbook with definitions of its own, which spreadsheets never have', SAVE)
    parts.set(entry.fileName, text)
  }
  return parts
}

/** The refusal of a workbook of which a part cannot be read. */
export function damaged(cause: unknown): AppError {
  return new AppError('invalid', `This workbook is damaged and cannot be read. ${SAVE}`, { cause })
}

const isWanted = (name: string) =>
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|(?:worksheets\/)?[^/]*\.xml)$/u.test(name)

function openZip(bytes: Buffer): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true, strictFileNames: false }, (error, zip) => {
      if (error) reject(damaged(error))
      else resolve(zip)
    })
  })
}

function entriesOf(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    const found: yauzl.Entry[] = []
    zip.on('error', (error: Error) => reject(damaged(error)))
    zip.on('end', () => resolve(found))
    zip.on('entry', (entry: yauzl.Entry) => {
      found.push(entry)
      if (found.length > MOST_ENTRIES)
        reject(notATable('an archive of many files', 'Take the list out of it first.'))
      else zip.readEntry()
    })
    zip.readEntry()
  })
}

/** Unpacks one entry; yauzl stops where more comes out than the zip declares. */
async function readEntry(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Buffer> {
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) reject(error)
        else buffer(stream).then(resolve, reject)
      })
    })
  } catch (error) {
    throw damaged(error)
  }
}

/** What a zip is that is no workbook, by the names in it. */
export function otherThanWorkbook(names: ReadonlySet<string>): AppError {
  const holds = (start: string) => [...names].some((name) => name.startsWith(start))
  if (names.has('xl/workbook.bin')) return notATable('a binary workbook (.xlsb)', SAVE)
  if (holds('word/')) return notATable('a Word document', 'Copy the list into a spreadsheet and save that.')
  if (holds('ppt/')) return notATable('a presentation', 'Copy the list into a spreadsheet and save that.')
  if (names.has('mimetype') && names.has('content.xml'))
    return notATable('an OpenDocument file (.ods or .odt)', SAVE)
  if (names.has('Index/Document.iwa')) return notATable('an Apple Numbers file', SAVE)
  return notATable('an archive', 'Take the list out of it first.')
}
