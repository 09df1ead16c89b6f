import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { engineQuery } from '#renderer/api/client.ts'
import { call } from '#renderer/api/engine.ts'
import { presumptionOf } from '#shared/cases/people/presumptions.ts'
import type { CasePerson, PersonDecision, PersonLine } from '#shared/cases/person.ts'
import { findExemption } from '#shared/law/exemptions/exemptions.ts'
import { countOf } from '#shared/count-words.ts'
import { doneInWords } from '../people-words.ts'
import type { CaseWork } from '../useCaseWork.ts'
import type { People } from './usePeople.ts'

/** On what a decision rests; while nobody decided it is only on the screen. */
export type Grounds = { readonly exemption: string; readonly because: string }

/** What withholding somebody rests on unless something else is chosen. */
const THIRD_PARTY = 'TP-16'

export type PeopleActions = ReturnType<typeof usePeopleActions>

/** What is done about the people of a case, each thing in its turn and said back. */
export function usePeopleActions(request: string, people: People, work: CaseWork) {
  const client = useQueryClient()
  const [draft, setDraft] = useState<(Grounds & { readonly person: number }) | null>(null)

  const decide = ({ id, name }: PersonLine, decision: PersonDecision | null, said: Partial<Grounds> = {}) => {
    const doing = `${decision === 'withhold' ? 'Marking' : 'Deciding about'} ${name}`
    const typed = draft?.person === id ? draft : null
    return work.start(doing, async () => {
      const { person } = await client.fetchQuery({
        ...engineQuery('cases.person', { request, person: id }, null),
        staleTime: 0,
      })
      const because = said.because ?? typed?.because ?? person.because
      const chosen = said.exemption ?? typed?.exemption ?? person.exemption
      const exemption = decision === 'withhold' ? withholding(chosen) : presumedFor(decision, person)
      const done = await call('cases.decidePerson', { request, person: id, decision, exemption, because })
      setDraft((kept) => (kept?.person === id ? null : kept))
      return doneInWords(name, decision, done)
    })
  }
  return {
    decide,
    /** What was typed as grounds before the decision. */
    draftOf: (id: number): Grounds | null => (draft?.person === id ? draft : null),
    keepDraft: (person: number, grounds: Grounds) => setDraft({ person, ...grounds }),
    find: () =>
      void work.start('Looking for people', async () => {
        const found = await call('cases.findPeople', { request })
        const { people: count, forms, pages } = found
        return `${countOf(count, 'person', 'people')} with ${countOf(forms, 'name and number', 'names and numbers')} found on ${countOf(pages, 'page')}.`
      }),
    add: (name: string) =>
      void work.start(`Adding ${name}`, async () => {
        const { person } = await call('cases.addPerson', { request, name })
        people.setShow('all')
        people.setText('')
        people.look(person)
        return `${name} is on the list.`
      }),
    merge: (into: PersonLine, all: readonly PersonLine[]) =>
      void work.start(`Merging into ${into.name}`, async () => {
        const others = all.map(({ id }) => id).filter((id) => id !== into.id)
        const { reopened } = await call('cases.mergePeople', { request, into: into.id, people: others })
        people.selectNobody()
        people.look(into.id)
        const again = reopened > 0 ? ` ${countOf(reopened, 'page')} to be looked at again.` : ''
        return `${countOf(others.length + 1, 'person', 'people')} are one now: ${into.name}.${again}`
      }),
    remove: ({ id, name }: PersonLine) =>
      void work.start(`Taking ${name} off the list`, async () => {
        await call('cases.removePerson', { request, person: id })
        return `${name} is off the list.`
      }),
  }
}

/** What lets somebody stay where the law presumes that it is reasonable; empty where it was weighed. */
function presumedFor(decision: PersonDecision | null, { role, capacity }: CasePerson): string {
  const presumed = presumptionOf(role, capacity)
  return decision === 'disclose' && presumed.decision === 'disclose' ? presumed.exemption : ''
}

/** What let somebody stay is no ground to withhold them. */
const withholding = (code: string): string =>
  code === '' || findExemption(code)?.test === 'disclose' ? THIRD_PARTY : code
