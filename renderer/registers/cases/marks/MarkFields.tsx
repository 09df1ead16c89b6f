import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import type { Mark } from '#shared/cases/mark.ts'
import { leavesOnEnter } from '../review/leaving.ts'
import { ExemptionFields } from './ExemptionFields.tsx'
import { STATE_WORDS } from './mark-views.ts'
import classes from './pane.module.css'
import { useMarkingValue } from './useMarkingValue.ts'
import type { PageMarking } from './useMarking.ts'
import { useLabelWarnings } from './useLabelWarnings.ts'

type MarkFieldsProps = {
  readonly request: string
  readonly marking: PageMarking
  readonly mark: Mark
  /** What it covers, in a few words. */
  readonly words: string
  /** The person is done here: the keys belong to the page again. */
  readonly onLeave: () => void
}

/** Why the current mark is there, and what stands in its place. */
export function MarkFields({ request, marking, mark, words, onLeave }: MarkFieldsProps) {
  const { actions, onKey, remember } = marking
  const { canEdit } = actions
  const warnings = useLabelWarnings(request, mark, words)
  const fields = useRef<HTMLDivElement>(null)
  const isAsking = useMarkingValue(marking.store, 'isAsking')
  useEffect(() => {
    // What is shown may still be the mark before.
    if (!isAsking || marking.store.get().current !== mark.id) return
    marking.store.change(mark.page, { isAsking: false })
    fields.current?.querySelector<HTMLElement>(REASON)?.focus()
  }, [isAsking, marking.store, mark.id, mark.page])
  const change = (changes: Partial<Pick<Mark, 'reason' | 'label' | 'exemption' | 'answers'>>) => {
    remember({ ...mark, ...changes })
    void actions.change(mark.page, mark.id, changes, 'Kept.')
  }
  const buttons = [
    { key: 'Y', label: 'Accept', does: 'accept', says: 'It is removed', isHidden: mark.state === 'accepted' },
    {
      key: 'X',
      label: 'Reject',
      does: 'reject',
      says: 'It stays, with why',
      isHidden: mark.state === 'rejected',
    },
    {
      key: 'E',
      label: 'Extend',
      does: 'extend',
      says: 'Extend it by a word',
      isHidden: mark.shape.kind !== 'text',
    },
    {
      key: 'L',
      label: 'Like this',
      does: 'like',
      says: 'Propose all places with the same words',
      isHidden: mark.shape.kind !== 'text',
    },
    { key: 'Del', label: 'Take away', does: 'remove', says: 'Take the mark away', isHidden: false },
  ] as const
  return (
    <div className={classes.fields} role="group" aria-label="Current mark">
      <p className={classes.words}>{words}</p>
      <p className={classes.quiet}>
        {STATE_WORDS[mark.state]} · {ORIGINS[mark.origin]} {mark.madeBy}, {formatUkMoment(mark.madeAt)}
      </p>
      <div className={classes.buttons}>
        {buttons
          .filter(({ isHidden }) => !isHidden)
          .map(({ key, label, does, says }) => (
            <Button
              key={key}
              variant="default"
              size="compact-xs"
              disabled={!canEdit}
              title={`${says} (${key})`}
              onClick={() => {
                onLeave()
                onKey({ does })
              }}
            >
              {label} <kbd>{key}</kbd>
            </Button>
          ))}
      </div>
      <div
        ref={fields}
        className={classes.fields}
        data-bare
        onKeyDown={leavesOnEnter(onLeave)}
        role="presentation"
      >
        {mark.state !== 'rejected' && (
          <ExemptionFields request={request} marking={marking} mark={mark} onChange={change} />
        )}
        <div {...(mark.state === 'rejected' && { 'data-plain': true })}>
          <TextField
            label={mark.state === 'rejected' ? 'Why it stays' : 'Reason in plain words'}
            value={mark.reason}
            disabled={!canEdit}
            onCommit={(reason) => change({ reason })}
          />
        </div>
        {mark.state !== 'rejected' && (
          <TextField
            label="Label"
            hint={
              mark.person === null ? undefined : 'Of the person, the same everywhere: change it there (H)'
            }
            placeholder="Person C, another child"
            value={mark.label}
            disabled={!canEdit || mark.person !== null}
            onCommit={(label) => change({ label })}
          />
        )}
      </div>
      {warnings.map((warning) => (
        <p key={warning} className={classes.warning}>
          {warning}
        </p>
      ))}
    </div>
  )
}

/** The first question of an exemption, or the exemption, or what there is to say. */
const REASON =
  '[data-part="markReason"], [data-part-inside="markReason"] :is(input, textarea), [data-plain] input'

const ORIGINS: Readonly<Record<Mark['origin'], string>> = {
  hand: 'by',
  person: 'for a person, by',
  term: 'found by a term of',
  copy: 'copied by',
}
