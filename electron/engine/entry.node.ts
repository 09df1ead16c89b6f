import { z } from 'zod'
import { obey } from './obey.ts'
import { serve } from './serve.ts'
import { startEngine } from './start.ts'

// The engine as a plain Node child. Its one channel carries control messages and every window's line, each
// line under a number of its own.
const LineMessage = z.union([
  z.strictObject({ line: z.int(), open: z.boolean() }),
  z.strictObject({ line: z.int(), message: z.unknown() }),
])

type Line = { hear(message: unknown): void; stop(): void }

const engine = await startEngine(JSON.parse(process.argv[2] ?? '{}'))
const lines = new Map<number, Line>()

process.on('message', (message) => {
  const parsed = LineMessage.safeParse(message)
  if (!parsed.success) return void obey(engine, message)
  if ('message' in parsed.data) return lines.get(parsed.data.line)?.hear(parsed.data.message)
  if (parsed.data.open) return void lines.set(parsed.data.line, openLine(parsed.data.line))
  lines.get(parsed.data.line)?.stop()
  lines.delete(parsed.data.line)
})
// Without the program there is nobody to work for: the register is closed as on a proper end.
process.once('disconnect', () => void obey(engine, { control: 'shutdown' }))

function openLine(line: number): Line {
  let hear: Line['hear'] = () => undefined
  const stop = serve(engine, {
    onMessage: (listener) => (hear = listener),
    postMessage: (message) => {
      if (process.connected) process.send?.({ line, message })
    },
  })
  return { hear: (message) => hear(message), stop }
}
