import { hides, type Mark, type MarkState } from '#shared/cases/mark.ts'
import { NO_LABEL } from '#shared/cases/removal-words.ts'
import { exemptionLabel } from '#shared/law/exemptions/exemptions.ts'

/** With whose eyes a page is looked at. */
export type MarkView = 'working' | 'requester' | 'regulator'

/** The views in the order in which the key goes through them. */
export const MARK_VIEWS: readonly {
  readonly value: MarkView
  readonly label: string
  readonly says: string
}[] = [
  { value: 'working', label: 'Working', says: 'Every mark, translucent' },
  { value: 'requester', label: 'Requester', says: 'As the requester sees it' },
  { value: 'regulator', label: 'Regulator', says: 'As the regulator sees it' },
]

/** The view after another one. */
export function nextView(view: MarkView): MarkView {
  const index = MARK_VIEWS.findIndex(({ value }) => value === view)
  return MARK_VIEWS[(index + 1) % MARK_VIEWS.length]!.value
}

/** The marks that a view shows: the requester sees nothing of what is only proposed or stays. */
export const marksOf = (marks: readonly Mark[], view: MarkView): readonly Mark[] =>
  view === 'requester' ? marks.filter(hides) : marks

/** How a mark was decided, in a word. */
export const STATE_WORDS: Readonly<Record<MarkState, string>> = {
  proposed: 'Proposed',
  accepted: 'Removed',
  rejected: 'Stays',
}

/** What stands in the place of a mark: its label, or one word while it has none. */
export const labelOfMark = ({ label }: Pick<Mark, 'label'>): string => label || NO_LABEL

/** A mark in a sentence, for whoever listens and for its tooltip. */
export function markInWords({ label, state, exemption, reason }: Mark): string {
  const parts = [label || 'no label', STATE_WORDS[state].toLowerCase()]
  if (state !== 'rejected') parts.push(exemption === '' ? 'no reason yet' : exemptionLabel(exemption))
  if (reason !== '') parts.push(reason)
  return parts.join(', ')
}
