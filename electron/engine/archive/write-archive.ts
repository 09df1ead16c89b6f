import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { DescribedName } from '#shared/described/names.ts'
import type { RegisterContent, Stamp } from '#shared/records/register-content.ts'
import { inRecordOrder } from '#shared/registers/reports/directory.ts'
import { recordDocument } from '#shared/registers/reports/record-document.ts'
import { recordFileSchema } from '#shared/registers/reports/record-file.ts'
import { type Progress, writeRecordPdf } from '../pdf/write-record.ts'
import { recordCsv } from '../tables/csv.ts'
import { recordJson } from '../tables/json.ts'
import { recordXlsx } from '../tables/xlsx.ts'
import { archiveReadme } from './readme.ts'
import { registerInfo } from './bag-files.ts'
import { DESCRIBED_TABLES } from './described-tables.ts'
import { type Payload, text } from './payload.ts'
import { registerPages, registerPayloads, registerTables } from './register-payloads.ts'
import { TABLES, tableCsv } from './tables.ts'
import { verifierFiles } from './verifier-files.ts'
import { writeBag } from './write-bag.ts'

/** The folder inside the zip that is the bag. */
const BAG_FOLDER = 'register-archive'

type Parts = {
  readonly content: RegisterContent
  readonly stamp: Stamp
  /** The register's revisions, one line of JSON each, oldest first. */
  readonly revisions?: AsyncIterable<string> | undefined
}

/**
 * Writes a register as a BagIt 1.0 bag in a zip: JSON, tables, PDF, spreadsheet, schema, and their
 * SHA-256 and SHA-512. Whatever the register's size, no file is held in memory whole but the
 * spreadsheet. The same content and stamp give the same bytes.
 */
export async function writeArchive(
  given: Parts,
  path: string,
  progress: Progress = async () => {},
): Promise<void> {
  const parts = { ...given, content: inOneOrder(given.content) }
  const { content, stamp } = parts
  const plan = {
    folder: BAG_FOLDER,
    madeAt: stamp.madeAt,
    payloads: (workFolder: string) => payloads(parts, workFolder, progress),
    expected: TABLES.length + DESCRIBED_TABLES.length + 8,
    info: registerInfo(content, stamp),
    beside: verifierFiles,
  }
  await writeBag(plan, path, progress)
}

/** The content in the order in which the archive tells it, however it was read. */
function inOneOrder(content: RegisterContent): RegisterContent {
  const byId = <Kind extends { readonly id: string }>(list: readonly Kind[]) =>
    list.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return {
    ...content,
    activities: inRecordOrder(content.activities),
    organisations: byId(content.organisations),
    contracts: byId(content.contracts),
    terms: byId(content.terms),
    described: Object.fromEntries(
      DescribedName.options.map((name) => [name, byId(content.described[name])]),
    ) as never,
  }
}

async function* payloads(
  { content, stamp, revisions }: Parts,
  workFolder: string,
  progress: Progress,
): AsyncGenerator<Payload> {
  yield { name: 'data/README.txt', source: Buffer.from(archiveReadme(stamp, revisions !== undefined)) }
  yield { name: 'data/record.json', source: text(recordJson(content, stamp)) }
  yield { name: 'data/record.csv', source: text(recordCsv(content)) }
  yield* recordPages(content, stamp, workFolder, progress)
  const schema = `${JSON.stringify(recordFileSchema(), null, 2)}\n`
  yield { name: 'data/schema/register-record.schema.json', source: Buffer.from(schema) }
  yield* tablePayloads(content)
  yield* registerPayloads(content, stamp, workFolder, progress)
  if (revisions)
    yield { name: 'data/revisions.jsonl', source: Readable.from(linesOf(revisions), { objectMode: false }) }
}

/** The tables of a register's content, for an archive that holds the records themselves. */
export function* readableTables(given: RegisterContent): Generator<Payload> {
  const content = inOneOrder(given)
  yield { name: 'data/record.csv', source: text(recordCsv(content)) }
  yield* tablePayloads(content)
  yield* registerTables(content)
}

/** The same to read on paper: the record and every register that holds records, and the record as a spreadsheet. */
export async function* readablePages(
  given: RegisterContent,
  stamp: Stamp,
  workFolder: string,
  progress: Progress,
): AsyncGenerator<Payload> {
  const content = inOneOrder(given)
  yield* recordPages(content, stamp, workFolder, progress)
  yield* registerPages(content, stamp, workFolder, progress)
}

async function* recordPages(
  content: RegisterContent,
  stamp: Stamp,
  workFolder: string,
  progress: Progress,
): AsyncGenerator<Payload> {
  const pdf = join(workFolder, 'record.pdf')
  await writeRecordPdf(recordDocument(content, stamp), stamp, pdf, progress)
  yield { name: 'data/record.pdf', source: createReadStream(pdf), isCompressed: true }
  yield { name: 'data/record.xlsx', source: await recordXlsx(content, stamp), isCompressed: true }
}

function* tablePayloads(content: RegisterContent): Generator<Payload> {
  for (const table of TABLES)
    yield { name: `data/tables/${table.name}.csv`, source: text(tableCsv(table, content)) }
}

async function* linesOf(revisions: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const line of revisions) yield Buffer.from(`${line}\n`)
}
