import type { CasePerson } from '#shared/cases/person.ts'
import { missingAnswers } from '#shared/law/exemptions/questions.ts'
import classes from './person.module.css'

type AskedProps = { readonly person: CasePerson; readonly exemption: string }

/** What an exemption asks before it may be used; of para 16 the factors are asked one by one further down. */
export function Asked({ person, exemption }: AskedProps) {
  if (exemption === '' || exemption === 'TP-16') return null
  const asked = missingAnswers(exemption, {}, { person })
  if (asked.length === 0) return null
  return (
    <div className={classes.asked}>
      <p>Before this exemption may be used; say in the reason:</p>
      <ul>
        {asked.map(({ code, says }) => (
          <li key={code}>{says}</li>
        ))}
      </ul>
    </div>
  )
}
