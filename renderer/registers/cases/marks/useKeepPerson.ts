import { useState } from 'react'
import { type Progress, useEngineTask } from '#renderer/api/client.ts'
import { call, sentenceOf } from '#renderer/api/engine.ts'
import type { CasePerson, PersonDecision, PersonFacts } from '#shared/cases/person.ts'
import { doneInWords } from '../people/people-words.ts'
import type { PageMarking } from './useMarking.ts'

/** What is said of somebody in the small dialog. */
export type SaidOfPerson = Pick<PersonFacts, 'name' | 'role' | 'capacity' | 'describedAs'>

type Grounds = { readonly exemption: string; readonly because: string }

/** Keeps what was said about somebody, and the decision if it is another; marks go onto every place they are named. */
export function useKeepPerson(request: string, { actions }: PageMarking) {
  const deciding = useEngineTask('cases.decidePerson')
  const [error, setError] = useState('')
  const keep = async (
    person: CasePerson,
    said: SaidOfPerson,
    decision: PersonDecision | null,
    grounds: Grounds,
  ): Promise<boolean> => {
    setError('')
    let isKept = false
    await actions.attempt(async () => {
      try {
        const keys = ['name', 'role', 'capacity', 'describedAs'] as const
        if (keys.some((key) => said[key] !== person[key]))
          await call('cases.changePerson', { request, person: person.id, changes: said })
        const isAnother =
          decision !== person.decision ||
          grounds.because !== person.because ||
          (decision === 'withhold' && grounds.exemption !== person.exemption)
        isKept = true
        if (decision === null || !isAnother) return null
        const done = await deciding.mutateAsync({ request, person: person.id, decision, ...grounds })
        return doneInWords(said.name, decision, done)
      } catch (problem) {
        isKept = false
        setError(sentenceOf(problem))
        return null
      }
    })
    return isKept
  }
  const { isPending, progress } = deciding
  return { isPending, progress: progress ? progressInWords(progress) : null, error, keep }
}

const progressInWords = ({ doing, done, total }: Progress) =>
  `${doing} ${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`
