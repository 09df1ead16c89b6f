import { AppError } from '#shared/errors.ts'
import { contextOf } from '#shared/dpv/context.ts'
import { extensionTurtle } from '#shared/dpv/extension.ts'
import { thing } from '#shared/dpv/names.ts'
import { isOurContext, readNode } from '#shared/dpv/read-dpv.ts'
import type { DpvRecord } from '#shared/dpv/record.ts'
import { shapesTurtle } from '#shared/dpv/shapes.ts'
import { DPV_COUNTS, DPV_FILES, DPV_PROFILE } from '../dpv/dpv-bag.ts'
import { findingsOf, startTally } from '../dpv/tally.ts'
import type { Reader } from './bag-reader.ts'
import type { Problem } from './bag-source.ts'
import { type Hashes, readLabel } from './tag-files.ts'
import { reasonOf, type Report } from './verification-report.ts'

/**
 * What an export in the Data Privacy Vocabulary promises beyond its manifests: that its document is what the program
 * writes, with its context in it; that every reference leads to something; that it holds as many things as
 * `bag-info.txt` says; and that context, extension and shapes lie beside it. Other bags are left alone.
 */
export async function checkDpv(reader: Reader, _hashes: Hashes, report: Report): Promise<void> {
  const { infoText } = reader
  if (infoText === null || readLabel(infoText, 'Archive-Profile') !== DPV_PROFILE) return
  const registerId = readLabel(infoText, 'External-Identifier') ?? ''
  const tally = startTally()
  const problems: Problem[] = []
  try {
    for await (const record of recordsIn(reader, registerId)) tally.add(record)
  } catch (error) {
    problems.push(about(reasonOf(error)))
  }
  report.add('Document', problems, 'JSON-LD as the program writes it, with its context in it')
  if (problems.length === 0) {
    const found = findingsOf(tally, readLabel(infoText, DPV_COUNTS) ?? '')
    report.add('References', found.references.map(about), `all ${tally.references} lead to something`)
    report.add('Things', found.counts.map(about), `${tally.things} things, as many as promised`)
  }
  report.add('Vocabulary', await missing(reader), 'context, extension and shapes lie beside it')
}

const about = (detail: string): Problem => ({ about: DPV_FILES.register, detail })

const LAYOUT = 'It is not laid out as the program writes it: each thing on a line of its own.'

/** The things of the document, read line by line: memory holds one line at most. */
async function* recordsIn(reader: Reader, registerId: string): AsyncGenerator<DpvRecord> {
  let [number, isEnded] = [0, false]
  for await (const line of linesOf(reader, DPV_FILES.register)) {
    number += 1
    if (number === 1) checkHead(line, registerId)
    else if (line === ']}') isEnded = true
    else if (isEnded) throw new AppError('invalid', LAYOUT)
    else yield recordIn(line, number, registerId)
  }
  if (!isEnded) throw new AppError('invalid', 'It ends before its end.')
}

function checkHead(line: string, registerId: string): void {
  if (!line.endsWith(',"@graph":[')) throw new AppError('invalid', LAYOUT)
  const { '@context': context } = parsed(`${line}]}`, 1)
  if (!isOurContext(context)) throw new AppError('invalid', 'Its context is not the one of the program.')
  if (JSON.stringify(context) !== JSON.stringify(contextOf(registerId)))
    throw new AppError('invalid', 'Its context names another register than bag-info.txt.')
}

function recordIn(line: string, number: number, registerId: string): DpvRecord {
  const record = readNode(parsed(line.replace(/,$/u, ''), number), registerId)
  if (number === 2 && record.id !== thing('register'))
    throw new AppError('invalid', 'It does not begin with the register it tells.')
  return record
}

function parsed(text: string, number: number): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>
  } catch (error) {
    throw new AppError('invalid', `Line ${number} is not JSON.`, { cause: error })
  }
  throw new AppError('invalid', LAYOUT)
}

/** Far more than any thing takes, far less than memory. */
const LONGEST_LINE = 16 * 1024 ** 2

async function* linesOf({ bag, source }: Reader, name: string): AsyncGenerator<string> {
  const entry = bag.files.get(name)
  if (!entry) throw new AppError('not-found', 'It is not in the archive.')
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let waiting = ''
  for await (const chunk of await source.open(entry.name)) {
    const lines = (waiting + decoder.decode(chunk as Buffer, { stream: true })).split('\n')
    waiting = lines.pop()!
    if (waiting.length > LONGEST_LINE) throw new AppError('rule', 'It has a line too long to be read.')
    yield* lines
  }
  decoder.decode()
  if (waiting !== '') yield waiting
}

/** What should lie beside the document and does not, or is empty. Another version of the program may have other terms. */
async function missing(reader: Reader): Promise<readonly Problem[]> {
  const expected = [
    [DPV_FILES.context, '{'],
    [DPV_FILES.extension, extensionTurtle().split('\n', 1)[0]!],
    [DPV_FILES.shapes, shapesTurtle().split('\n', 1)[0]!],
  ] as const
  const problems: Problem[] = []
  for (const [name, beginning] of expected) {
    const bytes = reader.bag.files.get(name)?.bytes
    if (bytes === undefined) problems.push({ about: name, detail: 'It is missing.' })
    else if (!(await firstLineOf(reader, name)).startsWith(beginning))
      problems.push({ about: name, detail: 'It does not begin as the program begins it.' })
  }
  return problems
}

async function firstLineOf(reader: Reader, name: string): Promise<string> {
  try {
    for await (const line of linesOf(reader, name)) return line
  } catch {
    // What cannot be read does not begin as it should; reading it is told of elsewhere.
  }
  return ''
}
