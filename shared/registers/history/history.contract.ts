import { z } from 'zod'
import { FieldChange } from '#shared/records/changes.ts'
import { RegisterName } from '#shared/records/record.ts'
import { command, query } from '#shared/rpc/procedure.ts'
import { Instant } from '#shared/time/instant.ts'

/** One state of one record. */
export const Revision = z.object({
  seq: z.int(),
  at: Instant,
  actor: z.string(),
  procedure: z.string(),
  command: z.string(),
  register: RegisterName,
  record: z.string(),
  title: z.string(),
  /** What differs from the state before. */
  changes: z.array(FieldChange),
  chain: z.string(),
})
export type Revision = z.infer<typeof Revision>

/** One thing a person did, however many records it touched. */
export const CommandEntry = z.object({
  command: z.string(),
  at: Instant,
  actor: z.string(),
  procedure: z.string(),
  /** The register of the record it touched, or of the first one. */
  register: RegisterName,
  records: z.int(),
  /** The title of the record it touched, or of the first one. */
  title: z.string(),
  undone: z.boolean(),
})
export type CommandEntry = z.infer<typeof CommandEntry>

const Done = z.object({
  /** What was undone or done again, or null when there was nothing. */
  entry: CommandEntry.nullable(),
})

export const historyProcedures = {
  /** The states of one record, newest first. */
  'history.ofRecord': query({
    input: z.object({ register: RegisterName, record: z.string() }),
    output: z.array(Revision),
  }),
  /** What was done last, newest first. */
  'history.recent': query({
    input: z.object({ limit: z.int().min(1).max(1000) }),
    output: z.array(CommandEntry),
  }),
  /** The states one command left behind. */
  'history.ofCommand': query({ input: z.object({ command: z.string() }), output: z.array(Revision) }),
  /** Takes back the last thing done that was not taken back yet. */
  'history.undo': command({ input: z.object({}), output: Done }),
  /** Does again what was taken back last. */
  'history.redo': command({ input: z.object({}), output: Done }),
} as const
