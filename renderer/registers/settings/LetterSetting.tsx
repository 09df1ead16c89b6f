import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import type { Settings } from './SettingsPage.tsx'
import classes from './settings.module.css'

/** The way to the wording of letters, and how many of them are our own. */
export function LetterSetting({ settings }: { readonly settings: Settings }) {
  const count = settings.letterTemplates.length
  return (
    <section aria-labelledby="letters-heading">
      <h2 id="letters-heading">Wording of letters</h2>
      <p className={classes.hint}>
        {count === 0
          ? 'Letters about requests read as the program brings them.'
          : `${count === 1 ? '1 letter reads' : `${count} letters read`} in our own words.`}
      </p>
      <RouteLink href={hrefOf('requests', 'templates')}>Wording of letters about requests</RouteLink>
    </section>
  )
}
