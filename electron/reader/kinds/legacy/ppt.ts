import * as CFB from 'cfb'
import { type Finding, type Given, NotRead } from '../../finding.ts'

const TEXT_CHARS = 4000
const TEXT_BYTES = 4008
const SLIDE = 1006
const COMMENT = 12_000

/** Reads the text of a presentation of before 2007. */
export function readPpt({ bytes }: Given, finding: Finding): Promise<void> {
  const stream = CFB.find(CFB.read(bytes, { type: 'buffer' }), 'PowerPoint Document')?.content
  if (!stream)
    throw new NotRead('There is no presentation in the file.', 'Open it in PowerPoint and save it again.')
  const texts: string[] = []
  let slides = 0
  walk(Buffer.from(stream as Uint8Array), (type, data) => {
    if (type === SLIDE) slides += 1
    if (type === COMMENT) finding.hides('comments', 'A comment')
    if (type === TEXT_CHARS) texts.push(data.toString('utf16le'))
    if (type === TEXT_BYTES) texts.push(data.toString('latin1'))
  })
  finding.pageCount(slides)
  finding.page('Text of all slides', texts.join('\n').replaceAll(/[\r\v]/gu, '\n'))
  finding.lacks(
    'Which text stands on which slide is not known.',
    'Print it as PDF from PowerPoint to see its slides.',
  )
  return Promise.resolve()
}

/** Goes through the records; one whose low four bits are all set holds others. */
function walk(data: Buffer, onRecord: (type: number, data: Buffer) => void): void {
  for (let at = 0; at + 8 <= data.length;) {
    const isContainer = (data.readUInt16LE(at) & 0xf) === 0xf
    const type = data.readUInt16LE(at + 2)
    const length = data.readUInt32LE(at + 4)
    const inner = data.subarray(at + 8, Math.min(data.length, at + 8 + length))
    onRecord(type, inner)
    if (isContainer) walk(inner, onRecord)
    at += 8 + length
  }
}
