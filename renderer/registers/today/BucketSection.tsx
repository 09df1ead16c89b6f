import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { Bucket, ClockLine } from '#shared/registers/today/today.contract.ts'
import type { Instant } from '#shared/time/instant.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { ClockRow } from './ClockRow.tsx'
import { lineKey } from './line-key.ts'
import { LINES_MORE } from './queue-input.ts'
import { BUCKET_HINTS, BUCKET_WORDS } from './today-words.ts'
import classes from './today.module.css'

type BucketSectionProps = {
  readonly bucket: Bucket
  readonly total: number
  readonly lines: readonly ClockLine[]
  readonly today: PlainDate
  readonly now: Instant
  readonly isFolded: boolean
  readonly onFold: (isFolded: boolean) => void
  readonly opened: ReadonlySet<string>
  readonly onOpen: (key: string, isOpen: boolean) => void
  readonly snoozing: string | null
  readonly onSnoozing: (key: string | null) => void
  readonly onMore: () => void
}

/** The dates of one bucket, its first lines drawn and the others a button away. */
export function BucketSection(props: BucketSectionProps) {
  const { bucket, total, lines, isFolded, opened, snoozing } = props
  const hint = BUCKET_HINTS[bucket]
  const Chevron = isFolded ? IconChevronRight : IconChevronDown
  return (
    <section className={classes.bucket} data-bucket={bucket} aria-labelledby={`bucket-${bucket}`}>
      <h2 id={`bucket-${bucket}`}>
        <button type="button" aria-expanded={!isFolded} onClick={() => props.onFold(!isFolded)}>
          <Chevron size={14} aria-hidden />
          {BUCKET_WORDS[bucket]} <span className={classes.total}>{total.toLocaleString('en-GB')}</span>
        </button>
      </h2>
      {!isFolded && (
        <>
          {hint && <p className={classes.hint}>{hint}</p>}
          <ul>
            {lines.map((line) => {
              const key = lineKey(line)
              return (
                <ClockRow
                  key={key}
                  line={line}
                  today={props.today}
                  now={props.now}
                  isOpen={opened.has(key)}
                  onOpen={props.onOpen}
                  isSnoozing={snoozing === key}
                  onSnoozing={props.onSnoozing}
                />
              )
            })}
          </ul>
          {lines.length < total && (
            <button type="button" className={classes.more} onClick={props.onMore}>
              Show {Math.min(LINES_MORE, total - lines.length)} more of the{' '}
              {(total - lines.length).toLocaleString('en-GB')} that follow
            </button>
          )}
        </>
      )}
    </section>
  )
}
