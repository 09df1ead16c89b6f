import type { RegisterContent, Stamp } from '#shared/records/register-content.ts'
import { dpvContext } from '#shared/dpv/context.ts'
import { extensionTurtle } from '#shared/dpv/extension.ts'
import { dpvRecords } from '#shared/dpv/projection.ts'
import type { DpvRecord } from '#shared/dpv/record.ts'
import { shapesTurtle } from '#shared/dpv/shapes.ts'
import { dpvPieces } from '#shared/dpv/write-dpv.ts'
import { stampInfo } from '../archive/bag-files.ts'
import { type Payload, text } from '../archive/payload.ts'
import { verifierFiles } from '../archive/verifier-files.ts'
import { writeBag } from '../archive/write-bag.ts'
import { type Measured, putInPlace, writePieces } from '../files/put-in-place.ts'
import type { Progress } from '../pdf/write-record.ts'
import { countsLine, DPV_COUNTS, DPV_FILES, DPV_FOLDER, DPV_PROFILE } from './dpv-bag.ts'
import { dpvReadme } from './readme.ts'
import { startCounts } from './tally.ts'

/** What an export is made from. */
export type DpvParts = { readonly content: RegisterContent; readonly stamp: Stamp }

/** A file that was written, and how many things of each kind it tells. */
export type DpvFile = Measured & { readonly counts: Readonly<Record<string, number>> }

/**
 * Writes a register in the Data Privacy Vocabulary, whole or not at all: as one JSON-LD document, or as a bag with its
 * context, extension and shapes. Things are told one after another, none is held; the same content and stamp give the
 * same bytes.
 */
export async function writeDpvFile(
  parts: DpvParts,
  form: 'jsonld' | 'archive',
  to: string,
  step: Progress,
): Promise<DpvFile> {
  const counts = countsOf(parts)
  const written = await putInPlace(to, step, (path) =>
    form === 'jsonld' ? writePieces(piecesOf(parts), path, step) : writeDpvBag(parts, counts, path, step),
  )
  return { ...written, counts }
}

/** How many things of each kind an export tells, the register itself and mere reasons not counted. */
export function countsOf({ content, stamp }: DpvParts): Readonly<Record<string, number>> {
  const counts = startCounts()
  for (const { kind } of dpvRecords(content, stamp)) counts.add(kind)
  return counts.all()
}

async function writeDpvBag(
  parts: DpvParts,
  counts: DpvFile['counts'],
  path: string,
  step: Progress,
): Promise<void> {
  const { content, stamp } = parts
  const own = content.organisations.filter(({ relation }) => relation === 'own')
  const plan = {
    folder: DPV_FOLDER,
    madeAt: stamp.madeAt,
    payloads: () => payloads(parts, counts),
    expected: Object.keys(DPV_FILES).length,
    info: [
      ['Source-Organization', own.map(({ legalName }) => legalName).join('; ') || 'Not stated'],
      ['External-Description', 'Register in the Data Privacy Vocabulary, as JSON-LD'],
      ['External-Identifier', stamp.registerId],
      ['Archive-Profile', DPV_PROFILE],
      ...stampInfo(stamp),
      [DPV_COUNTS, countsLine(counts)],
    ] as const,
    beside: verifierFiles,
  }
  await writeBag(plan, path, step)
}

async function* payloads(parts: DpvParts, counts: DpvFile['counts']): AsyncGenerator<Payload> {
  const file = (name: string, words: string): Payload => ({ name, source: Buffer.from(words) })
  yield file(DPV_FILES.readme, dpvReadme(parts.stamp, counts))
  yield { name: DPV_FILES.register, source: text(piecesOf(parts)) }
  yield file(DPV_FILES.context, contextFile())
  yield file(DPV_FILES.extension, extensionTurtle())
  yield file(DPV_FILES.shapes, shapesTurtle())
}

/** The context as a file of its own. */
export function contextFile(): string {
  return `${JSON.stringify({ '@context': dpvContext() }, null, 2)}\n`
}

/** Things are joined to pieces of this many, so that small ones do not cost a write each. */
const THINGS_AT_ONCE = 100

function* piecesOf({ content, stamp }: DpvParts): Generator<string> {
  const records: Iterable<DpvRecord> = dpvRecords(content, stamp)
  let waiting: string[] = []
  for (const piece of dpvPieces(stamp.registerId, records)) {
    waiting.push(piece)
    if (waiting.length < THINGS_AT_ONCE) continue
    yield waiting.join('')
    waiting = []
  }
  yield waiting.join('')
}
