import type { z } from 'zod'
import type { Child, ChildStart } from './child.ts'
import { startChild } from './start-child.ts'

/** Why a process did not answer: it took too long, took too much memory, broke down, or is not wanted any more. */
export class Ended extends Error {
  readonly because: 'time' | 'memory' | 'broken' | 'closed'
  constructor(because: Ended['because'], options?: ErrorOptions) {
    super(`The reader was ended: ${because}`, options)
    this.name = 'Ended'
    this.because = because
  }
}

/** Something to ask: what is sent, one message after another, and how long it may take in milliseconds. */
export type Question = {
  readonly messages: () => Iterable<object>
  readonly time: number
  /** Whether a person waits for it: it then goes before what is read in the background. */
  readonly isUrgent?: boolean
}

export type AskOptions<Answer> = ChildStart & {
  readonly answer: z.ZodType<Answer>
  /** Whether the process should end after this answer, because it would only grow. */
  readonly isSpent?: (answer: Answer) => boolean
  /** After how long without a question it is let go, in milliseconds; by default never. */
  readonly idle?: number
}

/** A process that answers one question after another. */
export type AskedChild<Answer> = {
  /** Throws `Ended` where it had to be ended; the next question gets a new process. */
  ask(question: Question): Promise<Answer>
  close(): void
}

type Waiting<Answer> = Question & { resolve(answer: Answer): void; reject(error: unknown): void }

/** Starts the process when it is first asked, and again whenever it was ended. */
export function askChild<Answer>(options: AskOptions<Answer>): AskedChild<Answer> {
  const waiting: Waiting<Answer>[] = []
  let child: Child | null = null
  let isBusy = false
  let isClosed = false
  let letGo: NodeJS.Timeout | undefined

  async function work(): Promise<void> {
    if (isBusy) return
    isBusy = true
    clearTimeout(letGo)
    for (let next = takeNext(waiting); next; next = takeNext(waiting)) {
      try {
        refuseClosed()
        if (!child?.isAlive()) child = await started(options)
        // It may have been closed while the process started.
        refuseClosed()
        const answer = await answerOf(child, next, options)
        if (options.isSpent?.(answer)) end()
        next.resolve(answer)
      } catch (error) {
        child?.kill()
        child = null
        next.reject(isClosed ? new Ended('closed') : error)
      }
    }
    isBusy = false
    if (options.idle !== undefined) letGo = setTimeout(end, options.idle).unref()
  }

  function refuseClosed(): void {
    if (isClosed) throw new Ended('closed')
  }

  function end(): void {
    child?.close()
    child = null
  }

  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        waiting.push({ ...question, resolve, reject })
        void work()
      }),
    close() {
      isClosed = true
      clearTimeout(letGo)
      // What it is busy with is ended too.
      if (isBusy) child?.kill()
      else end()
    },
  }
}

async function started(options: ChildStart): Promise<Child> {
  try {
    return await startChild(options)
  } catch (error) {
    throw new Ended('broken', { cause: error })
  }
}

function takeNext<Answer>(waiting: Waiting<Answer>[]): Waiting<Answer> | undefined {
  const urgent = waiting.findIndex(({ isUrgent }) => isUrgent === true)
  return waiting.splice(Math.max(0, urgent), 1)[0]
}

const WATCH_EVERY = 100

function answerOf<Answer>(
  child: Child,
  { messages, time }: Question,
  { answer, memory }: AskOptions<Answer>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let left = time
    const watch = setInterval(() => {
      left -= WATCH_EVERY
      if (left <= 0) finish(() => reject(new Ended('time')))
      void child.memory().then((used) => used > memory && finish(() => reject(new Ended('memory'))))
    }, WATCH_EVERY)
    const stopEnded = child.whenEnded(() => finish(() => reject(new Ended('broken'))))
    const stopHearing = child.hear((raw) => {
      const said = answer.safeParse(raw)
      // A process that says what it never says is no longer itself.
      finish(() => (said.success ? resolve(said.data) : reject(new Ended('broken'))))
    })
    const finish = (then: () => void) => {
      clearInterval(watch)
      stopEnded()
      stopHearing()
      then()
    }
    sendAll(child, messages).catch((error: unknown) =>
      finish(() => reject(child.isAlive() && !(error instanceof Ended) ? error : new Ended('broken'))),
    )
  })
}

async function sendAll(child: Child, messages: Question['messages']): Promise<void> {
  for (const message of messages()) await child.tell(message)
}
