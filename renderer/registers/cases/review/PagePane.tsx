import type { ShownPage } from '#shared/registers/cases/case-pages.contract.ts'
import { exemptionLabel } from '#shared/law/exemptions/exemptions.ts'
import { DocumentFields } from './DocumentFields.tsx'
import { FlagFields } from './FlagFields.tsx'
import classes from './review.module.css'
import { SourceFacts } from './SourceFacts.tsx'
import type { useReviewActions } from './useReviewActions.ts'

export type PaneProps = {
  readonly request: string
  readonly shown: ShownPage
  readonly actions: ReturnType<typeof useReviewActions>
  /** The person is done here: the keys belong to the page again. */
  readonly onLeave: () => void
}

/** What is decided about a page, what its document is, and where it came from. */
export function PagePane(props: PaneProps) {
  const { request, shown } = props
  const { marks } = shown
  return (
    <aside className={classes.pane} aria-label="About the page">
      <FlagFields key={`${shown.page.id}-${shown.page.flag}`} {...props} />
      <DocumentFields key={`document-${shown.document.id}`} {...props} />
      <SourceFacts request={request} shown={shown} />
      {marks.length > 0 && (
        <section>
          <h3>Marks on this page</h3>
          <ul className={classes.facts}>
            {marks.map(({ id, label, exemption, reason, state }) => (
              <li key={id}>
                {label || exemptionLabel(exemption)}: {state}
                {reason && `, ${reason}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
}
