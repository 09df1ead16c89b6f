import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { hasProgram } from '../../support/a-pack.ts'
import { writeBookings } from '../a-portability-job.ts'
import { median, takeTurns } from '../measure.ts'
import { mebibytes, milliseconds, notMeasured, ratioResult, recorded, type Result } from '../report.ts'
import { runChild } from '../run-child.ts'

const ROWS = Number(process.env['DPO_BENCH_ROWS'] ?? 1_000_000)
const TURNS = 3
const WHAT = `${ROWS.toLocaleString('en-GB')} rows of 12 columns from CSV to JSON, CSV and XML, in a zip`
const CHILDREN = join(import.meta.dirname, '..', 'children')

/** What one export took, in a process of its own. */
type Exported = {
  readonly rows: number
  readonly writingMs: number
  readonly checkingMs: number
  readonly peakBytes: number
}

/**
 * A portability export against a bare copy of the same payload through `node:stream`, with the same hashes and the same
 * packing. At least half of its throughput is at most twice its time.
 */
export async function measurePortability(): Promise<Result[]> {
  if (!hasProgram('unzip')) return [notMeasured('PORT', WHAT, 'at most 2', 'unzip is not on this computer')]
  const folder = await mkdtemp(join(tmpdir(), 'dpo-bench-'))
  try {
    const source = join(folder, 'bookings.csv')
    await writeBookings(source, ROWS)
    const first = await exported(source, join(folder, 'export.zip'))
    const payload = join(folder, 'payload')
    await mkdir(payload)
    await promisify(execFile)('unzip', ['-q', join(folder, 'export.zip'), '-d', payload])
    const bytes = await bytesCopied(join(payload, 'portability-export', 'data'), join(folder, 'copy.zip'))
    const checking: number[] = []
    const peaks: number[] = [first.peakBytes]
    const turns = await takeTurns(
      TURNS,
      async () => {
        const { writingMs, checkingMs, peakBytes } = await exported(source, join(folder, 'export.zip'))
        checking.push(checkingMs)
        peaks.push(peakBytes)
        return writingMs
      },
      async () =>
        (await bytesCopied(join(payload, 'portability-export', 'data'), join(folder, 'copy.zip'))).ms,
    )
    const sizes = `${mebibytes((await stat(source)).size)} in, ${mebibytes(bytes.bytes)} of payload`
    const peak = `peak memory of the process ${mebibytes(Math.max(...peaks))}`
    return [
      ratioResult({
        metric: 'PORT',
        what: WHAT,
        peer: 'node:stream copy with SHA-256, SHA-512 and the same zip',
        most: 2,
        turns,
        note: `${sizes}; ${peak}`,
      }),
      recorded(
        'PORT',
        'The same read back and held against its schemas',
        milliseconds(median(checking)),
        'no export goes out without it',
      ),
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function exported(from: string, to: string): Promise<Exported> {
  await rm(to, { force: true })
  const { output } = await runChild(process.execPath, [join(CHILDREN, 'export-data.ts'), from, to])
  const done = JSON.parse(output) as Exported
  if (done.rows !== ROWS) throw new Error(`The export holds ${done.rows} rows, not ${ROWS}.`)
  return done
}

async function bytesCopied(from: string, to: string): Promise<{ ms: number; bytes: number }> {
  await rm(to, { force: true })
  const { output } = await runChild(process.execPath, [join(CHILDREN, 'copy-and-hash.ts'), from, to])
  return JSON.parse(output) as { ms: number; bytes: number }
}
