import type { PersonFacts } from '#shared/cases/person.ts'
import type { Call } from './with-register.ts'

/** What the demonstration decides about somebody, and why. */
type Decided = {
  readonly decision: 'withhold' | 'disclose'
  readonly exemption: string
  readonly because: string
  readonly changes: Partial<PersonFacts>
}

const FRIEND: Decided = {
  decision: 'withhold',
  exemption: 'TP-16',
  because: 'Another child, who has not been asked and does not expect to be named.',
  changes: {
    role: 'child',
    capacity: 'private',
    describedAs: 'another child',
    consentAnswer: 'notAsked',
    factorInformation: 'Her name, and that she went to the same school.',
    factorConfidence: 'None is owed to her by name.',
    factorSteps: 'Her address is not known, so her consent could not be sought.',
    factorCapable: 'Grown up by now.',
    factorRefusal: 'None is known.',
  },
}

const FAMILY: Decided = {
  decision: 'disclose',
  exemption: '',
  because: 'The grandmother of the person who asks; they are in touch.',
  changes: { role: 'relative', capacity: 'private', knownAlready: 'They visit each other.' },
}

const TEACHER: Decided = {
  decision: 'disclose',
  exemption: '',
  because: 'A teacher who wrote to us as such.',
  changes: { role: 'education', capacity: 'official' },
}

const WORKER: Decided = {
  decision: 'disclose',
  exemption: '',
  because: 'Named for what they did in their work.',
  changes: { role: 'socialWorker', capacity: 'official' },
}

/** By a part of the name; whoever is not among them is named for their work. */
const DECIDED: ReadonlyArray<readonly [string, Decided]> = [
  ['Priya', FRIEND],
  ['Sheila', FAMILY],
  ['Ruth', TEACHER],
  ['', WORKER],
]

/** Finds everybody the documents speak of, and decides about each: what names another child is removed everywhere. */
export async function decidePeople(call: Call, request: string): Promise<void> {
  const found = await call('cases.findPeople', { request })
  const { people } = await call('cases.people', { request, show: 'undecided', text: '' })
  let marks = 0
  for (const { id: person, name, role } of people) {
    if (role === 'subject') continue
    const [, { changes, decision, exemption, because }] = DECIDED.find(([part]) => name.includes(part))!
    await call('cases.changePerson', { request, person, changes })
    const done = await call('cases.decidePerson', { request, person, decision, exemption, because })
    marks += done.marks
  }
  console.log(`People: ${found.people} found, ${marks} places removed`)
}

/** Has every page looked at by somebody else, who agrees. */
export async function checkAgain(call: Call, request: string): Promise<void> {
  await call('cases.beginCheck', { request, kind: 'full', share: 100, checker: 'A second reader' })
  const pages = await call('cases.checkedPages', { request, show: 'all' })
  for (const { page } of pages) await call('cases.checkPage', { request, page, verdict: 'agree', note: '' })
  const { checked } = await call('cases.signOff', { request, reviewer: 'The first reader' })
  console.log(`Second check: ${checked} pages, signed off`)
}
