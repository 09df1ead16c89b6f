import { described } from '#shared/described/all.ts'
import type { DescribedName } from '#shared/described/names.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import type { RegisterContent, Stamp } from '#shared/records/register-content.ts'
import { describedDocument } from '#shared/registers/reports/described-document.ts'
import type { RegisterFormat } from '#shared/registers/reports/report.contract.ts'
import { tellingOf } from '#shared/registers/reports/telling.ts'
import { type Progress, writeRecordPdf } from '../../pdf/write-record.ts'
import { registerJson } from '../../tables/json.ts'
import { registerCsv } from '../../tables/register-csv.ts'
import { registerXlsx } from '../../tables/register-xlsx.ts'
import { type Measured, putInPlace, writePieces } from '../../files/put-in-place.ts'

type Job = {
  readonly register: DescribedName
  readonly format: RegisterFormat
  /** The records that are handed out; `content` is what they refer to. */
  readonly records: readonly AnyRecord[]
  readonly content: RegisterContent
  readonly stamp: Stamp
}

/** Writes a described register, or some of its records, to a file, whole or not at all. */
export function writeRegister(job: Job, to: string, step: Progress): Promise<Measured> {
  return putInPlace(to, step, (path) => write(job, path, step))
}

async function write(job: Job, path: string, step: Progress): Promise<void> {
  const { register, format, records, content, stamp } = job
  const telling = tellingOf(described(register), content, stamp)
  switch (format) {
    case 'pdf':
      return writeRecordPdf(describedDocument(records, telling, content.settings, stamp), stamp, path, step)
    case 'xlsx':
      return writePieces([await registerXlsx(records, telling, stamp, step)], path, step)
    case 'csv':
      return writePieces(registerCsv(records, telling), path, step)
    case 'json':
      return writePieces(registerJson(register, records, stamp), path, step)
  }
}
