import { SegmentedControl, Switch, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import { errorRate, type SecondCheck } from '#shared/cases/second-check.ts'
import { MARK_VIEWS, type MarkView } from '../marks/mark-views.ts'
import { percentOf } from './check-words.ts'
import classes from './check.module.css'

type CheckBarProps = {
  readonly tabs: ReactNode
  readonly check: SecondCheck
  readonly view: MarkView
  readonly isText: boolean
  readonly onView: (view: MarkView) => void
  readonly onText: (isText: boolean) => void
}

/** How far a second check is and what it found, and with whose eyes its pages are looked at. */
export function CheckBar({ tabs, check, view, isText, onView, onText }: CheckBarProps) {
  const { checked, pages } = check
  const rate = errorRate(check)
  return (
    <div className={classes.bar}>
      {tabs}
      <p className={classes.progress} role="status">
        {checked.toLocaleString('en-GB')} of {pages.toLocaleString('en-GB')} checked
        {rate !== null && ` · ${percentOf(rate)} returned`}
      </p>
      <Tooltip label="With whose eyes the page is looked at (V)">
        <SegmentedControl
          size="xs"
          aria-label="View"
          data={MARK_VIEWS.map(({ value, label }) => ({ value, label }))}
          value={view}
          onChange={(value) => onView(value as MarkView)}
        />
      </Tooltip>
      <Switch
        label="Text"
        title="The text instead of the picture (Shift V)"
        checked={isText}
        onChange={({ currentTarget: { checked: isOn } }) => onText(isOn)}
      />
    </div>
  )
}
