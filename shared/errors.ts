/**
 * What went wrong, as far as the person at the screen is concerned.
 *
 * - `invalid`   the input broke a field rule; `fields` says which
 * - `not-found` the record is not there (any more)
 * - `conflict`  someone or something else changed it first
 * - `rule`      a domain rule forbids it; `message` may be shown as it stands
 * - `locked`    no register is open; the screen shows the unlock page
 * - `read-only` the register is open for reading only
 * - `storage`   the register file cannot be read or written; `reason` says how
 * - `cancelled` the person stopped a task
 * - `bug`       our fault; the message is for the log, not for the screen
 */
export type ErrorCode =
  | 'invalid'
  | 'not-found'
  | 'conflict'
  | 'rule'
  | 'locked'
  | 'read-only'
  | 'storage'
  | 'cancelled'
  | 'bug'

/** Why a register file could not be used; each has a screen of its own. */
export type StorageReason =
  | 'missing'
  | 'wrong-passphrase'
  | 'damaged'
  | 'newer-schema'
  | 'folder-read-only'
  | 'disk-full'
  | 'already-exists'
  | 'in-use'
  | 'engine-restarted'

/** An error as it crosses a process boundary: plain data, safe to clone. */
export type WireError = {
  readonly code: ErrorCode
  readonly message: string
  readonly reason?: StorageReason | undefined
  readonly fields?: Readonly<Record<string, string>>
}

type AppErrorOptions = ErrorOptions & {
  reason?: StorageReason | undefined
  fields?: Readonly<Record<string, string>>
}

/** The one error class the house throws on purpose; its message is fit to show. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly reason: StorageReason | undefined
  readonly fields: Readonly<Record<string, string>>

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options)
    this.code = code
    this.reason = options.reason
    this.fields = options.fields ?? {}
  }

  toWire(): WireError {
    return { code: this.code, message: this.message, reason: this.reason, fields: this.fields }
  }

  static fromWire({ code, message, reason, fields }: WireError): AppError {
    return new AppError(code, message, { reason, ...(fields && { fields }) })
  }
}
