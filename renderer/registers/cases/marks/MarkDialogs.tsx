import { PartsDialog } from './PartsDialog.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import { QuickReasonsDialog } from './QuickReasonsDialog.tsx'
import { RejectDialog } from './RejectDialog.tsx'
import { useMarkingValue } from './useMarkingValue.ts'
import type { PageMarking } from './useMarking.ts'

type MarkDialogsProps = {
  readonly request: string
  readonly marking: PageMarking
  /** Gives the keys back to the page. */
  readonly onLeave: () => void
}

/** What is asked about marks over the page; afterwards the keys belong to the page again. */
export function MarkDialogs({ request, marking, onLeave }: MarkDialogsProps) {
  const { store, place, reasons } = marking
  const dialog = useMarkingValue(store, 'dialog')
  const current = useMarkingValue(store, 'current')
  if (dialog === null || !place) return null
  const page = place.shown.page.id
  const onClose = () => {
    store.change(page, { dialog: null })
    // The dialog gives the focus back to where it was before; the page comes after that.
    setTimeout(onLeave)
  }
  switch (dialog) {
    case 'reject':
      return current === null ? null : (
        <RejectDialog marking={marking} page={page} mark={current} onClose={onClose} />
      )
    case 'parts':
      return <PartsDialog request={request} marking={marking} place={place} onClose={onClose} />
    case 'reasons':
      return <QuickReasonsDialog request={request} reasons={reasons} onClose={onClose} />
    case 'person':
      return <PersonDialog request={request} marking={marking} place={place} onClose={onClose} />
  }
}
