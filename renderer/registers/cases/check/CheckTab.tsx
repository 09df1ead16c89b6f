import { type ReactNode, useState } from 'react'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { BeginForm } from './BeginForm.tsx'
import { Checker } from './Checker.tsx'
import classes from './check.module.css'

export type TabProps = {
  readonly request: string
  /** The ways to the other parts of the page; they stand first in its bar. */
  readonly tabs: ReactNode
}

/** The second check itself: before it is begun, while it is under way, and once it is signed off. */
export function CheckTab({ request, tabs }: TabProps) {
  const { data: check, error } = useEngineQuery('cases.secondCheck', { request })
  const scope = useEngineQuery('cases.checkScope', { request }, { keepPrevious: true })
  const [isAnew, setAnew] = useState(false)
  const problem = error ?? scope.error
  if (problem || check === undefined || !scope.data)
    return (
      <>
        <div className={classes.bar}>{tabs}</div>
        {problem ? (
          <p role="alert" className={classes.message}>
            {sentenceOf(problem)}
          </p>
        ) : (
          <div aria-busy />
        )}
      </>
    )
  if (check && !isAnew)
    return (
      <Checker
        // A check that is begun anew begins at its first page.
        key={check.id}
        request={request}
        check={check}
        scope={scope.data}
        tabs={tabs}
        onAnew={() => setAnew(true)}
      />
    )
  return (
    <>
      <div className={classes.bar}>{tabs}</div>
      <BeginForm
        request={request}
        scope={scope.data}
        isAnew={check !== null}
        onBegun={() => setAnew(false)}
        onCancel={() => setAnew(false)}
      />
    </>
  )
}
