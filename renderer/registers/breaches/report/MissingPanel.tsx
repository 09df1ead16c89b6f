import type { MissingPart } from '#shared/registers/breaches/report/composed.ts'
import classes from './report.module.css'

const STATES = {
  notKnown: 'not known yet',
  blank: 'no answer yet',
  notAsked: 'not asked by the list',
} as const

const SHORT = { a: 'nature and numbers', b: 'contact point', c: 'consequences', d: 'measures' } as const

/** What the law asks a report to say and this one does not say yet. @source UK GDPR Art 33(3), 33(4) */
export function MissingPanel({ missing }: { readonly missing: readonly MissingPart[] }) {
  if (missing.length === 0)
    return <p className={classes.whole}>All that Article 33(3)(a) to (d) asks for has an answer.</p>
  return (
    <details className={classes.missing}>
      <summary>
        Still open of what Article 33(3) asks for, and may follow:{' '}
        {missing.map(({ part }) => `(${part}) ${SHORT[part]}`).join(', ')}
      </summary>
      <ul>
        {missing.map(({ part, words, citation, questions }) => (
          <li key={part}>
            {words} ({citation})
            <div className={classes.open}>
              {questions.map(({ question, state }) => `${question}: ${STATES[state]}`).join(' · ')}
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}
