import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { KIND_WORDS, STANDING_WORDS } from '#shared/registers/breaches/chronology-document.ts'
import { byDay, type ChronologyEntry, dayWords, timeWords } from '#shared/registers/breaches/chronology.ts'
import classes from './timeline.module.css'

type ChronologyProps = { readonly id: string; readonly entries: readonly ChronologyEntry[] }

/** The chronology from top to bottom, a heading for each day in the United Kingdom. */
export function Chronology({ id, entries }: ChronologyProps) {
  if (entries.length === 0)
    return (
      <p>
        Nothing has a date yet. For example: “16:40, a support worker notices that the file went to the wrong
        carer; the sent message”.
      </p>
    )
  return (
    <div className={classes.days}>
      {byDay(entries).map(({ day, entries: found }) => (
        <section key={day ?? 'none'} aria-label={dayWords(day)}>
          <h4 className={classes.day}>{dayWords(day)}</h4>
          <ol className={classes.entries}>
            {found.map((entry) => (
              <Entry key={entry.key} id={id} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

/** Fields that a page of the breach shows; the form shows the others. */
const PAGES: Readonly<Record<string, string>> = {
  decisions: 'decide',
  sentReports: 'report',
  sentNotices: 'letters',
}

function Entry({ id, entry }: { readonly id: string; readonly entry: ChronologyEntry }) {
  const { kind, what, who, source, citation, standing, field, item } = entry
  const page = PAGES[field]
  const query = new URLSearchParams({ field, ...(item && { item }) })
  const href = page ? hrefOf('breaches', id, page) : `${hrefOf('breaches', id)}?${query.toString()}`
  return (
    <li className={classes.entry} data-kind={kind} data-standing={standing}>
      <span className={classes.time}>{timeWords(entry)}</span>
      <div className={classes.said}>
        <RouteLink href={href} className={classes.what}>
          {what || 'Not described yet'}
        </RouteLink>
        <span className={classes.kind}>{KIND_WORDS[kind]}</span>
        {standing === 'superseded' && <span className={classes.kind}>{STANDING_WORDS.superseded}</span>}
        {(who || source || citation) && (
          <p className={classes.more}>
            {[who, source].filter(Boolean).join(' · ')}
            {(who || source) && citation && ' · '}
            {citation && <span className={classes.citation}>{citation}</span>}
          </p>
        )}
      </div>
    </li>
  )
}
