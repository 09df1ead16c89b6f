import { join } from 'node:path'
import { app, utilityProcess } from 'electron'
import { hostReaders } from '../../../electron/main/reader-host.ts'

// A shell that hosts readers as the packaged one does, for an engine that only asks for them.
void app.whenReady().then(() => {
  const [readers, ...files] = process.argv.slice(-3)
  const engine = utilityProcess.fork(join(__dirname, 'engine.cjs'), files, { stdio: 'pipe' })
  hostReaders(engine, readers)
  for (const stream of [engine.stdout, engine.stderr])
    stream?.on('data', (chunk) => process.stdout.write(String(chunk)))
  engine.once('exit', (code) => app.exit(code))
})
