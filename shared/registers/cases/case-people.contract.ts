import { z } from 'zod'
import { Mark } from '#shared/cases/mark.ts'
import { CasePerson, FormKind, PersonDecision, PersonFacts, PersonLine } from '#shared/cases/person.ts'
import { CaseNumber } from '#shared/cases/source.ts'
import { command, query, task } from '#shared/rpc/procedure.ts'
import { OfRequest } from './case-files.contract.ts'

const OfPerson = OfRequest.extend({ person: CaseNumber })

/** A place where somebody is named, with the line it stands in; `hit` are the words themselves. */
export const PersonHit = z.object({
  page: CaseNumber,
  place: z.int().positive(),
  title: z.string(),
  form: z.string(),
  start: z.int(),
  end: z.int(),
  snippet: z.array(z.object({ text: z.string(), hit: z.boolean() })),
  /** The mark that covers it, accepted or rejected; null where none does. */
  mark: Mark.nullable(),
})
export type PersonHit = z.infer<typeof PersonHit>

export const casePeopleProcedures = {
  /**
   * Everybody found or entered, those who are in most of the case first; `undecided` counts who is not decided about,
   * `unsearched` pages that nobody looked for people in yet.
   */
  'cases.people': query({
    input: OfRequest.extend({
      show: z.enum(['all', 'undecided', 'withhold', 'disclose']),
      text: z.string().max(200),
    }),
    output: z.object({
      people: z.array(PersonLine),
      total: z.int(),
      undecided: z.int(),
      unsearched: z.int(),
    }),
  }),
  /** Somebody with all forms; `warnings` say where the label gives the person away, or a decision lacks its grounds. */
  'cases.person': query({
    input: OfPerson,
    output: z.object({ person: CasePerson, warnings: z.array(z.string()), suggestion: z.string() }),
  }),
  /** Reads every page for names and numbers, and proposes people; nobody who was decided about is changed. */
  'cases.findPeople': task({
    input: OfRequest,
    output: z.object({ people: z.int(), forms: z.int(), pages: z.int() }),
  }),
  'cases.addPerson': command({
    input: OfRequest.extend({ name: z.string().trim().min(1).max(200) }),
    output: z.object({ person: CaseNumber }),
  }),
  /** Changes what is weighed about somebody; a new label goes onto all marks. */
  'cases.changePerson': command({
    input: OfPerson.extend({ changes: PersonFacts.partial() }),
    output: z.object({}),
  }),
  /**
   * Decides about somebody, or takes the decision back with null. Withholding marks every place that no exclusion and
   * no exception spares; disclosing takes those marks away. Pages decided before that it touches are to be looked at
   * again. One step to undo.
   */
  'cases.decidePerson': task({
    input: OfPerson.extend({
      decision: PersonDecision.nullable(),
      exemption: z.string().max(40),
      because: z.string().max(2000),
    }),
    output: z.object({ marks: z.int(), pages: z.int(), reopened: z.int() }),
  }),
  'cases.addForm': task({
    input: OfPerson.extend({ text: z.string().trim().min(2).max(300), kind: FormKind }),
    output: z.object({ hits: z.int(), pages: z.int() }),
  }),
  'cases.dropForm': task({ input: OfRequest.extend({ form: CaseNumber }), output: z.object({}) }),
  /** Joins people into one, whose decision holds; or parts a form off to a person of its own with `to: null`. */
  'cases.mergePeople': task({
    input: OfRequest.extend({ into: CaseNumber, people: z.array(CaseNumber).min(1).max(500) }),
    output: z.object({ reopened: z.int() }),
  }),
  'cases.moveForm': task({
    input: OfRequest.extend({ form: CaseNumber, to: CaseNumber.nullable() }),
    output: z.object({ person: CaseNumber }),
  }),
  /** Takes somebody off the list, with their marks: not a person, or the one who asks. */
  'cases.removePerson': task({ input: OfPerson, output: z.object({}) }),
  'cases.personHits': query({
    input: OfPerson.extend({
      show: z.enum(['all', 'exceptions', 'unmarked']),
      offset: z.int().min(0),
      limit: z.int().min(1).max(200),
    }),
    output: z.object({ total: z.int(), hits: z.array(PersonHit) }),
  }),
  /** Lets somebody stay visible at one place, with why; or ends that with null. */
  'cases.exceptHit': command({
    input: OfPerson.extend({
      page: CaseNumber,
      start: z.int().min(0),
      end: z.int().positive(),
      because: z.string().trim().min(3).max(1000).nullable(),
    }),
    output: z.object({}),
  }),
  /** Who of the list is named at a place of a page's text; null where nobody is. */
  'cases.personAt': query({
    input: OfRequest.extend({ page: CaseNumber, at: z.int().min(0) }),
    output: z.object({ person: CaseNumber.nullable(), name: z.string() }),
  }),
} as const
