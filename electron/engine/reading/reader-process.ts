import type { ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { LIMITS, type Part, type Reading } from '#shared/reading/reading.ts'
import { type FromEngine, ToEngine } from '../../reader/messages.ts'
import { notRead, TOO_LARGE } from './not-read.ts'
import { startChild } from './start-child.ts'

/** A file to be read: its name, and its bytes as they come. */
export type ToRead = {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  /** How many bytes there will be, where that is known: what is too large is then not even begun. */
  readonly size?: number
  readonly password?: string | null
}

/** Takes a file that was found inside another; the reader waits until it is done. */
export type TakePart = (part: Part) => Promise<void>

/** How the process is started, and how much it may use. */
export type ReaderOptions = {
  readonly entry: string
  readonly time?: number
  readonly memory?: number
}

const WATCH_EVERY = 100
/** Bytes sent to the process at a time. */
const PIECE = 1 << 20
const BROKEN = 'The file made its reader break down.'

/**
 * A process that reads files, one after another. One that takes longer or more memory than is allowed is ended, its
 * file is reported as not read, and the next file gets a new process.
 */
export type ReaderProcess = ReturnType<typeof startReaderProcess>

/** Starts it when the first file comes. */
export function startReaderProcess({ entry, time = LIMITS.time, memory = LIMITS.memory }: ReaderOptions) {
  let child: ChildProcess | null = null

  async function read(file: ToRead, takePart: TakePart): Promise<Reading> {
    if ((file.size ?? 0) > LIMITS.file) return notRead(file.name, TOO_LARGE)
    if (child?.exitCode !== null || child.signalCode !== null) child = await startChild(entry, memory)
    try {
      await send(child, file)
      return await answerOf(child, { time, memory, takePart })
    } catch (error) {
      child.kill('SIGKILL')
      child = null
      if (error instanceof Stopped) return notRead(file.name, error.message)
      throw error
    }
  }

  return {
    read,
    close(): Promise<void> {
      if (child?.connected) child.disconnect()
      child = null
      return Promise.resolve()
    },
  }
}

/** Why a process was ended. */
class Stopped extends Error {}

async function send(child: ChildProcess, { name, bytes, password = null }: ToRead): Promise<void> {
  let sent = 0
  for await (const piece of bytes) {
    sent += piece.length
    if (sent > LIMITS.file) throw new Stopped(TOO_LARGE)
    for (let start = 0; start < piece.length; start += PIECE)
      await tell(child, { say: 'piece', bytes: Uint8Array.from(piece.subarray(start, start + PIECE)) })
  }
  await tell(child, { say: 'read', name, password })
}

/** Waits until the process took the message, so that a large file is not heaped up on this side. */
function tell(child: ChildProcess, message: FromEngine): Promise<void> {
  return new Promise((resolve, reject) => {
    child.send(message, (error) => (error ? reject(new Stopped(BROKEN)) : resolve()))
  })
}

type Watching = { readonly time: number; readonly memory: number; readonly takePart: TakePart }

async function answerOf(child: ChildProcess, { time, memory, takePart }: Watching): Promise<Reading> {
  return new Promise((resolve, reject) => {
    let left = time
    let isTaking = false
    const watch = setInterval(() => {
      if (!isTaking) left -= WATCH_EVERY
      if (left <= 0) end(new Stopped(`It took longer than ${Math.round(time / 1000)} seconds to read.`))
      void memoryOf(child).then(
        (used) => used > memory && end(new Stopped('It took more memory than one file may take.')),
      )
    }, WATCH_EVERY)
    const onExit = () => end(new Stopped(BROKEN))
    const onMessage = (raw: unknown) => {
      const message = ToEngine.safeParse(raw).data
      if (message?.say === 'found') return finish(() => resolve(message.reading))
      // A reader that says what no reader says is no longer itself.
      if (message?.say !== 'part') return end(new Stopped(BROKEN))
      isTaking = true
      takePart(message.part)
        .then(() => tell(child, { say: 'taken' }))
        .catch(end)
        .finally(() => (isTaking = false))
    }
    const finish = (then: () => void) => {
      clearInterval(watch)
      child.off('exit', onExit)
      child.off('message', onMessage)
      then()
    }
    const end = (error: unknown) => finish(() => reject(error as Error))
    child.on('exit', onExit)
    child.on('message', onMessage)
  })
}

/** Memory of the process in bytes where the system tells it cheaply (Linux); elsewhere its heap limit alone holds. */
async function memoryOf({ pid }: ChildProcess): Promise<number> {
  const pages = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '')
  return Number(pages.split(' ')[1] ?? 0) * 4096
}
