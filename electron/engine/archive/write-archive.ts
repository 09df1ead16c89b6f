import { type Archiver, ZipArchive } from 'archiver'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { finished } from 'node:stream/promises'
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
import { bagInfo, BAG_DECLARATION, type HashedFile, manifest } from './bag-files.ts'
import { DESCRIBED_TABLES } from './described-tables.ts'
import { type Payload, text } from './payload.ts'
import { registerPayloads } from './register-payloads.ts'
import { TABLES, tableCsv } from './tables.ts'

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
  parts: Parts,
  path: string,
  progress: Progress = async () => {},
): Promise<void> {
  const output = createWriteStream(path, { mode: 0o600 })
  const workFolder = await mkdtemp(join(dirname(path), '.archive-parts-'))
  const archive = new ZipArchive({ zlib: { level: 6 } })
  const failed = new Promise<never>((_, reject) => {
    archive.on('error', reject)
    output.on('error', reject)
  })
  failed.catch(() => {})
  try {
    archive.pipe(output)
    await Promise.race([
      failed,
      fill(archive, { ...parts, content: inOneOrder(parts.content) }, workFolder, progress),
    ])
    await Promise.race([failed, archive.finalize()])
    await finished(output)
  } catch (error) {
    archive.abort()
    output.destroy()
    throw error
  } finally {
    await rm(workFolder, { recursive: true, force: true })
  }
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

async function fill(archive: Archiver, parts: Parts, workFolder: string, progress: Progress): Promise<void> {
  const { stamp } = parts
  const files: HashedFile[] = []
  const tags: HashedFile[] = [
    await add(archive, stamp, { name: 'bagit.txt', source: Buffer.from(BAG_DECLARATION) }),
  ]
  for await (const payload of payloads(parts, workFolder, progress)) {
    await progress(files.length, TABLES.length + DESCRIBED_TABLES.length + 8, `Writing ${payload.name}`)
    files.push(await add(archive, stamp, payload))
  }
  const tagFiles = {
    'bag-info.txt': bagInfo(parts.content, stamp, files),
    'manifest-sha256.txt': manifest('sha256', files),
    'manifest-sha512.txt': manifest('sha512', files),
  }
  for (const [name, text] of Object.entries(tagFiles))
    tags.push(await add(archive, stamp, { name, source: Buffer.from(text) }))
  for (const algorithm of ['sha256', 'sha512'] as const)
    await add(archive, stamp, {
      name: `tagmanifest-${algorithm}.txt`,
      source: Buffer.from(manifest(algorithm, tags)),
    })
}

async function* payloads(
  { content, stamp, revisions }: Parts,
  workFolder: string,
  progress: Progress,
): AsyncGenerator<Payload> {
  yield { name: 'data/README.txt', source: Buffer.from(archiveReadme(stamp, revisions !== undefined)) }
  yield { name: 'data/record.json', source: text(recordJson(content, stamp)) }
  yield { name: 'data/record.csv', source: text(recordCsv(content)) }
  const pdf = join(workFolder, 'record.pdf')
  await writeRecordPdf(recordDocument(content, stamp), stamp, pdf, progress)
  yield { name: 'data/record.pdf', source: createReadStream(pdf), isCompressed: true }
  yield { name: 'data/record.xlsx', source: await recordXlsx(content, stamp), isCompressed: true }
  const schema = `${JSON.stringify(recordFileSchema(), null, 2)}\n`
  yield { name: 'data/schema/register-record.schema.json', source: Buffer.from(schema) }
  for (const table of TABLES)
    yield { name: `data/tables/${table.name}.csv`, source: text(tableCsv(table, content)) }
  yield* registerPayloads(content, stamp, workFolder, progress)
  if (revisions)
    yield { name: 'data/revisions.jsonl', source: Readable.from(linesOf(revisions), { objectMode: false }) }
}

async function* linesOf(revisions: AsyncIterable<string>): AsyncGenerator<Buffer> {
  for await (const line of revisions) yield Buffer.from(`${line}\n`)
}

/** Adds one file to the zip and gives its hashes and length; resolves when it is written. */
async function add(
  archive: Archiver,
  stamp: Stamp,
  { name, source, isCompressed = false }: Payload,
): Promise<HashedFile> {
  const hashes = { sha256: createHash('sha256'), sha512: createHash('sha512') }
  let bytes = 0
  const look = (chunk: Buffer) => {
    bytes += chunk.length
    hashes.sha256.update(chunk)
    hashes.sha512.update(chunk)
  }
  const entry = {
    name: `${BAG_FOLDER}/${name}`,
    date: new Date(stamp.madeAt),
    mode: 0o644,
    store: isCompressed,
  }
  const written = new Promise<void>((resolve, reject) => {
    archive.once('entry', () => resolve())
    if (source instanceof Readable) source.once('error', reject)
  })
  if (source instanceof Readable) archive.append(source.pipe(watch(look)), entry)
  else {
    look(source)
    archive.append(source, entry)
  }
  await written
  return { name, bytes, sha256: hashes.sha256.digest('hex'), sha512: hashes.sha512.digest('hex') }
}

function watch(look: (chunk: Buffer) => void): Transform {
  return new Transform({
    transform(chunk: Buffer, _, done) {
      look(chunk)
      done(null, chunk)
    },
  })
}
