import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { sentenceOf } from '#renderer/api/engine.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { GapMark } from '../GapMark.tsx'
import { focusOnce } from '../record/focus-once.ts'
import { type GapOfRecord, useRecordGaps } from './gaps-context.ts'
import classes from './gaps.module.css'

type FieldGapsProps = { readonly field: string; readonly item?: string | null | undefined }

/** What the law asks for at this field and the record does not say, with the citation and the way to set it aside. */
export function FieldGaps({ field, item }: FieldGapsProps) {
  const gaps = useRecordGaps().of(field, item)
  if (gaps.length === 0) return null
  return (
    <ul className={classes.gaps}>
      {gaps.map((gap) => (
        <li
          key={gap.waiverKey}
          className={classes.gap}
          data-severity={gap.severity}
          data-waived={gap.waiver !== null || undefined}
        >
          {gap.waiver ? <WaivedGap gap={gap} /> : <OpenGap gap={gap} />}
        </li>
      ))}
    </ul>
  )
}

function OpenGap({ gap }: { readonly gap: GapOfRecord }) {
  const { waive } = useRecordGaps()
  const [isWaiving, setWaiving] = useState(false)
  const [isExplained, setExplained] = useState(false)
  return (
    <>
      <div className={classes.line}>
        <GapMark severity={gap.severity} />
        <span className={classes.message}>{gap.message}</span>
      </div>
      <div className={classes.under}>
        <span className={classes.citation}>{gap.citation}</span>
        {gap.check && <span className={classes.check}>to be checked</span>}
        <button
          type="button"
          className={classes.link}
          aria-expanded={isExplained}
          onClick={() => setExplained(!isExplained)}
        >
          Why
        </button>
        {waive && !isWaiving && (
          <button type="button" className={classes.link} onClick={() => setWaiving(true)}>
            Set aside…
          </button>
        )}
      </div>
      {isExplained && (
        <p className={classes.explanation}>
          {gap.explanation} {gap.check}
        </p>
      )}
      {isWaiving && waive && (
        <WaiveForm onWaive={(reason) => waive(gap.waiverKey, reason)} onClose={() => setWaiving(false)} />
      )}
    </>
  )
}

type WaiveFormProps = { onWaive: (reason: string) => Promise<unknown>; onClose: () => void }

function WaiveForm({ onWaive, onClose }: WaiveFormProps) {
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  const submit = () => {
    if (reason.trim() === '') setError('Give the reason for setting this gap aside')
    else void onWaive(reason.trim()).then(onClose, (failure: unknown) => setError(sentenceOf(failure)))
  }
  return (
    <div className={classes.form}>
      <Textarea
        label="Reason for setting it aside"
        value={reason}
        error={error}
        ref={focusOnce}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button onClick={submit}>Set aside</Button>
      </div>
    </div>
  )
}

function WaivedGap({ gap }: { readonly gap: GapOfRecord }) {
  const { withdraw } = useRecordGaps()
  const { reason, waivedOn, waivedBy } = gap.waiver!
  return (
    <div className={classes.under}>
      <span>
        Set aside on {formatDay(waivedOn)}
        {waivedBy && ` by ${waivedBy}`}: {gap.message} <q>{reason}</q>
      </span>
      {withdraw && (
        <button type="button" className={classes.link} onClick={() => void withdraw(gap.waiverKey)}>
          Withdraw
        </button>
      )}
    </div>
  )
}
