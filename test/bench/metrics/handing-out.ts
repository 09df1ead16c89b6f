import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReportFormat } from '#shared/registers/reports/report.contract.ts'
import { registerWith } from '../registers.ts'
import { mebibytes, milliseconds, recorded, type Result } from '../report.ts'
import { runChild } from '../run-child.ts'

const COUNT = 5_000
const FORMATS: readonly ReportFormat[] = ['pdf', 'xlsx', 'csv', 'json', 'archive']
const CHILD = join(import.meta.dirname, '..', 'children', 'write-record.ts')

/** What writing one file of the record took. */
export type Written = {
  /** From the start of the process to its end. */
  readonly ms: number
  /** The writing alone, in a process that was there already. */
  readonly writingMs: number
  readonly peakBytes: number
  readonly bytes: number
}

/** Writes the record of a register in a process of its own, and checks that it holds every activity. */
export async function writeRecordApart(
  register: string,
  format: ReportFormat,
  to: string,
  count: number,
): Promise<Written> {
  const { ms, output } = await runChild(process.execPath, [CHILD, register, format, to])
  const written = JSON.parse(output) as Omit<Written, 'ms'> & { activities: number }
  if (written.activities !== count)
    throw new Error(`The ${format} holds ${written.activities} activities, not ${count}.`)
  return { ...written, ms }
}

/** Every form of the record of 5,000 activities: recorded, without a target. */
export async function measureHandingOut(): Promise<Result[]> {
  const register = await registerWith(COUNT)
  const folder = await mkdtemp(join(tmpdir(), 'dpo-bench-'))
  const results: Result[] = []
  try {
    for (const format of FORMATS) {
      const { writingMs, peakBytes, bytes } = await writeRecordApart(
        register,
        format,
        join(folder, `record.${format}`),
        COUNT,
      )
      const note = `${mebibytes(bytes)}; peak memory of the process ${mebibytes(peakBytes)}; one run`
      results.push(
        recorded(
          'Export',
          `${COUNT.toLocaleString('en-GB')} activities as ${format}`,
          milliseconds(writingMs),
          note,
        ),
      )
    }
    return results
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
