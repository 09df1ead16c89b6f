import { useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import type { PersonFacts, PersonLine } from '#shared/cases/person.ts'
import { leaveToList } from '../focus-part.ts'
import type { People } from '../ledger/usePeople.ts'
import type { PeopleActions } from '../ledger/usePeopleActions.ts'
import type { CaseWork } from '../useCaseWork.ts'
import { DecisionPart } from './DecisionPart.tsx'
import { FormsPart } from './FormsPart.tsx'
import { PersonHead } from './PersonHead.tsx'
import classes from './person.module.css'
import { PersonProvider } from './person-form.ts'
import { PlacesPart } from './PlacesPart.tsx'
import { Warnings } from './Warnings.tsx'
import { WeighedPart } from './WeighedPart.tsx'
import { WhoPart } from './WhoPart.tsx'

type PersonPaneProps = {
  readonly request: string
  readonly line: PersonLine
  readonly people: People
  readonly actions: PeopleActions
  readonly work: CaseWork
  readonly onRemove: () => void
}

/** Somebody in the documents: who they are, what is decided and on what grounds, and every place that names them. */
export function PersonPane({ request, line, people, actions, work, onRemove }: PersonPaneProps) {
  const found = useEngineQuery('cases.person', { request, person: line.id }, { keepPrevious: true })
  const command = useEngineCommand('cases.changePerson')
  if (found.error)
    return (
      <p role="alert" className={classes.message}>
        {sentenceOf(found.error)}
      </p>
    )
  // While the next one comes, nobody is shown under another’s name.
  if (!found.data || found.data.person.id !== line.id) return <div aria-busy />
  const { person, warnings, suggestion } = found.data
  const save = (changes: Partial<PersonFacts>) =>
    work.save(() => command.mutateAsync({ request, person: person.id, changes }))
  return (
    <PersonProvider key={person.id} stored={person} save={save}>
      <article className={classes.person} aria-label={person.name}>
        <div className={classes.facts} onKeyDown={leaveToList} role="presentation">
          <PersonHead person={person} onRemove={onRemove} />
          <DecisionPart request={request} person={person} line={line} actions={actions} work={work} />
          <Warnings warnings={warnings} />
          <WhoPart suggestion={suggestion} />
          <FormsPart request={request} person={person} people={people} work={work} />
          <WeighedPart />
        </div>
        <PlacesPart request={request} person={person} line={line} work={work} />
      </article>
    </PersonProvider>
  )
}
