import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import type { Settings } from './SettingsPage.tsx'
import classes from './settings.module.css'

/** The way to the questions of the breach report, and whether they are our own. */
export function BreachFormSetting({ settings }: { readonly settings: Settings }) {
  const { breachQuestions } = settings
  return (
    <section aria-labelledby="breach-form-heading">
      <h2 id="breach-form-heading">Questions of the breach report</h2>
      <p className={classes.hint}>
        {breachQuestions === null
          ? 'The list that the program brings. The Commissioner’s form changes: reword, add or set aside questions as it does.'
          : 'Our own list, in the place of the one that the program brings.'}
      </p>
      <RouteLink href={hrefOf('breaches', 'questions')}>
        Questions of the report to the Commissioner
      </RouteLink>
    </section>
  )
}
