import { userInfo } from 'node:os'
import { AppError } from '#shared/errors.ts'
import type { Push } from '#shared/rpc/wire.ts'
import { Instant } from '#shared/time/instant.ts'
import { type Grants, makeGrants } from './grants.ts'
import { newId } from './ids.ts'
import { rememberProgress } from './registerFile/heads.ts'
import type { Session } from './registerFile/session.ts'

/** What an engine is started with. */
export type EngineOptions = {
  /** Where to remember chain heads, outside every register; null remembers nothing. */
  readonly home: string | null
  /** In a window: paths must have been chosen in a dialog, and an idle register locks itself. */
  readonly windowed: boolean
  readonly now?: () => Instant
  readonly onBug?: (error: unknown, procedure: string) => void
}

type InTurn = <Result>(action: () => Promise<Result>) => Promise<Result>

export type LockReason = Extract<Push, { event: 'locked' }>['because']

/** One engine: at most one open register, served to any number of ports. */
export type Engine = {
  readonly home: string | null
  readonly windowed: boolean
  readonly grants: Grants
  readonly actor: string
  readonly now: () => Instant
  readonly newId: () => string
  /** Told about every bug; expected errors are not reported. */
  readonly onBug: (error: unknown, procedure: string) => void
  /** The open register, or a `locked` error. */
  readonly session: () => Session
  readonly openSession: () => Session | null
  /** Puts a register in the place of the open one, which is closed first. */
  readonly use: (session: Session) => Promise<void>
  /** Closes the open register and says so to every window. */
  readonly lock: (because: LockReason) => Promise<void>
  readonly close: () => Promise<void>
  /** Runs one change at a time, in the order they were asked for. */
  readonly serially: InTurn
  /** Opens, makes or locks one register at a time; what waits here may itself call `serially`. */
  readonly oneRegisterAtATime: InTurn
  readonly subscribe: (listener: (push: Push) => void) => () => void
  readonly broadcast: (push: Push) => void
  /** Somebody is at the keyboard. */
  readonly stayAwake: () => void
  readonly idleSince: () => number
  /** Tasks under way, by the number of the request that started them, with the cases they work on. */
  readonly tasks: Map<number, { cancelled: boolean; readonly cases: Set<string> }>
}

/** Everything impure is chosen here, once: clock, ids, person, log. */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  let open: Session | null = null
  let awakeAt = performance.now()
  const listeners = new Set<(push: Push) => void>()
  const tasks: Engine['tasks'] = new Map()

  async function closeSession(): Promise<void> {
    const closing = open
    if (!closing) return
    open = null
    for (const task of tasks.values()) task.cancelled = true
    // What cannot be remembered must not keep the register from being locked.
    if (options.home) await rememberProgress(options.home, closing).catch(() => undefined)
    await closing.close()
  }

  const engine: Engine = {
    home: options.home,
    windowed: options.windowed,
    grants: makeGrants(options.windowed),
    actor: process.env['DPO_ACTOR'] ?? userInfo().username,
    now: options.now ?? systemClock,
    newId: () => newId(),
    onBug: options.onBug ?? logBug,
    session() {
      if (!open) throw new AppError('locked', 'The register is locked. Open it to go on.')
      return open
    },
    openSession: () => open,
    async use(session) {
      await engine.serially(closeSession)
      open = session
      awakeAt = performance.now()
    },
    async lock(because) {
      // Asked for while a register is being opened, it holds for that one too.
      await engine.oneRegisterAtATime(async () => {
        if (!open) return
        await engine.serially(closeSession)
        engine.broadcast({ event: 'locked', because })
      })
    },
    close: () => engine.serially(closeSession),
    serially: inTurn(),
    oneRegisterAtATime: inTurn(),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    broadcast: (push) => listeners.forEach((listener) => listener(push)),
    stayAwake: () => void (awakeAt = performance.now()),
    idleSince: () => performance.now() - awakeAt,
    tasks,
  }
  return engine
}

/** A queue: each action starts when the one before has ended, well or not. */
function inTurn(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return (action) => {
    const result = last.then(action)
    last = result.catch(() => undefined)
    return result
  }
}

function systemClock(): Instant {
  return Instant.parse(process.env['DPO_NOW'] ?? new Date().toISOString())
}

/** Bugs go to the log by name and place only: a message may quote what a person typed. */
function logBug(error: unknown, procedure: string): void {
  const place =
    error instanceof Error
      ? `${error.name} ${
          error.stack
            ?.replace(error.message, '')
            .split('\n')
            .find((line) => /^ +at /.test(line))
            ?.trim() ?? ''
        }`
      : typeof error
  console.error(`[engine] bug in ${procedure}: ${place}`)
}
