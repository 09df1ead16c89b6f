import { z } from 'zod'
import { DESCRIBED } from '#shared/described/all.ts'
import { DescribedName } from '#shared/described/names.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import type { DescribedRecords } from '#shared/records/register-content.ts'
import { Instant } from '#shared/time/instant.ts'
import { PlainDate } from '#shared/time/plain-date.ts'

export const REGISTER_FORMAT = 'dpo-workbench/register'
/** Raised when a reader of the last version could no longer read the file. */
export const REGISTER_VERSION = 1

/** Which state of which register a JSON file holds. */
export const FileStamp = z.object({
  registerName: z.string(),
  registerId: z.string(),
  madeAt: Instant,
  asAt: PlainDate.nullable(),
  chain: z.object({ seq: z.int().min(0), head: z.string() }),
})

/** The records of every described register, register by register. */
export const DescribedLists = z.object(
  Object.fromEntries(DescribedName.options.map((name) => [name, z.array(DESCRIBED[name].schema)])),
) as unknown as z.ZodType<DescribedRecords>

/** The JSON form of one described register. */
export type RegisterFile = {
  readonly format: typeof REGISTER_FORMAT
  readonly version: typeof REGISTER_VERSION
  readonly register: DescribedName
  readonly stamp: z.infer<typeof FileStamp>
  readonly records: readonly AnyRecord[]
}

/** Any register's JSON form; `register` says which, and so what its records look like. */
export const RegisterFile = z.discriminatedUnion(
  'register',
  DescribedName.options.map((name) =>
    z.object({
      format: z.literal(REGISTER_FORMAT),
      version: z.literal(REGISTER_VERSION),
      register: z.literal(name),
      stamp: FileStamp,
      records: z.array(DESCRIBED[name].schema),
    }),
  ) as never,
) as unknown as z.ZodType<RegisterFile>

/** The JSON Schema (2020-12) of that form, made from the descriptions; it is published with every archive. */
export function registerFileSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(RegisterFile, { target: 'draft-2020-12', io: 'output', reused: 'ref' })
  return {
    $id: `urn:dpo-workbench:schema:register:${REGISTER_VERSION}`,
    title: 'One register of requests, breaches, transfers or other records',
    ...schema,
  }
}
