import { Button, Checkbox } from '@mantine/core'
import { useStore } from '#renderer/api/store.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { readNow } from '#renderer/ui/useNow.ts'
import { caseAsTold, caseSource } from '#shared/law/breaches/cases.ts'
import { type BreachCase, CASE_GROUPS } from '#shared/law/breaches/cases/case.ts'
import { adaptedStore, startRun } from './exercise-run.ts'
import classes from './exercises.module.css'

/** A case before it is told. */
export function StartPage({ one }: { readonly one: BreachCase }) {
  const adapted = useStore(adaptedStore) && one.adapted !== null
  const told = caseAsTold(one, adapted)
  return (
    <div className={classes.page}>
      <PageHeader
        title={`Exercise ${one.code}`}
        description={`${CASE_GROUPS[one.group]}. Outcome: ${caseSource(told)}.`}
        actions={<RouteLink href={hrefOf('breaches', 'exercises')}>All cases</RouteLink>}
      />
      <div className={classes.start}>
        <ol>
          <li>The case is told when you start, and the 72 hours run from that moment.</li>
          <li>Answer the five questions; the number keys choose. What is not known may stay open.</li>
          <li>See what the answers suggest, and take the two decisions yourself, with reasons.</li>
          <li>The debrief holds them against the outcome and names what made the difference.</li>
        </ol>
        {one.events.length > 0 && <p>More becomes known while the clock runs. Jump ahead to hear of it.</p>}
        {one.adapted && (
          <Checkbox
            label="Tell it in children’s services"
            checked={adapted}
            onChange={(event) => adaptedStore.set(event.currentTarget.checked)}
          />
        )}
        <Button size="md" autoFocus onClick={() => startRun(one.code, adapted, readNow())}>
          Start the 72 hours
        </Button>
      </div>
    </div>
  )
}
