import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefFor, RouteLink } from '#renderer/app/routing.tsx'
import { ChangeList } from '#renderer/ui/history/ChangeList.tsx'
import classes from './history.module.css'

const MOST_SHOWN = 50

/** The records one command touched, each with what became of its fields. */
export function CommandChanges({ command }: { readonly command: string }) {
  const { data: revisions = [], error, isPending } = useEngineQuery('history.ofCommand', { command })
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  if (isPending) return <p className={classes.loading}>Loading…</p>
  return (
    <div className={classes.changes}>
      {revisions.slice(0, MOST_SHOWN).map(({ seq, register, record, title, changes, chain }) => (
        <section key={seq} aria-label={title}>
          <div className={classes.record}>
            <RouteLink href={hrefFor(register, record)}>{title}</RouteLink>
            <span>
              Revision {seq.toLocaleString('en-GB')}, chain <code>{chain.slice(0, 12)}</code>
            </span>
          </div>
          <ChangeList changes={changes} />
        </section>
      ))}
      {revisions.length > MOST_SHOWN && (
        <p>And {(revisions.length - MOST_SHOWN).toLocaleString('en-GB')} more records.</p>
      )}
    </div>
  )
}
