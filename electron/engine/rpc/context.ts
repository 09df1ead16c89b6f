import type { z } from 'zod'
import type { Stamp } from '#shared/records/register-content.ts'
import type { Procedures } from '#shared/rpc/procedure.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import type { ReadDb } from '../db/schema.ts'
import type { Cases, CasesToBegin, CasesToDestroy } from '../cases/open-cases.ts'
import type { DocumentStore } from '../documents/document-store.ts'
import type { Remember } from '../memory.ts'
import type { Lookups } from '../records/lookups.ts'
import type { Ledger } from '../revisions/ledger.ts'
import type { Engine } from '../start.ts'

/** What every handler may know about the call it serves. */
type CallContext = { readonly now: Instant; readonly today: PlainDate; readonly actor: string }

/** What reads and writes have in common. */
type Reading = CallContext & {
  readonly db: ReadDb
  /** What activities refer to, kept between calls. */
  readonly lookups: () => Promise<Lookups>
  /** The files that records attach: kept beside the register, and never part of a transaction of it. */
  readonly documents: DocumentStore
  /** The documents of each request for access: files of their own, and never part of a transaction of the register. */
  readonly cases: Cases
}

/** A read: no way to write is in reach. */
export type ReadContext = Reading & {
  /** Keeps an answer until the register changes. */
  readonly remember: Remember
}

/** A write, inside the dispatcher's transaction: records change through the ledger only. */
export type WriteContext = Omit<Reading, 'cases'> & {
  readonly ledger: Ledger
  readonly newId: () => string
  readonly cases: CasesToDestroy
  /** Has something done when the change stands, for what cannot be taken back with a change that fails. */
  readonly afterwards: (work: () => Promise<void>) => void
  /** Whether a task that is under way works on the case of a request. */
  readonly isWorkedOn: (request: string) => boolean
}

/** Long work: no transaction is open; progress is told and cancelling is noticed at each `step`. */
export type TaskContext = CallContext & {
  /** For a task that acts on the register file itself. */
  readonly engine: Engine
  /** The register as it stands, or as it stood at the end of a day. */
  readonly readDb: (asAt: PlainDate | null) => Promise<ReadDb>
  readonly stamp: (asAt: PlainDate | null) => Promise<Stamp>
  /** Reads while nothing is changed, so that what is read together belongs together. */
  readonly atRest: <Result>(read: () => Promise<Result>) => Promise<Result>
  /** Tells progress, lets other calls through, and throws `cancelled` when the person stopped the task. */
  readonly step: (done: number, total: number, doing: string) => Promise<void>
  /** The files that records attach. */
  readonly documents: DocumentStore
  /** The documents of each request for access. */
  readonly cases: CasesToBegin
  /** Runs one change of the register at a time, as commands are. */
  readonly serially: <Result>(change: () => Promise<Result>) => Promise<Result>
  /** Makes one change of records at the end of the work: a command of its own, in one transaction. */
  readonly change: <Result>(work: (ctx: WriteContext) => Promise<Result>) => Promise<Result>
  /** Refuses a path the person did not choose. */
  readonly mayUse: (path: string) => void
  /** Refuses a file the person chose neither to be used nor to be read. */
  readonly mayRead: (path: string) => void
}

/** Acts on the register file itself. */
export type FileContext = CallContext & { readonly engine: Engine }

type ContextOf<Kind> = Kind extends 'query'
  ? ReadContext
  : Kind extends 'command'
    ? WriteContext
    : Kind extends 'task'
      ? TaskContext
      : FileContext

/** The handlers a set of procedures asks for; a missing or wrong one does not compile. */
export type HandlersFor<P extends Procedures> = {
  readonly [Name in keyof P]: (
    ctx: ContextOf<P[Name]['kind']>,
    input: z.output<P[Name]['input']>,
  ) => Promise<z.input<P[Name]['output']>>
}
