import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aMarkedCase, appliedAndProved } from '../../support/a-marked-case.ts'
import { startTestEngine } from '../../support/engine.ts'
import { makeLargeFiles } from '../a-large-case.ts'
import { timed } from '../measure.ts'
import { notMeasured, type Result } from '../report.ts'

const PAGES = 400
const MARKS = 5
const PEOPLE = 150
const LEAST = 20
const WHAT = `${PAGES} pages with ${MARKS} marks each removed, and read again in every way, ${PEOPLE} people withheld`
const TARGET = `at least ${LEAST} pages a second`

/** Pages a second that are cleaned and proved, one page in twenty of them a scan. */
export async function measureVerify(): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dpo-bench-'))
  try {
    await makeLargeFiles(folder, PAGES)
    await using engine = await startTestEngine()
    const made = await aMarkedCase(engine, folder, { marks: MARKS, people: PEOPLE })
    const { ms, result } = await timed(() => appliedAndProved(made))
    const { isGreen, findings, more, rebuilt } = result
    if (!isGreen)
      return [
        notMeasured(
          'VERIFY',
          WHAT,
          TARGET,
          `The gate is shut: ${findings[0]?.says ?? ''} ${findings.length + more} in all`,
        ),
      ]
    const rate = (PAGES / ms) * 1000
    const line: Result = {
      metric: 'VERIFY',
      what: WHAT,
      ours: `${(ms / 1000).toFixed(1)} s`,
      peer: '',
      figure: `${rate.toFixed(1)} pages a second`,
      target: TARGET,
      verdict: rate >= LEAST ? 'met' : 'missed',
      note: `${findings.length} pages told as changed, ${rebuilt.length} made from their picture`,
    }
    return [line]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
