import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { machineFacts } from './machine.ts'
import { untilCalm } from './measure.ts'
import { measureColdStart } from './metrics/m1-cold-start.ts'
import { measureUnlock } from './metrics/m2-unlock.ts'
import { measureList } from './metrics/m4-list.ts'
import { measureChange } from './metrics/m6-change.ts'
import { measureCase } from './metrics/case.ts'
import { measureClocks } from './metrics/clocks.ts'
import { measureDatabaseSize } from './metrics/db-size.ts'
import { measureHandingOut } from './metrics/handing-out.ts'
import { measurePacks } from './metrics/packs.ts'
import { measurePdf } from './metrics/pdf.ts'
import { measurePortability } from './metrics/portability.ts'
import { measureRemovals } from './metrics/removals.ts'
import { measureSearch } from './metrics/search.ts'
import { measureToday } from './metrics/today.ts'
import { measureVerify } from './metrics/verify.ts'
import { addToDocument, notMeasured, type Result, table } from './report.ts'
import { ensureBuild, PROJECT } from './window.ts'

type Metric = {
  readonly name: string
  readonly needsWindow: boolean
  readonly measure: () => Promise<Result[]>
}

const METRICS: readonly Metric[] = [
  { name: 'M1', needsWindow: true, measure: measureColdStart },
  { name: 'M2', needsWindow: true, measure: measureUnlock },
  { name: 'M4', needsWindow: true, measure: measureList },
  { name: 'M6', needsWindow: true, measure: measureChange },
  { name: 'PDF', needsWindow: false, measure: measurePdf },
  { name: 'DB', needsWindow: false, measure: measureDatabaseSize },
  { name: 'SEARCH', needsWindow: false, measure: measureSearch },
  { name: 'TODAY', needsWindow: true, measure: measureToday },
  { name: 'CLOCKS', needsWindow: false, measure: measureClocks },
  { name: 'EXPORT', needsWindow: false, measure: measureHandingOut },
  { name: 'PACK', needsWindow: false, measure: measurePacks },
  { name: 'PORT', needsWindow: false, measure: measurePortability },
  { name: 'RED', needsWindow: false, measure: measureRemovals },
  { name: 'VERIFY', needsWindow: false, measure: measureVerify },
  { name: 'CASE', needsWindow: false, measure: measureCase },
]

const USAGE = `npm run bench -- [${METRICS.map(({ name }) => name).join('] [')}] [--write] [--load N]`

process.exitCode = await main(process.argv.slice(2))

/** Measures what was asked for, or everything, and prints it as a table; 2 when it was asked wrongly. */
async function main(words: readonly string[]): Promise<number> {
  const wanted = metricsIn(words)
  if (!wanted) {
    console.error(`Usage: ${USAGE}`)
    return 2
  }
  if (needsDisplay(wanted)) return againUnderXvfb(words)
  if (wanted.some(({ needsWindow }) => needsWindow)) await ensureBuild()
  const machine = await machineFacts()
  console.log(machine.map((fact) => `- ${fact}`).join('\n'))
  const results: Result[] = []
  for (const metric of wanted) results.push(...(await measured(metric)))
  console.log(`\n${table(results)}`)
  if (words.includes('--write')) {
    const today = new Date().toISOString().slice(0, 10)
    addToDocument(join(PROJECT, 'docs', 'performance.md'), today, machine, results)
  }
  return 0
}

/** A metric that fails takes no other with it: what it said stands in its line. */
async function measured({ name, measure }: Metric): Promise<Result[]> {
  process.stderr.write(`Measuring ${name} …\n`)
  await untilCalm()
  try {
    return await measure()
  } catch (error) {
    return [
      notMeasured(name, 'Failed', '', error instanceof Error ? error.message.split('\n')[0]! : String(error)),
    ]
  }
}

function metricsIn(words: readonly string[]): readonly Metric[] | undefined {
  const names = words
    .filter((word, at) => !word.startsWith('--') && words[at - 1] !== '--load')
    .map((name) => name.toUpperCase())
  const options = words.filter((word) => word.startsWith('--'))
  if (options.some((option) => option !== '--write' && option !== '--load')) return undefined
  if (names.some((name) => !METRICS.some((metric) => metric.name === name))) return undefined
  return names.length === 0 ? METRICS : METRICS.filter(({ name }) => names.includes(name))
}

function needsDisplay(wanted: readonly Metric[]): boolean {
  return (
    process.platform === 'linux' && !process.env['DISPLAY'] && wanted.some(({ needsWindow }) => needsWindow)
  )
}

function againUnderXvfb(words: readonly string[]): number {
  const screen = ['-a', '-s', '-screen 0 1600x1000x24']
  const { status, error } = spawnSync(
    'xvfb-run',
    [...screen, process.execPath, import.meta.filename, ...words],
    { stdio: 'inherit' },
  )
  if (!error) return status ?? 1
  console.error('There is no display. Install a virtual one: sudo apt-get install xvfb xauth')
  return 1
}
