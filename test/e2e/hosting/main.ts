import { join } from 'node:path'
import { app, utilityProcess } from 'electron'
import { hostReaders } from '../../../electron/main/reader-host.ts'

// A shell that hosts readers as the packaged one does, for an engine that only asks for them.
void app.whenReady().then(() => {
  const engine = utilityProcess.fork(join(__dirname, 'engine.cjs'), process.argv.slice(-2), { stdio: 'pipe' })
  hostReaders(engine, process.argv.at(-2))
  for (const stream of [engine.stdout, engine.stderr])
    stream?.on('data', (chunk) => process.stdout.write(String(chunk)))
  engine.once('exit', (code) => app.exit(code))
})
