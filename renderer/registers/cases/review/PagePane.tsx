import type { ShownPage } from '#shared/registers/cases/case-pages.contract.ts'
import type { PageWords } from '#shared/cases/page.ts'
import { MarksPart } from '../marks/MarksPart.tsx'
import type { PageMarking } from '../marks/useMarking.ts'
import { DocumentFields } from './DocumentFields.tsx'
import { FlagFields } from './FlagFields.tsx'
import classes from './pane.module.css'
import { SourceFacts } from './SourceFacts.tsx'
import type { useReviewActions } from './useReviewActions.ts'

export type PaneProps = {
  readonly request: string
  readonly shown: ShownPage
  readonly actions: ReturnType<typeof useReviewActions>
  /** The person is done here: the keys belong to the page again. */
  readonly onLeave: () => void
}

type PagePaneProps = PaneProps & {
  readonly marking: PageMarking
  readonly words: PageWords | undefined
}

/** What is decided about a page and of it, what its document is, and where it came from. */
export function PagePane({ marking, words, ...props }: PagePaneProps) {
  const { request, shown, onLeave } = props
  return (
    <aside className={classes.pane} aria-label="About the page">
      <FlagFields key={`${shown.page.id}-${shown.page.flag}`} {...props} />
      <MarksPart request={request} marking={marking} marks={shown.marks} words={words} onLeave={onLeave} />
      <DocumentFields key={`document-${shown.document.id}`} {...props} />
      <SourceFacts request={request} shown={shown} />
    </aside>
  )
}
