import { reviewedOf } from './flag-words.ts'
import classes from './bar.module.css'
import { useStrip } from './useStrip.ts'

/** "1,204 of 3,110 pages reviewed · 12 queried · 3 to look at again". */
export function Progress({ request }: { readonly request: string }) {
  const parts = useStrip(request)
  const pages = parts.reduce((sum, part) => sum + part.pages, 0)
  const queried = parts.reduce((sum, { flags }) => sum + (flags.query ?? 0), 0)
  const reopened = parts.reduce((sum, part) => sum + part.reopened, 0)
  const reviewed = parts.reduce((sum, { flags }) => sum + reviewedOf(flags), 0) - queried
  if (pages === 0) return null
  return (
    <p className={classes.progress}>
      <progress aria-label="Pages reviewed" value={reviewed} max={pages} />
      {reviewed.toLocaleString('en-GB')} of {pages.toLocaleString('en-GB')} {pages === 1 ? 'page' : 'pages'}{' '}
      reviewed
      {queried > 0 && ` · ${queried.toLocaleString('en-GB')} queried`}
      {reopened > 0 && ` · ${reopened.toLocaleString('en-GB')} to look at again`}
    </p>
  )
}
