import { IconAlertTriangle, IconCheck, IconHelpCircle, IconKey, IconMinus } from '@tabler/icons-react'
import { memo } from 'react'
import type { ColumnLine } from './column-edit.ts'
import {
  BASIS_WORDS,
  MEANS_WORDS,
  PROVENANCE_WORDS,
  REASON_WORDS,
  WHOSE_WORDS,
  wordOf,
} from './column-words.ts'
import classes from './columns.module.css'

type ColumnRowProps = {
  readonly line: ColumnLine
  readonly index: number
  readonly start: number
  readonly height: number
  readonly rowsSeen: number
  readonly isCurrent: boolean
  readonly isSelected: boolean
  readonly onGo: (isExtending: boolean) => void
  readonly onToggle: () => void
}

/** One column of a file: what it holds, what is decided about it, and what follows. */
export function ColumnRow(props: ColumnRowProps) {
  const { line, index, start, height, rowsSeen, isCurrent, isSelected, onGo, onToggle } = props
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the grid handles the keys for its rows
    <div
      id={`column-${index}`}
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      aria-current={isCurrent || undefined}
      className={classes.row}
      data-open={line.decision.kind === 'undecided' || undefined}
      style={{ transform: `translateY(${start}px)`, height }}
      onClick={({ shiftKey }) => onGo(shiftKey)}
    >
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Space does the same in the table */}
      <span
        role="gridcell"
        tabIndex={-1}
        className={classes.box}
        aria-label={isSelected ? 'Selected' : 'Not selected'}
        onClick={(event) => {
          event.stopPropagation()
          onToggle()
        }}
      />
      <Cells line={line} rowsSeen={rowsSeen} />
    </div>
  )
}

type CellsProps = Pick<ColumnRowProps, 'line' | 'rowsSeen'>

const Cells = memo(function Cells({ line, rowsSeen }: CellsProps) {
  const { look, rule, proposal, isMatch } = line
  return (
    <>
      <span role="gridcell" className={classes.name} title={look.name}>
        <bdi>{look.name}</bdi>
        {isMatch && (
          <span className={classes.match} title="Says whose row it is">
            <IconKey size={13} role="img" aria-label="Says whose row it is" />
          </span>
        )}
        {rule.called !== '' && rule.called !== look.name && <small>{rule.called}</small>}
      </span>
      <span role="gridcell" className={classes.samples} title={look.samples.join('\n')}>
        {look.samples.length === 0 ? (
          <span>Nothing in the first rows</span>
        ) : (
          look.samples.slice(0, 3).map((sample) => <bdi key={sample}>{sample}</bdi>)
        )}
      </span>
      <span role="gridcell" className={classes.filled}>
        {rowsSeen === 0 ? '' : `${Math.round((100 * look.filled) / rowsSeen)} %`}
      </span>
      <Answer decided={wordOf(WHOSE_WORDS, rule.whose)} proposed={wordOf(WHOSE_WORDS, proposal.whose)} />
      <Answer
        decided={wordOf(PROVENANCE_WORDS, rule.provenance)}
        proposed={wordOf(PROVENANCE_WORDS, proposal.provenance)}
      />
      <Answer decided={wordOf(BASIS_WORDS, rule.basis)} proposed={wordOf(BASIS_WORDS, proposal.basis)} />
      <Answer decided={wordOf(MEANS_WORDS, rule.means)} proposed={wordOf(MEANS_WORDS, proposal.means)} />
      <Follows line={line} />
    </>
  )
})

type AnswerProps = { readonly decided: string; readonly proposed: string }

function Answer({ decided, proposed }: AnswerProps) {
  if (decided !== '') return <span role="gridcell">{decided}</span>
  return (
    <span role="gridcell" className={classes.proposed}>
      {proposed === '' ? '–' : `${proposed}?`}
    </span>
  )
}

const ICONS = { kept: IconCheck, out: IconMinus, undecided: IconHelpCircle }

function Follows({ line }: { readonly line: ColumnLine }) {
  const { decision, would, rule } = line
  const Icon = ICONS[decision.kind]
  const isFlagged = decision.kind === 'kept' && rule.whose === 'personAndOthers'
  return (
    <span
      role="gridcell"
      className={classes.follows}
      data-kind={decision.kind}
      title={decision.kind === 'kept' ? 'Goes into the export' : decision.says}
    >
      <Icon size={14} aria-hidden />
      {decision.kind === 'kept' && (isFlagged ? 'Kept, flagged' : 'Kept')}
      {decision.kind === 'out' && `Out: ${REASON_WORDS[decision.reason]}`}
      {decision.kind === 'undecided' &&
        (would && would.kind !== 'undecided'
          ? `Proposed: ${would.kind === 'kept' ? 'keep' : 'leave out'}`
          : 'To decide')}
      {isFlagged && <IconAlertTriangle size={13} aria-hidden />}
    </span>
  )
}
