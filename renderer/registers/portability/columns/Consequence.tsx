import { Button } from '@mantine/core'
import type { ColumnLine } from './column-edit.ts'
import classes from './columns.module.css'

type ConsequenceProps = {
  readonly line: ColumnLine
  /** Null while nothing can be changed. */
  readonly onAccept: (() => void) | null
}

/** What follows from what is decided about a column, with the law; or what would follow from what is proposed. */
export function Consequence({ line, onAccept }: ConsequenceProps) {
  const { decision, would, rule } = line
  if (decision.kind === 'out')
    return (
      <div className={classes.consequence} data-kind="out" role="status">
        <strong>Left out.</strong> {decision.says}{' '}
        <span className={classes.citation}>{decision.citation}</span>
        {decision.instead !== '' && <p>{decision.instead}</p>}
        {decision.check !== null && <p className={classes.check}>Check: {decision.check}</p>}
      </div>
    )
  if (decision.kind === 'kept')
    return (
      <div className={classes.consequence} data-kind="kept" role="status">
        <strong>Kept.</strong>{' '}
        {rule.whose === 'personAndOthers'
          ? 'Each filled cell is flagged in the preview: look whether it would harm the rights of others.'
          : 'It goes into the export in every form.'}{' '}
        <span className={classes.citation}>
          {rule.whose === 'personAndOthers' ? 'UK GDPR Art 20(4)' : 'UK GDPR Art 20(1)'}
        </span>
        {decision.check !== null && <p className={classes.check}>Check: {decision.check}</p>}
      </div>
    )
  return (
    <div className={classes.consequence} data-kind="undecided" role="status">
      <strong>To decide.</strong> {decision.says}
      {would !== null && (
        <p>
          {would.kind === 'out'
            ? `Proposed, it would be left out: ${would.says}`
            : would.kind === 'kept'
              ? 'Proposed, it would be kept.'
              : 'Some of it is proposed.'}{' '}
          {onAccept && (
            <Button variant="default" size="compact-xs" onClick={onAccept}>
              Accept <kbd>Y</kbd>
            </Button>
          )}
        </p>
      )}
    </div>
  )
}
