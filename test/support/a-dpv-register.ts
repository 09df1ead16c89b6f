import fc from 'fast-check'
import { described } from '#shared/described/all.ts'
import type { Field, Fields } from '#shared/described/field.ts'
import type { DescribedName } from '#shared/described/names.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { COUNTRIES } from '#shared/law/countries.ts'
import { SCHEDULE_1_CONDITIONS } from '#shared/law/schedule-1-conditions.ts'
import { SPECIAL_CATEGORY_CONDITIONS } from '#shared/law/special-category-conditions.ts'
import { TRANSFER_MECHANISMS } from '#shared/law/transfer-mechanisms.ts'
import { noDescribedRecords, type RegisterContent } from '#shared/records/register-content.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import { DEFAULT_SETTINGS } from '#shared/registers/settings/settings.schema.ts'
import { newTerm, TermId, type VocabularyName } from '#shared/registers/vocabulary/term.schema.ts'
import { aDay, anyActivity } from '#test/law/arbitraries.ts'
import { aContract, anOrganisation } from '#test/law/world.ts'

/** The registers beside the activities that an export tells of. */
export const TOLD = [
  'processors',
  'transfers',
  'arrangements',
  'retention',
  'assessments',
  'requests',
  'breaches',
] as const satisfies readonly DescribedName[]

const TERM_IDS = ['parents', 'children', 'name-and-address', 'health-data', 'mail-service', 'old-archive']
const VOCABULARY: readonly VocabularyName[] = ['people', 'people', 'data', 'data', 'recipients', 'systems']
const text = fc.oneof(
  fc.constantFrom('', ' ', 'two\nlines', 'a "quote" \\ and é', '\ud83d\ude00', '\ud83d', '\u2028'),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
)
/** Every day but those of a year 0, which XML Schema 1.0 does not have. */
const day = aDay.filter((found) => !found.startsWith('0000'))

function valueOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'choice':
      return fc.option(fc.constantFrom(...field.choices.map(({ value }) => value)))
    case 'choices':
      return fc.subarray(field.choices.map(({ value }) => value))
    case 'day':
      return fc.option(day)
    case 'moment':
      return fc.option(day.map((found) => `${found}T09:30:00.000Z`))
    case 'yesNo':
      return fc.option(fc.boolean())
    case 'number':
      return fc.option(fc.nat({ max: 9_999 }))
    case 'tally':
      return fc.constantFrom(
        { state: 'unknown', from: null, to: null },
        { state: 'exact', from: 3, to: null },
        { state: 'range', from: 0, to: 90 },
      )
    case 'country':
      return fc.option(fc.constantFrom(...COUNTRIES.map(({ code }) => code)))
    case 'countries':
      return fc.subarray(['FR', 'US', 'GB'])
    case 'link':
      return fc.option(idOf(field.register))
    case 'links':
      return fc.array(idOf(field.register), { maxLength: 3 })
    case 'term':
      return fc.option(fc.constantFrom(...TERM_IDS))
    case 'terms':
      return fc.array(fc.constantFrom(...TERM_IDS), { maxLength: 3 })
    case 'items':
      return fc.array(fc.record({ id: fc.uuid(), ...recordOf(field.fields) }), { maxLength: 2 })
    case 'line':
    case 'passage':
      return text
    default:
      return fc.constant(field.blank)
  }
}

const recordOf = (fields: Fields) =>
  Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, valueOf(field)]))

/** Ids of records that are there, and one of a record that is not. */
function idOf(register: string): fc.Arbitrary<string> {
  if (register === 'organisations') return fc.constantFrom('provider', 'council', 'gone')
  if (register === 'contracts') return fc.constantFrom('fostering', 'gone')
  return fc.constantFrom(`${register}-0`, `${register}-1`, 'gone')
}

function anyRecords(register: (typeof TOLD)[number]): fc.Arbitrary<readonly AnyRecord[]> {
  const { fields, blank, schema } = described(register)
  return fc.array(fc.record(recordOf(fields)), { maxLength: 2 }).map((list) =>
    list.map((given, at) => {
      const record = { ...blank(`${register}-${at}`, 'A record'), ...given, reference: `X-${at}` }
      return schema.parse(record) as unknown as AnyRecord
    }),
  )
}

/** Any register: activities with their parts, and records of every register that an export tells of. */
export const anyContent: fc.Arbitrary<RegisterContent> = fc
  .record({
    activities: fc.uniqueArray(anyActivity, { maxLength: 3, selector: ({ id }) => id }),
    described: fc.record(Object.fromEntries(TOLD.map((name) => [name, anyRecords(name)]))),
    note: text,
  })
  .map(({ activities, described: records, note }) => ({
    organisations: [anOrganisation('provider'), { ...anOrganisation('council'), companyNumber: note }],
    contracts: [aContract('fostering')],
    activities,
    terms: TERM_IDS.map((id, at) => ({
      ...newTerm(TermId.parse(id), VOCABULARY[at]!, id),
      description: note,
      synonyms: [note, 'Children'],
    })),
    settings: DEFAULT_SETTINGS,
    described: { ...noDescribedRecords(), ...records },
  }))

/** The same with nothing but codes that the law lists and days that XML Schema has: what a form lets people choose. */
export function withListedCodes(content: RegisterContent): RegisterContent {
  return { ...content, activities: content.activities.map(listed) }
}

function listed(activity: Activity): Activity {
  const known = (list: readonly { readonly code: string }[]) => (code: string) =>
    list.some((entry) => entry.code === code)
  const { destinations } = activity
  return {
    ...activity,
    reviewOn: activity.reviewOn?.startsWith('0000') ? null : activity.reviewOn,
    purposes: activity.purposes.map((purpose) => ({
      ...purpose,
      recognisedInterest: purpose.recognisedInterest === 'RLI-9' ? null : purpose.recognisedInterest,
      article9: purpose.article9.filter(known(SPECIAL_CATEGORY_CONDITIONS)),
      schedule1: purpose.schedule1.filter(known(SCHEDULE_1_CONDITIONS)),
    })),
    destinations:
      destinations.state !== 'value'
        ? destinations
        : {
            state: 'value',
            value: destinations.value.map((one) => ({
              ...one,
              mechanism:
                one.mechanism.state === 'value' && !known(TRANSFER_MECHANISMS)(one.mechanism.value)
                  ? { state: 'toBeDetermined' as const }
                  : one.mechanism,
            })),
          },
  }
}
