import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { DESCRIBED } from '#shared/described/all.ts'
import { DescribedName } from '#shared/described/names.ts'
import type { RegisterContent, Stamp } from '#shared/records/register-content.ts'
import { describedDocument } from '#shared/registers/reports/described-document.ts'
import { registerFileSchema } from '#shared/registers/reports/described-file.ts'
import { tellingOf } from '#shared/registers/reports/telling.ts'
import { type Progress, writeRecordPdf } from '../pdf/write-record.ts'
import { DESCRIBED_TABLES } from './described-tables.ts'
import { type Payload, text } from './payload.ts'
import { tableCsv } from './tables.ts'

/** Requests, breaches and the other registers: tables of all, and those that hold records as PDFs too. */
export async function* registerPayloads(
  content: RegisterContent,
  stamp: Stamp,
  workFolder: string,
  progress: Progress,
): AsyncGenerator<Payload> {
  const schema = `${JSON.stringify(registerFileSchema(), null, 2)}\n`
  yield { name: 'data/schema/register.schema.json', source: Buffer.from(schema) }
  yield* registerTables(content)
  yield* registerPages(content, stamp, workFolder, progress)
}

/** A table of each register and of each of its lists. */
export function* registerTables(content: RegisterContent): Generator<Payload> {
  for (const table of DESCRIBED_TABLES)
    yield { name: `data/registers/${table.name}.csv`, source: text(tableCsv(table, content)) }
}

/** A PDF of each register that holds records. */
export async function* registerPages(
  content: RegisterContent,
  stamp: Stamp,
  workFolder: string,
  progress: Progress,
): AsyncGenerator<Payload> {
  for (const name of DescribedName.options) {
    const records = content.described[name]
    if (records.length === 0) continue
    const pdf = join(workFolder, `${name}.pdf`)
    const telling = tellingOf(DESCRIBED[name], content, stamp)
    const document = describedDocument(records, telling, content.settings, stamp)
    await writeRecordPdf(document, stamp, pdf, progress)
    yield { name: `data/registers/${name}.pdf`, source: createReadStream(pdf), isCompressed: true }
  }
}
