import { type ReactNode, useState } from 'react'
import { sentenceOf } from '#renderer/api/engine.ts'
import { focusPart } from '../focus-part.ts'
import { termKeyOf } from '../page-keys.ts'
import classes from '../people.module.css'
import type { CaseWork } from '../useCaseWork.ts'
import { usePageKeys } from '#renderer/ui/usePageKeys.ts'
import { NoTermsYet } from './NoTermsYet.tsx'
import { PasteTerms } from './PasteTerms.tsx'
import { QuickTerm } from './QuickTerm.tsx'
import { TermPane } from './TermPane.tsx'
import { TermsBar } from './TermsBar.tsx'
import { TermTable } from './TermTable.tsx'
import { useTerms } from './useTerms.ts'

type TermsTabProps = {
  readonly request: string
  readonly work: CaseWork
  readonly tabs: ReactNode
  readonly onPeople: () => void
}

/** Words and patterns that are looked for in every page, and those that are to stay. */
export function TermsTab({ request, work, tabs, onPeople }: TermsTabProps) {
  const terms = useTerms(request, work)
  const [isPasting, setPasting] = useState(false)
  const { term } = terms
  const lookForAll = () => terms.look(null, 'proposed')
  const paste = () => work.canEdit && setPasting(true)

  usePageKeys(termKeyOf, ({ does }) => {
    switch (does) {
      case 'next':
      case 'previous':
        return terms.step(does === 'next' ? 1 : -1)
      case 'undo':
      case 'redo':
        return work[does]()
      case 'people':
        return onPeople()
      case 'filter':
        return focusPart('filter')
      case 'add':
        return focusPart('form')
      case 'edit':
        return focusPart('term')
      case 'paste':
        return paste()
      case 'lookForAll':
        return terms.all.length > 0 && lookForAll()
      case 'look':
        return term && term.kind !== 'exclude' && terms.look([term], 'proposed')
      case 'remove':
        return term && work.canEdit && terms.remove(term)
    }
  })

  if (terms.error)
    return (
      <p role="alert" className={classes.message}>
        {sentenceOf(terms.error)}
      </p>
    )
  const isEmpty = !terms.isLoading && terms.all.length === 0
  return (
    <>
      <TermsBar terms={terms} work={work} tabs={tabs} onPaste={paste} onLookForAll={lookForAll} />
      {work.canEdit && <QuickTerm terms={terms} />}
      <div className={classes.parts} aria-busy={terms.isLoading}>
        {isEmpty ? (
          <NoTermsYet />
        ) : (
          <>
            <TermTable terms={terms} />
            {term && <TermPane request={request} term={term} terms={terms} work={work} />}
          </>
        )}
      </div>
      {isPasting && (
        <PasteTerms
          there={terms.all}
          onAdd={terms.addAll}
          onClose={() => {
            setPasting(false)
            setTimeout(() => focusPart('list'))
          }}
        />
      )}
    </>
  )
}
