import { z } from 'zod'
import { RecordId, RegisterName } from '#shared/records/record.ts'
import { command, query } from '#shared/rpc/procedure.ts'
import { Term, TermId, VocabularyName } from './term.schema.ts'

export const vocabularyProcedures = {
  /** The terms of one list, or of all, by name, each with the number of records that use it. */
  'vocabulary.list': query({
    input: z.object({ vocabulary: VocabularyName.nullable() }),
    output: z.array(Term.extend({ uses: z.int() })),
  }),
  'vocabulary.get': query({ input: z.object({ id: TermId }), output: Term }),
  'vocabulary.whereUsed': query({
    input: z.object({ id: TermId }),
    output: z.array(z.object({ register: RegisterName, id: RecordId, title: z.string(), place: z.string() })),
  }),
  'vocabulary.create': command({
    input: z.object({ vocabulary: VocabularyName, name: Term.shape.name }),
    output: z.object({ id: TermId }),
  }),
  /** Changes the fields given and leaves the others alone; a new name shows at once wherever the term is used. */
  'vocabulary.change': command({
    input: z.object({ id: TermId, changes: Term.omit({ id: true, vocabulary: true }).partial() }),
    output: Term,
  }),
  /** Replaces one term by another of the same list everywhere, keeps its name as a synonym, and removes it. */
  'vocabulary.merge': command({
    input: z.object({ from: TermId, into: TermId }),
    output: z.object({ recordsChanged: z.int() }),
  }),
  /** Refused while a record uses it. */
  'vocabulary.remove': command({ input: z.object({ id: TermId }), output: z.object({}) }),
} as const
