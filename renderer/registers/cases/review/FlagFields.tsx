import { Button, Select } from '@mantine/core'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { PAGE_FLAGS, type PageFlag } from '#shared/cases/page.ts'
import { findExemption } from '#shared/law/exemptions/exemptions.ts'
import { GROUNDS } from './grounds.ts'
import { leavesOnEnter } from './leaving.ts'
import type { PaneProps } from './PagePane.tsx'
import classes from './pane.module.css'

/** The decision about a page with its reason, and for what is withheld the exemption it rests on. */
export function FlagFields({ shown, actions, onLeave }: PaneProps) {
  const { flag, flagBecause, exemption, reopened } = shown.page
  const { canEdit, act } = actions
  const say = (said: { flag?: PageFlag | null; because?: string; exemption?: string }) =>
    act({ kind: 'flag', flag, because: flagBecause, exemption, ...said }, shown)
  const ground = findExemption(exemption)
  return (
    <section aria-label="Decision">
      <h3>This page</h3>
      {reopened !== '' && (
        <p className={classes.again} role="note">
          <strong>Look again:</strong> {reopened}
        </p>
      )}
      <div className={classes.flags} role="group" aria-label="Decision about this page">
        {PAGE_FLAGS.map(({ value, label, key }) => (
          <button
            key={value}
            type="button"
            aria-pressed={flag === value}
            data-flag={value}
            disabled={!canEdit}
            title={`${label} (${key})`}
            onClick={() => act({ kind: 'flag', flag: value, because: '', exemption: '' }, shown)}
          >
            {label} <kbd>{key}</kbd>
          </button>
        ))}
      </div>
      {flag && (
        <div onKeyDown={leavesOnEnter(onLeave)} role="presentation">
          {flag === 'withhold' && (
            <>
              <Select
                label="Exemption"
                data-part="reason"
                placeholder="Which exemption? (R)"
                searchable
                selectFirstOptionOnChange
                allowDeselect={false}
                clearable
                nothingFoundMessage="Nothing by this name"
                clearButtonProps={{ 'aria-label': 'Clear Exemption' }}
                disabled={!canEdit}
                data={GROUNDS}
                value={exemption || null}
                onChange={(code) => say({ exemption: code ?? '' })}
              />
              {ground && (
                <p className={classes.hint}>
                  {ground.note}
                  {ground.check !== null && <strong> Check: {ground.check}</strong>}
                </p>
              )}
            </>
          )}
          <ReasonField
            isFirst={flag !== 'withhold'}
            value={flagBecause}
            disabled={!canEdit}
            onCommit={(because) => say({ because })}
          />
          <Button
            variant="subtle"
            size="compact-xs"
            disabled={!canEdit}
            onClick={() => say({ flag: null, because: '', exemption: '' })}
          >
            Take the decision away
          </Button>
        </div>
      )}
    </section>
  )
}

type ReasonFieldProps = {
  /** Whether the key for the reason leads here, for there is no exemption before it. */
  readonly isFirst: boolean
  readonly value: string
  readonly disabled: boolean
  readonly onCommit: (because: string) => void
}

function ReasonField({ isFirst, ...field }: ReasonFieldProps) {
  return (
    <div className={classes.reason} {...(isFirst && { 'data-part-inside': 'reason' })}>
      <TextField label="Why" placeholder="In your words" {...field} />
    </div>
  )
}
