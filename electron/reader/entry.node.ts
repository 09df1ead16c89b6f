import type { Part } from '#shared/reading/reading.ts'
import { readFile } from './read-file.ts'
import { FromEngine, type ToEngine } from './messages.ts'

// The reader: a process of its own that gets the bytes of one file after another and answers with what it found.
// It is told no path, writes nothing and keeps nothing; the engine ends it when it takes too long or too much.
let pieces: Buffer[] = []
let acknowledge: (() => void) | null = null

process.on('message', (raw) => {
  const parsed = FromEngine.safeParse(raw)
  if (!parsed.success) return
  const message = parsed.data
  if (message.say === 'piece') pieces.push(Buffer.from(message.bytes))
  else if (message.say === 'taken') acknowledge?.()
  else void read(message.name, message.password)
})
process.once('disconnect', () => process.exit(0))
tell({ say: 'ready' })

async function read(name: string, password: string | null): Promise<void> {
  const bytes = Buffer.concat(pieces)
  pieces = []
  tell({ say: 'found', reading: await readFile({ name, bytes, password }, handOut) })
}

/** Hands a part over and waits until it was taken, so that never more than one is on its way. */
async function handOut(part: Part): Promise<void> {
  const taken = new Promise<void>((resolve) => (acknowledge = resolve))
  tell({ say: 'part', part })
  await taken
}

function tell(message: ToEngine): void {
  if (process.connected) process.send?.(message)
}
