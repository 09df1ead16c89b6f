import { fileTypeFromBuffer } from 'file-type'
import { extname } from 'node:path'
import type { Given } from './finding.ts'

/** Types whose content is text of some kind: the name and the first lines tell which. */
const TEXT_ENDINGS = new Set(['csv', 'tsv', 'md', 'log', 'json', 'xml', 'svg'])
const HEADER =
  /^(?:Received|From|To|Subject|Date|Message-ID|MIME-Version|Return-Path|Delivered-To|X-[\w-]+|Content-Type|DKIM-Signature|Reply-To|Cc):[ \t]/imu

/** The type of a file by its content; its name decides only between types that look alike. */
export async function detect({ name, bytes }: Given): Promise<string> {
  const ending = extname(name).slice(1).toLowerCase().slice(0, 40)
  if (bytes.length === 0) return ending || 'empty'
  const found = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.ext
  if (found === 'zip') return typeOfZip(bytes)
  if (found === 'cfb') return typeOfCompound(bytes, ending)
  if ((!found || found === 'exe') && bytes.includes('PK\u0005\u0006')) return typeOfZip(bytes)
  if (found && found !== 'xml') return found
  return typeOfText(bytes, ending)
}

function typeOfText(bytes: Buffer, ending: string): string {
  const head = bytes.subarray(0, 4096).toString('latin1')
  const isWide = /^(?:ÿþ|þÿ)/u.test(head)
  const start = isWide ? head.replaceAll('\0', '') : head
  if (start.startsWith('{\\rtf')) return 'rtf'
  if (start.startsWith('From ')) return 'mbox'
  if (/^\uFEFF?\s*BEGIN:VCALENDAR/iu.test(start)) return 'ics'
  if (/^\uFEFF?\s*BEGIN:VCARD/iu.test(start)) return 'vcf'
  if (bytes.length >= 4 && bytes.readUInt32LE(0) === 0x22_3e_9f_78) return 'tnef'
  const lines = start.split(/\r?\n/u, 12)
  if (HEADER.test(lines[0] ?? '') && lines.filter((line) => HEADER.test(line)).length >= 2)
    return ending === 'mhtml' || ending === 'mht' ? 'mhtml' : 'eml'
  if (/<svg[\s>]/iu.test(start)) return 'svg'
  if (/<(?:!doctype html|html|head|body|script|table|p|div)[\s>]/iu.test(start)) return 'html'
  if (TEXT_ENDINGS.has(ending)) return ending
  return isBinary(bytes) && !isWide ? ending || 'unknown' : 'txt'
}

/** Text holds next to no control characters. */
function isBinary(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 4096)
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length
  return controls > head.length * 0.05
}

/** Office files are zips whose members tell which; any other zip is an archive. */
function typeOfZip(bytes: Buffer): string {
  const has = (text: string) => bytes.includes(text)
  if (has('word/document.xml') || has('word/document2.xml'))
    return has('word/vbaProject.bin') ? 'docm' : 'docx'
  if (has('xl/workbook.bin')) return 'xlsb'
  if (has('xl/workbook.xml')) return has('xl/vbaProject.bin') ? 'xlsm' : 'xlsx'
  if (has('ppt/presentation.xml')) return 'pptx'
  if (has('application/vnd.oasis.opendocument.text')) return 'odt'
  if (has('application/vnd.oasis.opendocument.spreadsheet')) return 'ods'
  return 'zip'
}

/** Old Office files are compound files: names of their streams, in two bytes a letter, tell which. */
function typeOfCompound(bytes: Buffer, ending: string): string {
  const has = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'))
  if (has('EncryptedPackage')) return 'office-encrypted'
  if (has('__properties_version1.0')) return 'msg'
  if (has('WordDocument')) return 'doc'
  if (has('PowerPoint Document')) return 'ppt'
  if (has('Workbook') || has('Book')) return 'xls'
  if (has('\u0001Ole10Native') || has('CONTENTS') || has('Package')) return 'ole-object'
  return ending || 'cfb'
}
