import { ReportFormat } from '#shared/registers/reports/report.contract.ts'
import { openHere } from '../engine.ts'

// Writes the record of one register in a process of its own, so that its time and memory are nobody else's.
const [register = '', format = '', to = ''] = process.argv.slice(2)
const { engine, call } = await openHere(register)
const start = performance.now()
const file = await call('reports.writeRecord', {
  format: ReportFormat.parse(format),
  to,
  organisationId: null,
  target: null,
  asAt: null,
})
const writingMs = performance.now() - start
await engine.close()
const peakBytes = process.resourceUsage().maxRSS * 1024
process.stdout.write(JSON.stringify({ writingMs, peakBytes, bytes: file.bytes, activities: file.activities }))
