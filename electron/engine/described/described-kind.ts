import { deadlineContext } from '#shared/described/deadline-context.ts'
import { type Deadline, dayOf, earliest } from '#shared/described/deadline.ts'
import { whyNot } from '#shared/described/kept.ts'
import { facetsOf, referencesOf, registerOf, valuesOf } from '#shared/described/parts.ts'
import type { AnyDescribed, AnyRecord } from '#shared/described/register.ts'
import { textOf } from '#shared/described/words.ts'
import { gapsOfRecord } from '#shared/law/gaps/described-rules.ts'
import { type ColumnsOf, joinTexts, type RecordKind } from '../records/kind.ts'
import { gapContextOf } from '../records/gap-context.ts'
import { gapCounts } from '../records/gap-counts.ts'
import type { Lookups } from '../records/lookups.ts'
import { namingIn } from './naming-in-lookups.ts'
import { brokenSeals } from './seal.ts'

/** How the records of a described register are stored: all in one table, told apart by their register. */
export function describedKind(description: AnyDescribed): RecordKind<AnyRecord> {
  const { register } = description
  return {
    register,
    table: 'records',
    schema: description.schema as unknown as RecordKind<AnyRecord>['schema'],
    titleOf: ({ reference, name }) => (reference ? `${reference} ${name}` : name),
    linksOf: (record) =>
      referencesOf(description, record).map(({ register: targetRegister, id, place }) => ({
        targetRegister,
        target: id,
        place,
      })),
    columnsOf: (record, lookups): ColumnsOf<'records'> => ({
      register,
      reference: record.reference,
      name: record.name,
      category: choiceText(description, record, description.category),
      status: choiceText(description, record, description.status),
      organisation_id: record.organisationId,
      organisation: lookups.organisations.get(record.organisationId ?? '')?.legalName ?? '',
      owner: record.owner,
      day: description.day ? (record[description.day] as string | null) : null,
      ...deadlineColumns(description, record, lookups),
      facets: facetsOf(description, record),
      ...gapCounts(gapsOfRecord(register, record, gapContextOf(lookups))),
    }),
    ...(needsLook(description) && {
      whyNot: (before: AnyRecord, after: AnyRecord | null) => whyNot(description, before, after),
    }),
    ...(hasKept(description) && { brokenIn: (record: AnyRecord) => brokenSeals(description, record) }),
    searchTextOf: (record, lookups) => searchText(description, record, lookups),
    deadlinesOf: (record, lookups) => deadlinesOf(description, record, lookups),
  }
}

/** Whether anything of its records is kept for good, so that most writes need no second look. */
function needsLook(description: AnyDescribed): boolean {
  return description.refuses !== undefined || hasKept(description)
}

const hasKept = ({ fields }: AnyDescribed) => Object.values(fields).some(({ kind }) => kind === 'kept')

function choiceText(description: AnyDescribed, record: AnyRecord, key: string | undefined): string {
  return key ? textOf(description.fields[key]!, record[key], () => undefined) : ''
}

function deadlinesOf(description: AnyDescribed, record: AnyRecord, lookups: Lookups): readonly Deadline[] {
  return description.deadlines?.(record, deadlineContext(lookups.settings, nationsIn(lookups))) ?? []
}

function deadlineColumns(description: AnyDescribed, record: AnyRecord, lookups: Lookups) {
  const isClosed = description.isClosed?.(record) ?? false
  const deadlines = deadlinesOf(description, record, lookups)
  const next = earliest(deadlines)
  const dueOn = next && (next.due ?? next.dueAt) ? dayOf(next) : null
  const paused = deadlines.find(({ pausedSince }) => pausedSince)?.pausedSince ?? null
  return { due_on: dueOn, paused_since: paused, closed: isClosed ? 1 : 0 }
}

const nationsIn =
  ({ organisations }: Lookups) =>
  (id: string | null) =>
    organisations.get(id ?? '')?.nation

/** Every text of the record, choices and terms in their words; records of other registers are found by their own. */
function searchText(description: AnyDescribed, record: AnyRecord, lookups: Lookups): string {
  const nameOf = namingIn(lookups)
  const texts = valuesOf(description, record).map(({ field, value }) => {
    const register = registerOf(field)
    const isElsewhere = register !== null && register !== 'vocabulary' && register !== 'organisations'
    return isElsewhere ? '' : textOf(field, value, nameOf)
  })
  const organisation = lookups.organisations.get(record.organisationId ?? '')?.legalName
  return joinTexts(record.reference, record.name, organisation, record.owner, ...texts, record.notes)
}
