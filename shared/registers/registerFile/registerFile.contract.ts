import { z } from 'zod'
import { fileAction } from '#shared/rpc/procedure.ts'
import { Instant } from '#shared/time/instant.ts'

const Path = z.string().min(1).max(4096)
/** What a person types; never logged, never stored. */
const Secret = z.string().min(1).max(1024)

/** The state of the chain of revisions when it was last checked. */
export const ChainState = z.object({
  seq: z.int(),
  head: z.string(),
  checkedAt: Instant.nullable(),
  /** Sentences naming what does not fit; empty when nothing was found. */
  problems: z.array(z.string()),
})
export type ChainState = z.infer<typeof ChainState>

/** What the status bar and the unlock page show. */
export const RegisterStatus = z.discriminatedUnion('state', [
  z.object({ state: z.literal('none') }),
  z.object({
    state: z.literal('open'),
    path: z.string(),
    name: z.string(),
    registerId: z.string(),
    /** Why nothing can be changed, or null when it can. */
    readOnlyBecause: z.string().nullable(),
    encryption: z.string(),
    schemaVersion: z.string(),
    /** The backup made because an older version had written the register, which was then brought up to date. */
    broughtUpToDate: z.string().nullable(),
    lastBackupAt: Instant.nullable(),
    chain: ChainState,
    lockAfterMinutes: z.int(),
  }),
])
export type RegisterStatus = z.infer<typeof RegisterStatus>

/** A recovery key as shown once: eight groups of four characters. */
const RecoveryKey = z.object({ recoveryKey: z.string(), status: RegisterStatus })

export const registerFileProcedures = {
  'registerFile.status': fileAction({ input: z.object({}), output: RegisterStatus }),
  /** Makes an empty register and opens it; the recovery key is never shown again. */
  'registerFile.create': fileAction({
    input: z.object({ path: Path, passphrase: Secret }),
    output: RecoveryKey,
  }),
  /** Makes a register that holds the sample organisations and opens it. */
  'registerFile.createSample': fileAction({
    input: z.object({ path: Path, passphrase: Secret }),
    output: RecoveryKey,
  }),
  'registerFile.open': fileAction({
    input: z.object({ path: Path, passphrase: Secret }),
    output: RegisterStatus,
  }),
  /** Opens with the recovery key and sets a new passphrase. */
  'registerFile.recover': fileAction({
    input: z.object({ path: Path, recoveryKey: Secret, passphrase: Secret }),
    output: RegisterStatus,
  }),
  'registerFile.lock': fileAction({ input: z.object({}), output: RegisterStatus }),
  'registerFile.changePassphrase': fileAction({
    input: z.object({ current: Secret, next: Secret }),
    output: RegisterStatus,
  }),
  /** Replaces the recovery key; the old one stops working. */
  'registerFile.newRecoveryKey': fileAction({ input: z.object({ passphrase: Secret }), output: RecoveryKey }),
  /** Writes an encrypted copy into the register's backups folder and reads it back. */
  'registerFile.backUp': fileAction({
    input: z.object({}),
    output: z.object({ path: z.string(), chainHead: z.string() }),
  }),
  'registerFile.listBackups': fileAction({
    input: z.object({ path: Path }),
    output: z.array(z.object({ name: z.string(), bytes: z.int(), madeAt: Instant })),
  }),
  /** Puts a backup in the place of the register's database; the replaced one is kept beside it. */
  'registerFile.restore': fileAction({
    input: z.object({ path: Path, backup: z.string().max(200), passphrase: Secret }),
    output: RegisterStatus,
  }),
  /** Reads every page and every revision and says what does not fit. */
  'registerFile.verify': fileAction({ input: z.object({}), output: ChainState }),
  /** Tells the engine that somebody is at the keyboard, so that it does not lock. */
  'registerFile.keepAwake': fileAction({ input: z.object({}), output: z.object({}) }),
  /** Stops a task that is under way. */
  'registerFile.cancelTask': fileAction({ input: z.object({ task: z.int() }), output: z.object({}) }),
} as const
