import { AppError } from '#shared/errors.ts'
import { LIMITS } from '#shared/reading/reading.ts'
import { FromPapers, type ToPapers } from '../../reader/papers/messages.ts'
import { askChild, Ended, type Question } from '../reading/ask-child.ts'
import { readerEntry } from '../reading/reader-entry.ts'
import { closedError } from './closed-error.ts'
import type { Drawing, Paper, Papers, RecognisedWords } from './papers.ts'
import { startRecogniser } from './start-recogniser.ts'

/** How the processes are started, and how much they may use. */
export type PapersOptions = {
  readonly entry?: string
  /** For one page, in milliseconds. */
  readonly time?: number
  /** For each process, in bytes. */
  readonly memory?: number
}

/** Bytes sent to the process at a time. */
const PIECE = 1 << 22
/** A large file, or a picture of many pages, is no single page. */
const TIME_FOR_WHOLE = 120_000
/** After so long without a question, in milliseconds, the process gives its memory back by ending. */
const IDLE = 300_000
/** From this much memory that only its end gives back, in bytes, the process is replaced. */
const SPENT = 400_000_000
/** Times a document is sent anew because others pushed it out meanwhile. */
const ATTEMPTS = 3

type Answer<Say extends FromPapers['say']> = Extract<FromPapers, { say: Say }>

/** Starts the processes for PDFs when they are first needed; `close` ends them. */
export function startPapers({
  entry = readerEntry(),
  time = LIMITS.time,
  memory = LIMITS.memory,
}: PapersOptions = {}): Papers {
  const child = askChild<FromPapers>({
    entry,
    mode: 'papers',
    memory,
    answer: FromPapers,
    idle: IDLE,
    isSpent: (answer) => answer.say !== 'ready' && answer.spare > SPENT,
  })
  const recogniser = startRecogniser({ entry, memory, time })

  async function ask<Say extends FromPapers['say']>(
    what: string,
    expected: readonly Say[],
    question: Omit<Question, 'time'> & { time?: number },
  ): Promise<Answer<Say> | null> {
    const answer = await child.ask({ time, ...question }).catch((error: unknown) => {
      throw error instanceof Ended ? endedError(error, what, question.time ?? time) : error
    })
    if (answer.say === 'gone') return null
    if (answer.say === 'refused')
      throw new AppError('rule', [answer.reason, answer.wayOut].filter(Boolean).join(' '))
    if (!isOneOf(answer, expected)) throw endedError(new Ended('broken'), what, time)
    return answer
  }

  const openAnew = (sha256: string, bytes: () => Uint8Array, password: string | null) =>
    ask('The PDF', ['opened'], {
      messages: () => opening(sha256, bytes(), password),
      time: TIME_FOR_WHOLE,
      isUrgent: true,
    })

  async function open(
    sha256: string,
    bytes: () => Uint8Array,
    password: string | null = null,
  ): Promise<Paper> {
    const isOpen: ToPapers = { say: 'isOpen', sha256 }
    const opened =
      (await ask('The PDF', ['opened'], { messages: () => [isOpen], isUrgent: true })) ??
      (await openAnew(sha256, bytes, password))

    /** Asks about a page; a document that was pushed out, or whose process ended, is sent again. */
    async function ofPage<Say extends FromPapers['say']>(
      what: string,
      say: Say,
      message: ToPapers,
      isUrgent: boolean,
    ): Promise<Answer<Say>> {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const answer = await ask(what, [say], { messages: () => [message], isUrgent })
        if (answer) return answer
        await openAnew(sha256, bytes, password)
      }
      throw endedError(new Ended('broken'), what, time)
    }

    return {
      pages: opened?.pages ?? 0,
      async read(number) {
        const {
          say: _,
          spare: __,
          ...page
        } = await ofPage(`Page ${number}`, 'page', { say: 'page', sha256, number }, false)
        return page
      },
      async draw(number, width, { turn = 0, isUrgent = true }: Drawing = {}) {
        const message: ToPapers = { say: 'draw', sha256, number, width: Math.round(width), turn }
        const drawn = await ofPage(`Page ${number}`, 'drawn', message, isUrgent)
        return { png: drawn.png, width: drawn.width, height: drawn.height }
      },
      async close() {
        await ask('The PDF', ['done'], { messages: () => [{ say: 'close', sha256 }] }).catch(() => undefined)
      },
    }
  }

  /** A PDF of a picture; null where the recogniser has to make a PNG of it first. */
  async function picture(name: string, bytes: Uint8Array): Promise<Uint8Array | null> {
    const messages = () => [...sending(bytes), { say: 'picture', name } satisfies ToPapers]
    const made = await ask('The picture', ['made', 'convert'], { messages, time: TIME_FOR_WHOLE })
    return made?.say === 'made' ? made.pdf : null
  }

  return {
    open,
    async fromPicture(name: string, bytes: Uint8Array): Promise<Uint8Array> {
      return (
        (await picture(name, bytes)) ?? (await picture(name, await recogniser.convert(bytes))) ?? noPicture()
      )
    },
    recognise: (png: Uint8Array): Promise<RecognisedWords> => recogniser.recognise(png),
    close() {
      child.close()
      recogniser.close()
      return Promise.resolve()
    },
  }
}

function isOneOf<Say extends FromPapers['say']>(
  answer: FromPapers,
  expected: readonly Say[],
): answer is Answer<Say> {
  return (expected as readonly string[]).includes(answer.say)
}

const noPicture = (): never => {
  throw new AppError('rule', 'The picture is damaged. Ask whoever sent it for the file again.')
}

function* opening(sha256: string, bytes: Uint8Array, password: string | null): Generator<ToPapers> {
  yield* sending(bytes)
  yield { say: 'open', sha256, password }
}

function* sending(bytes: Uint8Array): Generator<ToPapers> {
  if (bytes.length > LIMITS.file)
    throw new AppError('rule', `It is larger than ${LIMITS.file / 1_000_000} MB.`)
  yield { say: 'begin', bytes: bytes.length }
  for (let start = 0; start < bytes.length; start += PIECE)
    yield { say: 'piece', bytes: new Uint8Array(bytes.subarray(start, start + PIECE)) }
}

/** What a person is told when a process had to be ended. */
function endedError({ because }: Ended, what: string, time: number): AppError {
  if (because === 'closed') return closedError()
  const why = {
    time: `took longer than ${Math.round(time / 1000)} seconds`,
    memory: 'took more memory than is allowed',
    broken: 'made its reader break down',
  }[because]
  return new AppError(
    'rule',
    `${what} ${why}. Look at it in another program; the rest can be used as before.`,
  )
}
