import classes from './list.module.css'
import type { Find } from './useFind.ts'

/** The pages that hold the words looked for, each with the line that holds them. */
export function FoundPages({ find, shownId }: { readonly find: Find; readonly shownId: number }) {
  const { hits, total, waiting, isLooking, problem, active, goToHit } = find
  return (
    <section className={classes.documents} aria-label="Found">
      <p role="status" className={classes.found}>
        {problem ?? (isLooking ? 'Looking…' : foundInWords(total, hits.length))}
        {waiting > 0 &&
          ` The words of ${waiting.toLocaleString('en-GB')} ${waiting === 1 ? 'page' : 'pages'} are still to be recognised; they were not searched.`}
      </p>
      <ol className={classes.hits}>
        {hits.map(({ page, place, title, snippet }, index) => (
          <li key={page}>
            <button
              type="button"
              aria-current={page === shownId || undefined}
              data-active={index === active || undefined}
              onClick={() => goToHit(index)}
            >
              <span className={classes.rowFacts}>
                <strong>Page {place.toLocaleString('en-GB')}</strong>
                <span className={classes.rowTitle}>{title}</span>
              </span>
              <span className={classes.snippet}>
                {snippet.map(({ text, hit }, piece) =>
                  // oxlint-disable-next-line react/no-array-index-key -- the pieces of a line have no other name
                  hit ? <mark key={piece}>{text}</mark> : <span key={piece}>{text}</span>,
                )}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** As far as the engine counts. */
const COUNTED = 10_000

function foundInWords(total: number, shown: number): string {
  if (total === 0) return 'No page holds these words.'
  const pages = `${total >= COUNTED ? '10,000 pages or more' : total === 1 ? '1 page' : `${total.toLocaleString('en-GB')} pages`}`
  return shown < total
    ? `${pages}; ${shown} are shown. Enter goes there, N and P on.`
    : `${pages}. Enter goes there, N and P on.`
}
