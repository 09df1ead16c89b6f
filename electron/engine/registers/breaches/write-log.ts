import { DESCRIBED } from '#shared/described/all.ts'
import type { RegisterContent, Stamp } from '#shared/records/register-content.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { logDocument } from '#shared/registers/breaches/log-document.ts'
import { inPeriod, logColumns } from '#shared/registers/breaches/log-table.ts'
import type { Recipient } from '#shared/registers/recipients/recipient.register.ts'
import type { RegisterFormat } from '#shared/registers/reports/report.contract.ts'
import { plainText } from '#shared/registers/reports/table-cell.ts'
import { tellingOf } from '#shared/registers/reports/telling.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { type Measured, putInPlace, writePieces } from '../../files/put-in-place.ts'
import { type Progress, writeRecordPdf } from '../../pdf/write-record.ts'
import { BYTE_ORDER_MARK, csvRows } from '../../tables/csv.ts'
import { tableXlsx } from '../../tables/register-xlsx.ts'

type Job = {
  readonly format: RegisterFormat
  readonly from: PlainDate | null
  readonly until: PlainDate | null
  readonly organisationId: string | null
  readonly content: RegisterContent
  readonly stamp: Stamp
}

/** Writes the log of breaches of a period and tells how many it holds; the same content and stamp give the same bytes. */
export async function writeLog(
  job: Job,
  to: string,
  step: Progress,
): Promise<Measured & { readonly records: number }> {
  const breaches = breachesOf(job)
  const written = await putInPlace(to, step, (path) => write(job, breaches, path, step))
  return { ...written, records: breaches.length }
}

function breachesOf({ content, from, until, organisationId }: Job): readonly Breach[] {
  const all = content.described.breaches as unknown as readonly Breach[]
  const own = organisationId === null ? all : all.filter((one) => one.organisationId === organisationId)
  return inPeriod(own, from, until)
}

async function write(job: Job, breaches: readonly Breach[], path: string, step: Progress): Promise<void> {
  const { format, content, stamp, from, until } = job
  const people = content.described.recipients as unknown as readonly Recipient[]
  const byBreach = Map.groupBy(people, ({ breachId }) => breachId)
  const columns = logColumns({
    ...tellingOf(DESCRIBED.breaches, content, stamp),
    peopleOf: ({ id }) => byBreach.get(id) ?? [],
  })
  switch (format) {
    case 'pdf':
      return writeRecordPdf(
        logDocument(breaches, columns, { from, until, settings: content.settings, stamp }),
        stamp,
        path,
        step,
      )
    case 'xlsx':
      return writePieces([await tableXlsx('Log of breaches', columns, breaches, stamp, step)], path, step)
    case 'csv': {
      const rows = breaches.map((breach) => columns.map(({ cell }) => plainText(cell(breach))))
      return writePieces(
        [BYTE_ORDER_MARK + csvRows([columns.map(({ heading }) => heading), ...rows])],
        path,
        step,
      )
    }
    case 'json': {
      const rows = breaches.map((breach) =>
        Object.fromEntries(columns.map(({ key, cell }) => [key, plainText(cell(breach)).toWellFormed()])),
      )
      const headings = Object.fromEntries(columns.map(({ key, heading }) => [key, heading]))
      return writePieces(
        [
          `${JSON.stringify({ basis: 'UK GDPR Art 33(5)', from, until, stamp, headings, breaches: rows }, null, 2)}\n`,
        ],
        path,
        step,
      )
    }
  }
}
