import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { hrefOf, navigate, RouteLink, useRoute } from '#renderer/app/routing.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { SavedStatus } from '#renderer/ui/SavedStatus.tsx'
import { useActivity } from '../activity-record.ts'
import { guidedHref } from './guided-href.ts'
import { GuidedEnd } from './GuidedEnd.tsx'
import classes from './guided.module.css'
import { StepFields } from './StepFields.tsx'
import { isStepAnswered, type PageKey, pageBeside, pageOf, STEPS } from './steps.ts'

/** The six steps with the way through them; the record can be left at any time. */
export function GuidedSteps() {
  const { value, saving } = useActivity()
  const page = pageOf(useRoute().search.get('step'))
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [page])
  const step = STEPS.find(({ key }) => key === page)
  const go = (to: PageKey) => navigate(guidedHref(value.id, to))
  return (
    <div className={classes.page}>
      <PageHeader
        title={value.name}
        beside={<SavedStatus saving={saving} />}
        actions={
          <Button variant="default" onClick={() => navigate(hrefOf('activities', value.id))}>
            Leave and open the record
          </Button>
        }
      />
      <div className={classes.columns}>
        <Progress page={page} />
        <div className={classes.step}>
          <h2 ref={heading} tabIndex={-1}>
            {step ? step.question : 'What is there now'}
          </h2>
          {page === 'end' ? <GuidedEnd /> : <StepFields step={page} />}
          <div className={classes.foot}>
            {page !== 'what' && (
              <Button variant="default" onClick={() => go(pageBeside(page, -1))}>
                Back
              </Button>
            )}
            {page === 'end' ? (
              <Button onClick={() => navigate(hrefOf('activities', value.id))}>Open the record</Button>
            ) : (
              <Button onClick={() => go(pageBeside(page, 1))}>{page === 'safety' ? 'Finish' : 'Next'}</Button>
            )}
          </div>
        </div>
      </div>
    </div>
  )
}

function Progress({ page }: { readonly page: PageKey }) {
  const { value } = useActivity()
  const answered = STEPS.filter(({ key }) => isStepAnswered(key, value)).length
  return (
    <nav aria-label="Steps" className={classes.progress}>
      <p>
        {answered} of {STEPS.length} steps answered
      </p>
      <ol>
        {STEPS.map(({ key, title }) => (
          <li key={key}>
            <RouteLink href={guidedHref(value.id, key)} aria-current={key === page ? 'step' : undefined}>
              <span>{title}</span>
              {isStepAnswered(key, value) && <IconCheck size={15} aria-label="answered" />}
            </RouteLink>
          </li>
        ))}
        <li>
          <RouteLink href={guidedHref(value.id, 'end')} aria-current={page === 'end' ? 'step' : undefined}>
            Gaps and data flow
          </RouteLink>
        </li>
      </ol>
    </nav>
  )
}
