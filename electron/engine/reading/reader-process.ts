import { LIMITS, type Part, type Reading, type SheetCells } from '#shared/reading/reading.ts'
import { type FromEngine, ToEngine } from '../../reader/messages.ts'
import type { Child } from './child.ts'
import { notRead, TOO_LARGE } from './not-read.ts'
import { startChild } from './start-child.ts'

/** A file to be read: its name, and its bytes as they come. */
export type ToRead = {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  /** How many bytes there will be, where that is known: what is too large is then not even begun. */
  readonly size?: number
  readonly password?: string | null
  /** False leaves out the words of the pages of a PDF, which is then read much faster. */
  readonly texts?: boolean
  /** Takes a locked PDF without its lock, where its password opened it. */
  readonly takeUnlocked?: (bytes: Uint8Array) => Promise<void>
  /** Takes the sheets of a workbook cell by cell; without it they are not sent. */
  readonly takeSheets?: (sheets: readonly SheetCells[]) => void
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
  let child: Child | null = null

  async function read(file: ToRead, takePart: TakePart): Promise<Reading> {
    if ((file.size ?? 0) > LIMITS.file) return notRead(file.name, TOO_LARGE)
    if (!child?.isAlive()) child = await startChild({ entry, mode: 'files', memory })
    try {
      await send(child, file)
      return await answerOf(child, {
        time,
        memory,
        takePart,
        takeUnlocked: file.takeUnlocked,
        takeSheets: file.takeSheets,
      })
    } catch (error) {
      child.kill()
      child = null
      if (error instanceof Stopped) return notRead(file.name, error.message)
      throw error
    }
  }

  return {
    read,
    close(): Promise<void> {
      child?.close()
      child = null
      return Promise.resolve()
    },
  }
}

/** Why a process was ended. */
class Stopped extends Error {}

async function send(
  child: Child,
  { name, bytes, password = null, texts = true, takeSheets }: ToRead,
): Promise<void> {
  let sent = 0
  for await (const piece of bytes) {
    sent += piece.length
    if (sent > LIMITS.file) throw new Stopped(TOO_LARGE)
    for (let start = 0; start < piece.length; start += PIECE)
      await tell(child, { say: 'piece', bytes: Uint8Array.from(piece.subarray(start, start + PIECE)) })
  }
  await tell(child, { say: 'read', name, password, texts, cells: takeSheets !== undefined })
}

function tell(child: Child, message: FromEngine): Promise<void> {
  return child.tell(message).catch(() => {
    throw new Stopped(BROKEN)
  })
}

type Watching = {
  readonly time: number
  readonly memory: number
  readonly takePart: TakePart
  readonly takeUnlocked: ToRead['takeUnlocked']
  readonly takeSheets: ToRead['takeSheets']
}

async function answerOf(
  child: Child,
  { time, memory, takePart, takeUnlocked, takeSheets }: Watching,
): Promise<Reading> {
  return new Promise((resolve, reject) => {
    let left = time
    let isTaking = false
    const watch = setInterval(() => {
      if (!isTaking) left -= WATCH_EVERY
      if (left <= 0) end(new Stopped(`It took longer than ${Math.round(time / 1000)} seconds to read.`))
      void child
        .memory()
        .then((used) => used > memory && end(new Stopped('It took more memory than one file may take.')))
    }, WATCH_EVERY)
    const onMessage = (raw: unknown) => {
      const message = ToEngine.safeParse(raw).data
      if (message?.say === 'found') {
        if (message.sheets) takeSheets?.(message.sheets)
        return finish(() => resolve(message.reading))
      }
      // A reader that says what no reader says is no longer itself.
      if (message?.say !== 'part' && message?.say !== 'unlocked') return end(new Stopped(BROKEN))
      isTaking = true
      const taking =
        message.say === 'part' ? takePart(message.part) : (takeUnlocked?.(message.bytes) ?? Promise.resolve())
      taking
        .then(() => tell(child, { say: 'taken' }))
        .catch(end)
        .finally(() => (isTaking = false))
    }
    const finish = (then: () => void) => {
      clearInterval(watch)
      stopEnded()
      stopHearing()
      then()
    }
    const end = (error: unknown) => finish(() => reject(error as Error))
    const stopEnded = child.whenEnded(() => end(new Stopped(BROKEN)))
    const stopHearing = child.hear(onMessage)
  })
}
