import { loadavg } from 'node:os'
import { type LargeCase, measureLargeCase } from '../a-large-case.ts'
import { mebibytes, milliseconds, type Result } from '../report.ts'

/** How many pages the case has; `DPO_BENCH_PAGES` names another number, up to the whole 100,000. */
const PAGES = Number(process.env['DPO_BENCH_PAGES'] ?? 5_000)
const LEAST_PER_SECOND = 40
/** What still counts as flat: the most that the last third may need over the first. */
const MOST_GROWTH = 1.25
const MOST_SEARCH_MS = 200

/** Bringing a large case in: pages a second, memory as it grows, and searching it afterwards. */
export async function measureCase(): Promise<Result[]> {
  const measured = await measureLargeCase(PAGES)
  const what = `a case of ${PAGES.toLocaleString('en-GB')} pages`
  const note = `load ${loadavg()[0]!.toFixed(1)}`
  const perSecond = measured.pages / measured.seconds
  const slowest = Math.max(...measured.searches)
  return [
    {
      metric: 'Case',
      what: `Bringing in ${what}, everything stored`,
      ours: `${measured.seconds.toFixed(0)} s`,
      peer: '',
      figure: `${perSecond.toFixed(0)} pages a second`,
      target: `at least ${LEAST_PER_SECOND}`,
      verdict: perSecond >= LEAST_PER_SECOND ? 'met' : 'missed',
      note,
    },
    memoryOf('engine', 'Memory of the engine', measured, what),
    memoryOf('readers', 'Memory of the processes that read', measured, what),
    {
      metric: 'Case',
      what: `Searching ${what}`,
      ours: measured.searches.map(milliseconds).join(', '),
      peer: '',
      figure: milliseconds(slowest),
      target: `at most ${MOST_SEARCH_MS} ms`,
      verdict: slowest <= MOST_SEARCH_MS ? 'met' : 'missed',
      note,
    },
  ]
}

function memoryOf(of: 'engine' | 'readers', title: string, { memory }: LargeCase, what: string): Result {
  const third = Math.ceil(memory.length / 3)
  const peak = (samples: LargeCase['memory']) => Math.max(0, ...samples.map((one) => one[of]))
  const [first, last] = [peak(memory.slice(0, third)), peak(memory.slice(-third))]
  const growth = first > 0 ? last / first : 1
  return {
    metric: 'Case',
    what: `${title}, ${what}`,
    ours: `${mebibytes(first)} at first, ${mebibytes(last)} at last`,
    peer: '',
    figure: `${growth.toFixed(2)} times`,
    target: `at most ${MOST_GROWTH}`,
    verdict: growth <= MOST_GROWTH ? 'met' : 'missed',
    note: `${memory.length} samples`,
  }
}
