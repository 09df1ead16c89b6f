import { useDescribedRecord } from '#renderer/ui/described/described-record.ts'
import { FieldEditor } from '#renderer/ui/described/fields/FieldEditor.tsx'
import { useToday } from '#renderer/ui/useNow.ts'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import { BREACH_FIELDS, type Breach } from '#shared/registers/breaches/breach.record.ts'
import { correspondenceOf } from '#shared/registers/breaches/report/correspondence.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import classes from './report.module.css'

/** What went to and fro with the Commissioner, in its order, with what is still due; entries are added below. */
export function Correspondence({ breach }: { readonly breach: Breach }) {
  const { disabled, change } = useDescribedRecord()
  const today = useToday()
  const entries = correspondenceOf(breach)
  return (
    <section className={classes.section} aria-label="Correspondence with the Commissioner">
      <h4>Correspondence with the Commissioner</h4>
      {entries.length > 0 && (
        <ol className={classes.log}>
          {entries.map(({ id, way, what, at, due, withWhom, reference, said }) => (
            <li key={id} data-late={(due !== null && at === null && due < today) || undefined}>
              <span className={classes.when}>
                {at ? formatUkMoment(at) : due ? `Due ${formatDay(due)}` : 'No date yet'}
              </span>
              <div>
                <strong>{way}</strong> {what}
                {due && at === null && due < today && <strong className={classes.check}> Overdue</strong>}
                {due && at && <span className={classes.quiet}> (was due {formatDay(due)})</span>}
                <div className={classes.small}>
                  {[withWhom && `With ${withWhom}`, reference && `Reference ${reference}`]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
                {said && <p className={classes.said}>{said}</p>}
              </div>
            </li>
          ))}
        </ol>
      )}
      <FieldEditor
        field={BREACH_FIELDS.followUps}
        name="followUps"
        value={breach.followUps}
        disabled={disabled}
        onChange={(followUps) => change({ followUps })}
      />
    </section>
  )
}
