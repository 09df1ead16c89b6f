import type { GateNeedles, KnownPage } from '#shared/cases/proof/gate-needles.ts'
import { FromProver, type ToProver } from '../../../reader/prover/messages.ts'
import { askChild, Ended, type Question } from '../../reading/ask-child.ts'
import { readerEntry } from '../../reading/reader-entry.ts'

/** What a process found; a file or page it could not look through says why in `unread`. */
export type Found = Pick<Extract<FromProver, { say: 'found' }>, 'findings' | 'more' | 'crops'> & {
  readonly unread: string
}

/** A PDF by its hash, whose bytes are only asked for when they are needed. */
export type PdfToOpen = { readonly sha256: string; readonly bytes: () => Uint8Array }

/** Processes that look through finished files: they see bytes of strangers, so they have no key and no path. */
export type AskProver = {
  readonly walk: (bytes: Uint8Array, pages: readonly KnownPage[], isVolume: boolean) => Promise<Found>
  /** Opens a PDF; how many pages it has, or why it cannot be opened. */
  readonly open: (pdf: PdfToOpen) => Promise<number | string>
  readonly page: (
    pdf: PdfToOpen,
    known: KnownPage,
    original: (PdfToOpen & { readonly number: number }) | null,
  ) => Promise<Found>
  readonly look: (say: 'workbook' | 'text', bytes: Uint8Array, pages: readonly KnownPage[]) => Promise<Found>
  readonly name: (name: string, pages: readonly KnownPage[]) => Promise<Found>
  readonly close: () => void
}

/** Memory for each process in bytes; times in milliseconds, for a page and for a file. */
export type ProverLimits = { readonly memory: number; readonly pageTime: number; readonly fileTime: number }

const LIMITS: ProverLimits = { memory: 2_000_000_000, pageTime: 30_000, fileTime: 240_000 }
/** From this much memory that only its end gives back, in bytes, a process is replaced. */
const SPENT = 500_000_000
const IDLE = 60_000
const PIECE = 1 << 22
/** Times a file is sent anew because others pushed it out meanwhile, or because the process had to be replaced. */
const ATTEMPTS = 3

/** Starts a process that looks for some needles when it is first asked. */
export function askProver(
  needles: GateNeedles,
  limits: Partial<ProverLimits> = {},
  entry = readerEntry(),
): AskProver {
  const { memory, pageTime, fileTime } = { ...LIMITS, ...limits }
  const child = askChild<FromProver>({
    entry,
    mode: 'prover',
    memory,
    answer: FromProver,
    idle: IDLE,
    isSpent: (answer) => answer.say !== 'ready' && answer.spare > SPENT,
  })
  const known: ToProver = { say: 'needles', needles }

  /** What was answered; a sentence where the process could not do it. */
  async function ask(question: Question): Promise<FromProver | string> {
    try {
      return await child.ask(question)
    } catch (error) {
      if (error instanceof Ended && error.because !== 'closed') return WHY[error.because]
      throw error
    }
  }

  const openAnew = ({ sha256, bytes }: PdfToOpen) =>
    ask({
      messages: () => [known, ...sending(bytes()), { say: 'open', sha256 } satisfies ToProver],
      time: fileTime,
    })

  const through = async (bytes: Uint8Array, message: ToProver): Promise<Found> =>
    foundIn(await ask({ messages: () => [known, ...sending(bytes), message], time: fileTime }))

  return {
    walk: (bytes, pages, isVolume) => through(bytes, { say: 'walk', pages: [...pages], isVolume }),
    look: (say, bytes, pages) => through(bytes, { say, pages: [...pages] }),
    name: (name, pages) => through(new Uint8Array(), { say: 'name', name, pages: [...pages] }),
    async open(pdf) {
      const answer = await openAnew(pdf)
      if (typeof answer !== 'string' && answer.say === 'opened') return answer.pages
      return reasonOf(answer)
    },
    async page(pdf, page, original) {
      const message: ToProver = {
        say: 'page',
        sha256: pdf.sha256,
        known: page,
        original: original && { sha256: original.sha256, number: original.number },
      }
      let answer: FromProver | string = ''
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        answer = await ask({ messages: () => [message], time: pageTime })
        if (typeof answer === 'string' || answer.say !== 'gone') break
        for (const one of original ? [pdf, original] : [pdf]) {
          const opened = await openAnew(one)
          if (typeof opened === 'string' || opened.say !== 'opened') return notRead(reasonOf(opened))
        }
      }
      return foundIn(answer)
    },
    close: () => child.close(),
  }
}

const WHY = {
  time: 'it took too long',
  memory: 'it took too much memory',
  broken: 'it made the program that reads it break down',
} as const

function* sending(bytes: Uint8Array): Generator<ToProver> {
  yield { say: 'begin', bytes: bytes.length }
  for (let from = 0; from < bytes.length; from += PIECE)
    yield { say: 'piece', bytes: new Uint8Array(bytes.subarray(from, from + PIECE)) }
}

function reasonOf(answer: FromProver | string): string {
  if (typeof answer === 'string') return answer
  return answer.say === 'refused' ? answer.reason : 'it was not answered'
}

const notRead = (unread: string): Found => ({ findings: [], more: 0, crops: [], unread })

function foundIn(answer: FromProver | string): Found {
  if (typeof answer === 'string' || answer.say !== 'found') return notRead(reasonOf(answer))
  const { findings, more, crops } = answer
  return { findings, more, crops, unread: '' }
}
