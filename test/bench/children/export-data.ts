import { packExport } from '#engine/portability/build/write-export.ts'
import { checkExport } from '#engine/portability/build/check-export.ts'
import { aBookingsJob } from '../a-portability-job.ts'

// Makes a portability export of a CSV file in a process of its own, and says what it took: a JSON object on the last line.
const [from = '', to = ''] = process.argv.slice(2)
const begun = performance.now()
let peakBytes = 0
const look = () => (peakBytes = Math.max(peakBytes, process.memoryUsage().rss))
const watch = setInterval(look, 100)
const step = () => {
  look()
  return Promise.resolve()
}
const { tables } = await packExport(aBookingsJob(from), null, to, step)
const writtenAt = performance.now()
const peakWriting = peakBytes
const checks = await checkExport(to, null, step)
clearInterval(watch)
console.log(
  JSON.stringify({
    rows: tables[0]?.table.rows,
    writingMs: writtenAt - begun,
    checkingMs: performance.now() - writtenAt,
    peakWriting,
    peakBytes,
    checks: checks.length,
  }),
)
