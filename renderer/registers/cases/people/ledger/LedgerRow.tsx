import { IconAlertTriangle, IconEye, IconEyeOff, IconHelpCircle, IconUser } from '@tabler/icons-react'
import type { MouseEvent } from 'react'
import type { PersonLine } from '#shared/cases/person.ts'
import { countOf } from '#shared/count-words.ts'
import { decisionWord, ROLES, timesIn } from '../people-words.ts'
import classes from './ledger.module.css'

type LedgerRowProps = {
  readonly line: PersonLine
  readonly place: number
  readonly of: number
  readonly start: number
  readonly height: number
  /** Whether this is the person looked at. */
  readonly isCurrent: boolean
  readonly isSelected: boolean
  readonly onGo: () => void
  readonly onToggle: () => void
}

/** "Jane Smith · Person B · relative · 412 times in 96 documents · not decided". */
export function LedgerRow(props: LedgerRowProps) {
  const { line, place, of, start, height, isCurrent, isSelected, onGo, onToggle } = props
  const onClick = ({ ctrlKey, metaKey }: MouseEvent) => (ctrlKey || metaKey ? onToggle() : onGo())
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list handles the keys for its rows
    <div
      id={`person-${line.id}`}
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      aria-current={isCurrent || undefined}
      aria-posinset={place}
      aria-setsize={of}
      className={classes.row}
      style={{ transform: `translateY(${start}px)`, height }}
      title={[line.label, ...line.forms].join('\n')}
      onClick={onClick}
    >
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- Space does the same in the list */}
      <span
        className={classes.box}
        aria-hidden
        onClick={(event) => {
          event.stopPropagation()
          onToggle()
        }}
      />
      <span className={classes.name}>
        <bdi>{line.name}</bdi>
        <span className={classes.letter}>{line.letter && `Person ${line.letter}`}</span>
      </span>
      <Decided line={line} />
      <span className={classes.facts}>
        {line.role && line.role !== 'subject' && `${ROLES[line.role]} · `}
        {timesIn(line)}
        {line.exceptions > 0 && ` · ${countOf(line.exceptions, 'exception')}`}
        {line.isProtected && (
          <strong className={classes.protected}>
            {' '}
            <IconAlertTriangle size={13} aria-hidden /> protected address
          </strong>
        )}
      </span>
    </div>
  )
}

const ICONS = { withhold: IconEyeOff, disclose: IconEye, undecided: IconHelpCircle, subject: IconUser }

function Decided({ line }: Pick<LedgerRowProps, 'line'>) {
  const isOpen = line.decision === null && line.role !== 'subject'
  const decision = isOpen ? 'undecided' : (line.decision ?? 'subject')
  const Icon = ICONS[decision]
  return (
    <span className={classes.decided} data-decision={decision}>
      <Icon size={14} aria-hidden />
      {decisionWord(line)}
    </span>
  )
}
