import { Term } from '#shared/registers/vocabulary/term.schema.ts'
import { type ColumnsOf, joinTexts, type RecordKind } from '../../records/kind.ts'

export const termKind: RecordKind<Term> = {
  register: 'vocabulary',
  table: 'terms',
  schema: Term,
  titleOf: ({ name }) => name,
  linksOf: () => [],
  columnsOf: (term): ColumnsOf<'terms'> => ({
    vocabulary: term.vocabulary,
    deprecated_on: term.deprecatedOn,
  }),
  searchTextOf: (term) => joinTexts(term.name, ...term.synonyms, term.description, term.citation),
}
