import chardet from 'chardet'
import iconv from 'iconv-lite'
import { type Entry, getFileNameLowLevel } from 'yauzl'

const UTF_8_NAME = 0x800
/** The extra field in which some programs give a name in UTF-8 beside the old one. */
const UNICODE_PATH = 0x70_75
/** What a guess has to be worth before it is taken instead of what the format prescribes. */
const SURE = 40

/** Gives the names of an archive's entries: as UTF-8 where that fits, else in the encoding that all of them look like. */
export function startNames(entries: readonly Entry[]): (entry: Entry) => string {
  const old = entries.filter((entry) => !isUtf8(entry)).map(({ fileNameRaw }) => fileNameRaw)
  const encoding = old.length > 0 ? guess(Buffer.concat(old.slice(0, 200))) : 'cp437'
  return (entry) => {
    if (entry.extraFields.some(({ id }) => id === UNICODE_PATH))
      return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true)
    return isUtf8(entry) ? entry.fileNameRaw.toString('utf8') : iconv.decode(entry.fileNameRaw, encoding)
  }
}

function isUtf8({ generalPurposeBitFlag, fileNameRaw }: Entry): boolean {
  return (generalPurposeBitFlag & UTF_8_NAME) !== 0 || !fileNameRaw.toString('utf8').includes('\uFFFD')
}

/** The format prescribes code page 437; East Asian programs write their own, which a few letters give away. */
function guess(bytes: Buffer): string {
  const [best] = chardet.analyse(bytes)
  const isTaken =
    best &&
    best.confidence >= SURE &&
    /^(?:GB|Big5|Shift|EUC)/u.test(best.name) &&
    iconv.encodingExists(best.name)
  return isTaken ? best.name : 'cp437'
}
