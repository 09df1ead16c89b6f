import { z } from 'zod'
import { known, notApplicable, TO_BE_DETERMINED } from '#shared/answer.ts'
import { DESCRIBED } from '#shared/described/all.ts'
import type { Field, Fields } from '#shared/described/field.ts'
import { DescribedName } from '#shared/described/names.ts'
import type { AnyDescribed, AnyRecord } from '#shared/described/register.ts'
import { AppError } from '#shared/errors.ts'
import type { DescribedRecords } from '#shared/records/register-content.ts'
import { ActivityId } from '#shared/registers/activities/activity.schema.ts'
import { ContractId } from '#shared/registers/contracts/contract.schema.ts'
import { RecordId, type RegisterName } from '#shared/records/record.ts'
import { OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import { TermId } from '#shared/registers/vocabulary/term.schema.ts'
import { seal } from '../described/seal.ts'
import { EvidenceIn, text } from './answer.format.ts'
import { evidenceOf } from './build-records.ts'
import { type Directories, type Directory, directoryOf, sampleId } from './sample-names.ts'

/**
 * A record of a described register as it is typed by hand: fields by their key, records and terms by their name,
 * `{ "notApplicable": "because" }` for a question that does not arise; what is left out is not known. What is kept
 * for good is sealed here.
 */
const RecordIn = z.strictObject({
  name: z.string(),
  organisation: z.string().optional(),
  owner: text,
  /** The notice its facts come from. */
  document: text,
  evidence: z.array(EvidenceIn).default([]),
  notes: text,
  fields: z.record(z.string(), z.unknown()).default({}),
})
type RecordIn = z.infer<typeof RecordIn>

const DescribedFile = z.strictObject({ records: z.array(RecordIn) })

export type DescribedFiles = { readonly [Name in DescribedName]: unknown }

/** Makes the records of every described register of files typed by hand. */
export function buildDescribed(files: DescribedFiles, find: Directories): DescribedRecords {
  const given = DescribedName.options.map((name) => [name, readFile(name, files[name])] as const)
  const directories = new Map(
    given.map(([name, records]) => [
      name,
      directoryOf(
        name,
        RecordId,
        records.map((record) => record.name),
      ),
    ]),
  )
  const idOf: Finder = (register, name, where) => finderOf(register, find, directories)(name, where)
  return Object.fromEntries(
    given.map(([name, records]) => [
      name,
      records.map((record, index) => buildRecord(DESCRIBED[name], record, index, idOf)),
    ]),
  ) as unknown as DescribedRecords
}

type Finder = (register: RegisterName, name: string, where: string) => string

function finderOf(
  register: RegisterName,
  find: Directories,
  directories: ReadonlyMap<DescribedName, Directory<string>>,
): Directory<string> {
  switch (register) {
    case 'organisations':
      return (name, where) => OrganisationId.parse(find.organisation(name, where))
    case 'contracts':
      return (name, where) => ContractId.parse(find.contract(name, where))
    case 'activities':
      return (name, where) => ActivityId.parse(find.activity(name, where))
    case 'vocabulary':
      return (name, where) => TermId.parse(find.term(name, where))
    default:
      return directories.get(DescribedName.parse(register))!
  }
}

function readFile(name: DescribedName, json: unknown): readonly RecordIn[] {
  const parsed = DescribedFile.safeParse(json)
  if (parsed.success) return parsed.data.records
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
  throw new AppError('bug', `The sample file described/${name}.json cannot be read: ${issues}`)
}

function buildRecord(description: AnyDescribed, given: RecordIn, index: number, idOf: Finder): AnyRecord {
  const { register, series, fields, schema } = description
  const where = `described/${register}.json (${given.name})`
  const record = {
    ...description.blank(idOf(register, given.name, where), given.name),
    reference: `${series}-${String(index + 1).padStart(4, '0')}`,
    organisationId:
      given.organisation === undefined ? null : idOf('organisations', given.organisation, where),
    owner: given.owner,
    evidence: evidenceOf(given.evidence, given.document),
    notes: given.notes,
    ...valuesIn(fields, given.fields, where, idOf),
  }
  const parsed = schema.safeParse(record)
  if (parsed.success) return parsed.data as unknown as AnyRecord
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')
  throw new AppError('bug', `${where}: ${issues}`)
}

function valuesIn(
  fields: Fields,
  given: Readonly<Record<string, unknown>>,
  where: string,
  idOf: Finder,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => {
      const field = Object.hasOwn(fields, key) ? fields[key] : undefined
      if (!field) throw new AppError('bug', `${where} has no field called ${key}.`)
      return [key, valueIn(field, value, `${where}, ${key}`, idOf)]
    }),
  )
}

function valueIn(field: Field, value: unknown, where: string, idOf: Finder): unknown {
  switch (field.kind) {
    case 'link':
      return idOf(field.register, String(value), where)
    case 'links':
      return (value as string[]).map((name) => idOf(field.register, name, where))
    case 'term':
      return idOf('vocabulary', `${field.vocabulary}/${String(value)}`, where)
    case 'terms':
      return (value as string[]).map((name) => idOf('vocabulary', `${field.vocabulary}/${name}`, where))
    case 'items':
      return (value as Record<string, unknown>[]).map((item, index) => ({
        ...Object.fromEntries(Object.entries(field.fields).map(([key, inner]) => [key, inner.blank])),
        ...valuesIn(field.fields, item, where, idOf),
        id: sampleId('settings', `${where} ${index}`),
      }))
    case 'kept':
      return (value as { readonly sha256?: string }[]).map((entry) =>
        'sha256' in entry ? entry : seal(entry),
      )
    case 'answer':
      return answerIn(field.of, value, where, idOf)
    default:
      return value
  }
}

function answerIn(of: Field, value: unknown, where: string, idOf: Finder): unknown {
  if (typeof value === 'object' && value !== null && 'notApplicable' in value)
    return notApplicable(String(value.notApplicable))
  if (typeof value === 'object' && value !== null && 'toBeDetermined' in value) return TO_BE_DETERMINED
  return known(valueIn(of, value, where, idOf))
}
