import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import type { Repeat } from '#shared/registers/breaches/analysis.contract.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import classes from './analysis.module.css'
import { EntriesLink } from './EntriesLink.tsx'

/** The same cause again in the same team, with the same processor or in the same activity. */
export function Repeats({ repeats }: { readonly repeats: readonly Repeat[] }) {
  return (
    <section aria-labelledby="analysis-repeats" className={classes.part}>
      <h2 id="analysis-repeats">Again within twelve months</h2>
      {repeats.length === 0 ? (
        <p>No cause came again in the same team, with the same processor or in the same activity.</p>
      ) : (
        <ul className={classes.repeats}>
          {repeats.map((repeat) => (
            <RepeatLine key={repeat.entries.map(({ id }) => id).join(' ')} repeat={repeat} />
          ))}
        </ul>
      )}
    </section>
  )
}

function RepeatLine({ repeat: { cause, common, words, nearMisses, entries } }: { readonly repeat: Repeat }) {
  const ids = entries.map(({ id }) => id)
  return (
    <li>
      <p>
        <strong>
          <EntriesLink ids={ids} about={cause}>
            {words}
          </EntriesLink>
        </strong>{' '}
        {cause}
      </p>
      <p>
        In common: {common.join('; ')}
        {nearMisses > 0 && `. ${nearMisses} of them near ${nearMisses === 1 ? 'miss' : 'misses'}`}
      </p>
      <ul>
        {entries.map(({ id, reference, day }) => (
          <li key={id}>
            <RouteLink href={hrefOf('breaches', id)}>{reference || 'Without a reference'}</RouteLink>{' '}
            {formatDay(day)}
          </li>
        ))}
      </ul>
    </li>
  )
}
