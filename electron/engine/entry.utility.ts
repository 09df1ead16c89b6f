import { ReaderAnswer } from '#shared/reading/hosting.ts'
import { obey } from './obey.ts'
import { serve } from './serve.ts'
import { startEngine } from './start.ts'

// The engine as an Electron utility process: each window's line is a port of its own. What is said of readers is for
// those who started them.
const started = startEngine(JSON.parse(process.argv[2] ?? '{}'))

process.parentPort.on('message', ({ data, ports }) => {
  if (ReaderAnswer.safeParse(data).success) return
  void started.then((engine) => {
    const port = ports[0]
    if (!port) return obey(engine, data)
    const stop = serve(engine, {
      onMessage: (listener) => port.on('message', (event) => listener(event.data)),
      postMessage: (message) => port.postMessage(message),
    })
    port.once('close', stop)
    return port.start()
  })
})
