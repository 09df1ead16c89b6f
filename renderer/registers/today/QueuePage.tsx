import { useCallback, useEffect, useRef, useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { useRoute } from '#renderer/app/routing.tsx'
import { useNow } from '#renderer/ui/useNow.ts'
import type { Bucket } from '#shared/registers/today/today.contract.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { BucketSection } from './BucketSection.tsx'
import { NothingDue } from './NothingDue.tsx'
import { LINES_AT_FIRST, LINES_MORE, organisationOf, queueInput } from './queue-input.ts'
import { BUCKETS } from './today-words.ts'
import classes from './today.module.css'
import { TodayHeader } from './TodayHeader.tsx'
import { LineActionsProvider, useLineActions } from './useLineActions.ts'
import { useQueueKeys } from './useQueueKeys.ts'

const FOLDED_AT_FIRST: readonly Bucket[] = ['later', 'snoozed']

/** Every date to keep, the most urgent first. */
export function QueuePage() {
  const { search } = useRoute()
  const organisation = organisationOf(search)
  const wantedRecord = search.get('record')
  const actions = useLineActions()
  const [perBucket, setPerBucket] = useState(LINES_AT_FIRST)
  const { data, error } = useEngineQuery('today.queue', queueInput(organisation, perBucket), {
    keepPrevious: true,
  })
  const now = useNow()
  const page = useRef<HTMLDivElement>(null)
  const [folded, setFolded] = useState<ReadonlySet<Bucket>>(new Set(FOLDED_AT_FIRST))
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [snoozing, setSnoozing] = useState<string | null>(null)
  const setOpen = useCallback(
    (key: string, isOpen: boolean) => setOpened((before) => withOrWithout(before, key, isOpen)),
    [],
  )
  const onKeyDown = useQueueKeys(page, { setOpen, snooze: setSnoozing })
  useFirstFocus(page, wantedRecord, data !== undefined)
  if (error) return <p role="alert">{sentenceOf(error)}</p>

  const buckets = BUCKETS.flatMap((name) => data?.buckets.find(({ bucket }) => bucket === name) ?? [])
  const totalOf = (name: Bucket) => buckets.find(({ bucket }) => bucket === name)?.total ?? 0
  const isSoonEmpty = totalOf('overdue') + totalOf('today') + totalOf('week') === 0
  const isEmpty = buckets.every(({ total }) => total === 0)
  return (
    <LineActionsProvider value={actions}>
      <div className={classes.page}>
        <TodayHeader title="Today" beside={data && <span>{formatDay(data.today)}</span>} />
        <div ref={page} className={classes.queue} onKeyDown={onKeyDown} role="presentation">
          {data && isEmpty && <NothingDue isNarrowed={organisation !== null} />}
          {data && !isEmpty && isSoonEmpty && (
            <p className={classes.calm}>Nothing is overdue, and nothing falls due in the next 7 days.</p>
          )}
          {data &&
            buckets
              .filter(({ total }) => total > 0)
              .map(({ bucket, total, lines }) => {
                const holdsWanted = lines.some(({ id }) => id === wantedRecord)
                return (
                  <BucketSection
                    key={bucket}
                    bucket={bucket}
                    total={total}
                    lines={lines}
                    today={data.today}
                    now={now}
                    isFolded={folded.has(bucket) && !holdsWanted}
                    onFold={(isFolded) => setFolded((before) => withOrWithout(before, bucket, isFolded))}
                    opened={opened}
                    onOpen={setOpen}
                    snoozing={snoozing}
                    onSnoozing={setSnoozing}
                    onMore={() => setPerBucket(lines.length + LINES_MORE)}
                  />
                )
              })}
        </div>
      </div>
    </LineActionsProvider>
  )
}

function withOrWithout<Value>(set: ReadonlySet<Value>, value: Value, isIn: boolean): ReadonlySet<Value> {
  const next = new Set(set)
  if (isIn) next.add(value)
  else next.delete(value)
  return next
}

/** Gives the keys to the record the address names, else to the first line, unless the person is elsewhere already. */
function useFirstFocus(
  page: React.RefObject<HTMLDivElement | null>,
  record: string | null,
  isThere: boolean,
) {
  useEffect(() => {
    if (!isThere || (record === null && document.activeElement !== document.body)) return
    const wanted = record && page.current?.querySelector<HTMLElement>(`[data-record="${CSS.escape(record)}"]`)
    const line = wanted || page.current?.querySelector<HTMLElement>('[data-clock]')
    line?.focus()
    if (wanted) line?.scrollIntoView({ block: 'center' })
  }, [page, record, isThere])
}
