import type { RegisterContent, Stamp } from '#shared/records/register-content.ts'
import { recordDocument } from '#shared/registers/reports/record-document.ts'
import type { ReportFormat } from '#shared/registers/reports/report.contract.ts'
import { writeArchive } from '../../archive/write-archive.ts'
import { type Progress, writeRecordPdf } from '../../pdf/write-record.ts'
import { recordCsv } from '../../tables/csv.ts'
import { recordJson } from '../../tables/json.ts'
import { recordXlsx } from '../../tables/xlsx.ts'
import { type Measured, putInPlace, writePieces } from '../../files/put-in-place.ts'

type Job = {
  readonly format: ReportFormat
  readonly content: RegisterContent
  readonly stamp: Stamp
  readonly revisions?: AsyncIterable<string> | undefined
}

/** Writes the record to a file, whole or not at all. */
export function writeRecord(job: Job, to: string, step: Progress): Promise<Measured> {
  return putInPlace(to, step, (path) => write(job, path, step))
}

async function write(
  { format, content, stamp, revisions }: Job,
  path: string,
  step: Progress,
): Promise<void> {
  switch (format) {
    case 'pdf':
      return writeRecordPdf(recordDocument(content, stamp), stamp, path, step)
    case 'xlsx':
      return writePieces([await recordXlsx(content, stamp)], path, step)
    case 'csv':
      return writePieces(recordCsv(content), path, step)
    case 'json':
      return writePieces(recordJson(content, stamp), path, step)
    case 'archive':
      return writeArchive({ content, stamp, revisions }, path, step)
  }
}
