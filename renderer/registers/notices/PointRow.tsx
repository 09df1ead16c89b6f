import { useAnswerKeys } from '#renderer/ui/described/useAnswerKeys.ts'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import type { NoticeItem } from '#shared/law/notice-items.ts'
import { type Point, SAID_CHOICES, type Said } from '#shared/registers/notices/points.ts'
import classes from './notices.module.css'

type PointRowProps = {
  readonly item: NoticeItem
  /** The Article that asks for it, where only one of the two applies. */
  readonly article: string | null
  readonly point: Point | undefined
  readonly disabled: boolean
  readonly onChange: (changes: Partial<Pick<Point, 'said' | 'where' | 'note'>>) => void
  readonly onNext: () => void
}

/** One point: whether the notice says it, in which words, and what is to be said about them. */
export function PointRow({ item, article, point, disabled, onChange, onNext }: PointRowProps) {
  const { row, onAnswerKey, onEnter } = useAnswerKeys<HTMLLIElement>(
    (said) => onChange({ said }),
    (said) => (said === 'no' || said === 'notApplicable' ? 'note' : 'where'),
    onNext,
  )
  const { code, label, citation, note, check } = item
  return (
    <li ref={row} data-said={point?.said ?? undefined}>
      <FieldSlot field="contents" item={point?.id ?? code} wide>
        <div className={classes.point}>
          <div className={classes.asked}>
            {label}
            <span className={classes.citation}>
              {article ? `UK GDPR ${article}` : citation}
              {note && ` · ${note}`}
            </span>
            {check && <span className={classes.check}>{check}</span>}
          </div>
          <select
            className={classes.answer}
            data-point={code}
            aria-label={`Does it say so? ${label}`}
            value={point?.said ?? ''}
            disabled={disabled}
            onKeyDown={onAnswerKey}
            onChange={(event) => onChange({ said: (event.currentTarget.value || null) as Said })}
          >
            <option value="">Not looked at</option>
            {SAID_CHOICES.map(({ value, label: words }) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
          {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the place hears Enter of its own field */}
          <div data-place="where" className={classes.words} onKeyDown={onEnter}>
            <TextField
              label=""
              ariaLabel={`Where, in its words: ${label}`}
              placeholder="Where, in its words"
              value={point?.where ?? ''}
              disabled={disabled}
              onCommit={(where) => onChange({ where })}
            />
          </div>
          {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the place hears Enter of its own field */}
          <div data-place="note" className={classes.words} onKeyDown={onEnter}>
            <TextField
              label=""
              ariaLabel={`Note: ${label}`}
              placeholder="Note"
              value={point?.note ?? ''}
              disabled={disabled}
              onCommit={(text) => onChange({ note: text })}
            />
          </div>
        </div>
      </FieldSlot>
    </li>
  )
}
