import { randomBytes } from 'node:crypto'
import {
  ABOUT_FORMAT,
  ABOUT_VERSION,
  aboutSchema,
  filesOfTable,
  type PortabilityAbout,
} from '#shared/portability/about.ts'
import { type HashedFile, stampInfo } from '../../archive/bag-files.ts'
import type { Payload } from '../../archive/payload.ts'
import {
  PORTABILITY_FILES,
  PORTABILITY_PROFILE,
  portabilityFingerprint,
} from '../../archive/portability-bag.ts'
import { verifierFiles } from '../../archive/verifier-files.ts'
import { type BagPlan, writeBag } from '../../archive/write-bag.ts'
import { openZip } from '../../archive/zip-sink.ts'
import { openLockedZip } from '../../cases/pack/locked-zip-sink.ts'
import type { Progress } from '../../pdf/write-record.ts'
import type { ColumnCounts } from '../formats/checked-rows.ts'
import { formatFiles } from '../formats/format-files.ts'
import { checkExport } from './check-export.ts'
import type { ExportJob } from './export-job.ts'
import { senderOf } from './sender.ts'
import { type TakenSources, takeSources } from './take-sources.ts'
import { guidePdf } from './write-guide.ts'
import { transferNotePdf } from './write-note.ts'

/** The folder in the zip that is the bag. */
const FOLDER = 'portability-export'
/** About so many files are there besides those of the tables. */
const BESIDE_TABLES = 4
/** And so many for each table and form. */
const FOR_EACH_FORM = 2

/** What was written, and what was checked of it. */
export type WrittenExport = TakenSources & {
  readonly fingerprint: string
  readonly checks: readonly string[]
}

/**
 * Writes an export as a zip and reads it back: each table in each form must be what the schemas that lie in it promise.
 * However many rows there are, memory stays as it is. Without a passphrase the same sources, decisions and moment give
 * the same bytes. Throws, and leaves the file to the caller, where anything is undecided, unclear or not as it should be.
 *
 * @source UK GDPR Art 20
 */
export async function writeExport(
  job: ExportJob,
  passphrase: string | null,
  path: string,
  step: Progress,
): Promise<WrittenExport> {
  const packed = await packExport(job, passphrase, path, step)
  return { ...packed, checks: await checkExport(path, passphrase, step) }
}

/** The same without reading it back. */
export async function packExport(
  job: ExportJob,
  passphrase: string | null,
  path: string,
  step: Progress,
): Promise<Omit<WrittenExport, 'checks'>> {
  const { request, stamp, sources, forms } = job
  let made: Omit<WrittenExport, 'checks'> | null = null
  async function* payloads(workFolder: string, written: readonly HashedFile[]): AsyncGenerator<Payload> {
    const taken = await takeSources(job, workFolder, step)
    yield* contents(job, taken)
    const fingerprint = portabilityFingerprint(written)
    made = { ...taken, fingerprint }
    if (job.receiver)
      yield { name: PORTABILITY_FILES.note, source: await transferNotePdf(job, taken, fingerprint) }
  }
  const plan: BagPlan = {
    folder: FOLDER,
    madeAt: stamp.madeAt,
    payloads,
    expected: BESIDE_TABLES + sources.length * forms.length * FOR_EACH_FORM,
    info: [
      ['Source-Organization', senderOf(job.world).name],
      ['External-Description', `Personal data to take along, for the request ${request.reference}`],
      ['External-Identifier', request.id],
      ['Archive-Profile', PORTABILITY_PROFILE],
      ...stampInfo(stamp),
    ],
    beside: verifierFiles,
  }
  const open = passphrase === null ? openZip : lockedWith(passphrase)
  await writeBag(plan, path, step, open)
  return made!
}

async function* contents(job: ExportJob, taken: TakenSources): AsyncGenerator<Payload> {
  const counts = new Map<string, readonly ColumnCounts[]>()
  yield* formatFiles(taken.tables, job.forms, (key, columns) => counts.set(key, columns))
  const about = aboutOf(job, taken, counts)
  yield { name: PORTABILITY_FILES.about, source: pretty(about) }
  yield { name: PORTABILITY_FILES.aboutSchema, source: pretty(aboutSchema()) }
  yield { name: PORTABILITY_FILES.guide, source: await guidePdf(job, about) }
}

/** Every salt and key of the zip is new: no two exports share one. */
const lockedWith = (password: string) => (to: string, madeAt: string) =>
  openLockedZip(to, {
    password,
    seed: Uint8Array.from(randomBytes(32)),
    moment: Date.parse(madeAt),
  })

function aboutOf(
  { request, world, stamp, forms, receiver }: ExportJob,
  { tables, leftOut, sources }: TakenSources,
  counts: ReadonlyMap<string, readonly ColumnCounts[]>,
): PortabilityAbout {
  return {
    format: ABOUT_FORMAT,
    version: ABOUT_VERSION,
    basis: 'UK GDPR Art 20',
    request: { reference: request.reference },
    controller: senderOf(world),
    receiver: receiver && { name: receiver.name },
    madeAt: stamp.madeAt,
    register: { id: stamp.registerId, revision: stamp.chain.seq, chainHead: stamp.chain.head },
    forms: [...forms],
    tables: tables.map(({ table }) => ({
      ...table,
      columns: table.columns.map((column, at) => ({
        ...column,
        guardedInCsv: counts.get(table.key)?.[at]?.guarded ?? null,
      })),
      files: filesOfTable(table.key, forms),
    })),
    leftOut: leftOut.map((one) => (one.reason === 'othersRows' ? { ...one, rows: null } : one)),
    sources: sources.map(({ fileName, form, bytes, sha256, table, system, rowsKept }) => ({
      fileName,
      form,
      bytes,
      sha256,
      table,
      system,
      rowsKept,
    })),
  }
}

const pretty = (value: object) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)
