import { SaxesParser } from 'saxes'
import { AppError } from '#shared/errors.ts'
import type { ChosenFile } from './chosen-file.ts'
import type { TextPlan } from './encoding-of.ts'
import { SOURCE_LIMITS, tooDeep, tooLongCell } from './limits.ts'
import { textOfFile } from './text-of-file.ts'

/** What is told of XML while it is read. */
export type XmlHandlers = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text: (text: string) => void
  readonly close: () => void
  /** Rows that were taken so far, to say where something is wrong. */
  readonly rows: () => number
}

/**
 * Reads XML from its first to its last piece, and stops after each. Refuses definitions of its own, and with them every
 * entity but the five of XML; nothing is ever fetched.
 */
export async function* xmlSteps(
  file: ChosenFile,
  plan: TextPlan,
  handlers: XmlHandlers,
): AsyncGenerator<null> {
  let [held, depth] = [0, 0]
  const parser = new SaxesParser({ position: false })
  parser.on('doctype', () => {
    throw ownDefinitions(file.fileName)
  })
  parser.on('error', (error) => {
    throw notWellFormed(file.fileName, handlers.rows(), error)
  })
  parser.on('opentag', ({ name, attributes }) => {
    held = 0
    depth += 1
    if (depth > SOURCE_LIMITS.depth) throw tooDeep()
    handlers.open(name, attributes as Record<string, string>)
  })
  parser.on('closetag', () => {
    held = 0
    depth -= 1
    handlers.close()
  })
  parser.on('text', handlers.text)
  parser.on('cdata', handlers.text)
  for await (const { text } of textOfFile(file, plan)) {
    held += text.length
    // What the parser gathers is in memory until it is told.
    if (held > SOURCE_LIMITS.cell + text.length) throw tooLongCell(handlers.rows() + 1)
    parser.write(text)
    yield null
  }
  parser.close()
  await file.refuseChanged()
  yield null
}

const ownDefinitions = (fileName: string) =>
  new AppError(
    'invalid',
    `“${fileName}” brings definitions of its own (DOCTYPE), which can make a small file endless. Have the system export it without them, or as CSV.`,
  )

const notWellFormed = (fileName: string, rows: number, cause: unknown) =>
  new AppError(
    'invalid',
    `“${fileName}” breaks off or is not well-formed XML ${rows === 0 ? 'from its first row on' : `after row ${rows.toLocaleString('en-GB')}`}. Have the system export it again, and choose that.`,
    { cause },
  )
