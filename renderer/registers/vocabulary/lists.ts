import type { VocabularyName } from '#shared/registers/vocabulary/term.schema.ts'

/** The eight lists of the library, what each holds and how one of its terms is called. */
export const LISTS: Readonly<
  Record<VocabularyName, { readonly label: string; readonly one: string; readonly what: string }>
> = {
  people: {
    label: 'People',
    one: 'category of people',
    what: 'Whose data is used, for example: Looked after children',
  },
  data: {
    label: 'Data',
    one: 'category of data',
    what: 'Which data is used, with the class it usually falls in',
  },
  sources: {
    label: 'Sources',
    one: 'source',
    what: 'Where data comes from, for example: The person themselves',
  },
  recipients: { label: 'Recipients', one: 'recipient', what: 'Who receives data, here or abroad' },
  systems: {
    label: 'Systems and places',
    one: 'system or place',
    what: 'Where data is held, paper files included',
  },
  measures: { label: 'Security measures', one: 'measure', what: 'What keeps data safe' },
  statutes: { label: 'Statutes', one: 'statute', what: 'Law and guidance that purposes rest on' },
  functions: { label: 'Functions', one: 'function', what: 'Parts of the organisation’s work' },
}

export const LIST_NAMES = Object.keys(LISTS) as readonly VocabularyName[]

/** The list an address names; the first when it names none. */
export function listOf(text: string | null): VocabularyName {
  return LIST_NAMES.find((name) => name === text) ?? 'people'
}
