import { AppError } from '#shared/errors.ts'
import { type FromEngine, ToEngine } from '../../../binder/messages.ts'
import type { Child } from '../../reading/child.ts'
import { startChild } from '../../reading/start-child.ts'
import { binderEntry } from './binder-entry.ts'

/** A volume needs its papers, itself and its encrypted copy at once. */
const MEMORY = 2_500_000_000
/** The longest that anything may take, in milliseconds: a page may have been made to take for ever. */
const TIME = 600_000
/** Bytes sent at a time. */
const PIECE = 1 << 20

type Asked = Exclude<FromEngine, { say: 'piece' }>

/** Why the binder could not do what it was asked. */
export class BinderFailed extends Error {
  readonly code: 'password' | 'damaged' | 'pages' | 'broken'
  constructor(code: BinderFailed['code']) {
    super(`The binder failed: ${code}`)
    this.name = 'BinderFailed'
    this.code = code
  }
}

/** The process that makes volumes and encrypts, for the time of one of them. */
export type Binder = {
  /** Sends bytes and what to do with them; gives the number it answers with. Throws `BinderFailed`. */
  ask(what: Asked, bytes?: Iterable<Uint8Array>): Promise<number>
  /** The same, done when it is sent; the answer comes later, in its turn. */
  begin(what: Asked, bytes?: Iterable<Uint8Array>): Promise<{ readonly answer: Promise<number> }>
  /** The bytes it handed back since the last time. */
  taken(): Buffer
  /** The pages, from 0, of the volume it bound last that it made from their picture. */
  pictures(): readonly number[]
  close(): void
}

/** Starts a binder; `give` gets what it hands back as it comes, where it is not to be gathered. */
export async function startBinder(give?: (bytes: Uint8Array) => void): Promise<Binder> {
  const child = await startChild({ entry: binderEntry(), mode: 'binder', memory: MEMORY })
  let pieces: Uint8Array[] = []
  const hand = give ?? ((bytes: Uint8Array) => void pieces.push(bytes))
  let pictures: readonly number[] = []
  const answers = inTurn(child, hand, (pages) => (pictures = pages))
  const begin: Binder['begin'] = async (what, bytes = []) => {
    for (const piece of bytes)
      for (let from = 0; from < piece.length; from += PIECE)
        await child.tell({ say: 'piece', bytes: own(piece.subarray(from, from + PIECE)) })
    const answer = answers.to(what)
    // Whoever asked hears of a failure when the answer is wanted.
    answer.catch(() => {})
    return { answer }
  }
  return {
    begin,
    ask: async (what, bytes) => (await begin(what, bytes)).answer,
    taken() {
      const whole = Buffer.concat(pieces)
      pieces = []
      return whole
    },
    pictures: () => pictures,
    close: () => child.close(),
  }
}

/** Bytes without others behind them: a port sends all that lies behind a part. */
const own = (part: Uint8Array) => (part.byteLength === part.buffer.byteLength ? part : Uint8Array.from(part))

type Waiting = { readonly done: (count: number) => void; readonly failed: (error: BinderFailed) => void }

/** Several things may be asked at once; they are answered one after the other, or all fail with the process. */
function inTurn(
  child: Child,
  give: (bytes: Uint8Array) => void,
  note: (pictures: readonly number[]) => void,
) {
  const waiting: Waiting[] = []
  const fail = () => {
    for (const { failed } of waiting.splice(0)) failed(new BinderFailed('broken'))
  }
  child.whenEnded(fail)
  child.hear((raw) => {
    const said = ToEngine.safeParse(raw).data
    if (said?.say === 'piece') return give(said.bytes)
    if (said?.say === 'pictures') return note(said.pages)
    const next = waiting.shift()
    if (said?.say === 'done') next?.done(said.count)
    else next?.failed(new BinderFailed(said?.say === 'failed' ? said.code : 'broken'))
  })
  return {
    to(what: Asked): Promise<number> {
      return new Promise<number>((done, failed) => {
        const late = setTimeout(() => {
          child.kill()
          fail()
        }, TIME)
        const settle =
          <Value>(then: (value: Value) => void) =>
          (value: Value) => {
            clearTimeout(late)
            then(value)
          }
        waiting.push({ done: settle(done), failed: settle(failed) })
        child.tell(what).catch(fail)
      })
    },
  }
}

/** What a failure of the binder means to a person, about the pages it was asked for. */
export function bindingError(error: unknown, about: string): unknown {
  if (!(error instanceof BinderFailed)) return error
  const say = (why: string, wayOut: string) =>
    new AppError('rule', `${about} ${why} ${wayOut}`, { cause: error })
  switch (error.code) {
    case 'password':
      return say(
        'is locked with a password.',
        'Read the file again with its password, then freeze the pack anew.',
      )
    case 'damaged':
      return say(
        'cannot be opened.',
        'Open the file elsewhere and print it to a new PDF; bring that in, and freeze the pack anew.',
      )
    case 'pages':
      return say(
        'has pages that cannot be copied.',
        'Print the file to a new PDF and bring that in, or withhold the page; then freeze the pack anew.',
      )
    case 'broken':
      return say(
        'made the program that binds volumes break down.',
        'Try again; if it happens again, print the file to a new PDF and bring that in.',
      )
  }
}
