import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { AppError } from '#shared/errors.ts'
import type { RegisterName } from '#shared/records/record.ts'
import type { ActivityId } from '#shared/registers/activities/activity.schema.ts'
import type { ContractId } from '#shared/registers/contracts/contract.schema.ts'
import type { OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import type { DataClass, TermId } from '#shared/registers/vocabulary/term.schema.ts'

/** A record's identity that is the same each time the sample is built: shaped like a UUID, made from its name. */
export function sampleId(register: RegisterName, name: string): string {
  const hash = createHash('sha256').update(`${register}\n${name}`).digest('hex')
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-')
}

/** Finds what the sample files name; a name nobody declared is an error that says where it stands. */
export type Directory<Id> = (name: string, where: string) => Id

/** A directory over the names of one register; declaring a name twice is refused. */
export function directoryOf<Schema extends z.ZodType<string>>(
  register: RegisterName,
  id: Schema,
  names: readonly string[],
): Directory<z.output<Schema>> {
  const ids = new Map<string, z.output<Schema>>()
  for (const name of names) {
    if (ids.has(name)) throw new AppError('bug', `The sample names “${name}” twice in its ${register}.`)
    ids.set(name, id.parse(sampleId(register, name)))
  }
  return (name, where) => {
    const found = ids.get(name)
    if (found === undefined)
      throw new AppError('bug', `${where} names “${name}”, which is not in the sample’s ${register}.`)
    return found
  }
}

/** How the sample's names become identities. Terms are named "list/name". */
export type Directories = {
  readonly organisation: Directory<OrganisationId>
  readonly contract: Directory<ContractId>
  readonly activity: Directory<ActivityId>
  readonly term: Directory<TermId>
  /** The class a category of data falls in unless an activity says otherwise. */
  readonly dataClass: (category: string) => DataClass
}
