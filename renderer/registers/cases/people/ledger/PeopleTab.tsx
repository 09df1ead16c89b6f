import { type ReactNode, useState } from 'react'
import { sentenceOf } from '#renderer/api/engine.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { countOf } from '#shared/count-words.ts'
import { focusPart } from '../focus-part.ts'
import { peopleKeyOf } from '../page-keys.ts'
import { SHOWS } from '../people-filter.ts'
import classes from '../people.module.css'
import { PersonPane } from '../person/PersonPane.tsx'
import type { CaseWork } from '../useCaseWork.ts'
import { usePageKeys } from '#renderer/ui/usePageKeys.ts'
import { AddPerson } from './AddPerson.tsx'
import { LedgerPart } from './LedgerPart.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { NobodyYet } from './NobodyYet.tsx'
import { PeopleBar } from './PeopleBar.tsx'
import { usePeople } from './usePeople.ts'
import { usePeopleActions } from './usePeopleActions.ts'

type PeopleTabProps = {
  readonly request: string
  readonly work: CaseWork
  readonly tabs: ReactNode
  /** Pages whose words are still to be recognised. */
  readonly unread: number
  readonly onTerms: () => void
}

/** The ledger: everybody in the documents, and what is decided about each. */
export function PeopleTab({ request, work, tabs, unread, onTerms }: PeopleTabProps) {
  const people = usePeople(request)
  const actions = usePeopleActions(request, people, work)
  const [asks, setAsks] = useState<'add' | 'merge' | 'remove' | null>(null)
  const { line, selected } = people
  const close = () => {
    setAsks(null)
    setTimeout(() => focusPart('list'))
  }
  const ask = (what: typeof asks) => work.canEdit && setAsks(what)

  usePageKeys(peopleKeyOf, (key) => {
    if (key.does === 'next' || key.does === 'previous') return people.step(key.does === 'next' ? 1 : -1)
    if (key.does === 'show') return people.setShow(SHOWS[key.index]!.show)
    if (key.does === 'undo') return work.undo()
    if (key.does === 'redo') return work.redo()
    if (key.does === 'terms') return onTerms()
    if (key.does === 'add') return ask('add')
    if (key.does === 'filter') return focusPart('filter')
    if (!line) return undefined
    switch (key.does) {
      case 'select':
        return people.toggle(line.id)
      case 'merge':
        return selected.length > 1 && ask('merge')
      case 'remove':
        return ask('remove')
      case 'withhold':
      case 'disclose':
        return void actions.decide(line, key.does)
      case 'clear':
        return line.decision !== null && void actions.decide(line, null)
      case 'reason':
        return focusPart('decision')
      default:
        return focusPart(key.does)
    }
  })

  if (people.error)
    return (
      <p role="alert" className={classes.message}>
        {sentenceOf(people.error)}
      </p>
    )
  const isEmpty = !people.isLoading && people.all.length === 0
  return (
    <>
      <PeopleBar people={people} work={work} tabs={tabs} onFind={actions.find} onAdd={() => ask('add')} />
      {unread > 0 && (
        <p className={classes.notice}>
          The words of {countOf(unread, 'page')} are still to be recognised: who is named there only is not
          found yet. “Recognise words” stands under Documents.
        </p>
      )}
      <div className={classes.parts}>
        {isEmpty ? (
          <NobodyYet work={work} onFind={actions.find} onAdd={() => ask('add')} />
        ) : (
          <>
            <LedgerPart people={people} onMerge={() => ask('merge')} />
            <div key={line?.id} className={classes.pane} aria-busy={people.isLoading}>
              {line && (
                <PersonPane
                  request={request}
                  line={line}
                  people={people}
                  actions={actions}
                  work={work}
                  onRemove={() => ask('remove')}
                />
              )}
            </div>
          </>
        )}
      </div>
      {asks === 'add' && <AddPerson onAdd={actions.add} onClose={close} />}
      {asks === 'merge' && selected.length > 1 && (
        <MergeDialog people={selected} onMerge={(into) => actions.merge(into, selected)} onClose={close} />
      )}
      {asks === 'remove' && line && (
        <ConfirmDialog
          title={`Take ${line.name} off the list`}
          confirm="Take off the list"
          danger
          onConfirm={() => {
            actions.remove(line)
            close()
          }}
          onClose={close}
        >
          <p>
            For what is no person, or the one who asks. The marks of this person go too, and the next search
            for people does not bring the name back. Z takes it back.
          </p>
        </ConfirmDialog>
      )}
    </>
  )
}
