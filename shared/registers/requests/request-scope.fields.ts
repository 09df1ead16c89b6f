import { day, lines, passage, terms } from '#shared/described/field.ts'

/** What the search goes by: who is meant, and how far the request reaches. */
export const SCOPE_FIELDS = {
  peopleIds: terms('Kind of person', 'people', {
    hint: 'Whose data it is in the words of the library, for example “Looked after children”. It proposes where to search.',
  }),
  personBorn: day('Born on', { hint: 'Tells people of the same name apart.' }),
  otherNames: lines('Other names to search for', { hint: 'Former and other names, nicknames.' }),
  caseNumbers: lines('Case and file numbers'),
  scopeFrom: day('Period from'),
  scopeTo: day('Period to'),
  scope: passage('What it is limited to', {
    hint: 'As the person put it. Left empty: everything held about them.',
    citation: 'UK GDPR Art 15(1A)',
  }),
}
