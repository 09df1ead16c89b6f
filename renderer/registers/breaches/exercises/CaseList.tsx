import { Button, Checkbox } from '@mantine/core'
import { IconArrowsShuffle } from '@tabler/icons-react'
import { useStore } from '#renderer/api/store.ts'
import { hrefOf, navigate, RouteLink } from '#renderer/app/routing.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { ABOUT_THE_CASES, BREACH_CASES, findCase } from '#shared/law/breaches/cases.ts'
import { CASE_GROUPS, type CaseGroup } from '#shared/law/breaches/cases/case.ts'
import { adaptedStore, runStore } from './exercise-run.ts'
import classes from './exercises.module.css'

const GROUPS = Object.entries(CASE_GROUPS) as readonly [CaseGroup, string][]

/** Every case to practise on, by group. */
export function CaseList() {
  const adapted = useStore(adaptedStore)
  const run = useStore(runStore)
  const running = run && findCase(run.code)
  return (
    <div className={classes.page}>
      <PageHeader
        title="Breach exercises"
        description="A case is told, the 72 hours run, the five questions are asked, and two decisions are taken; then they are held against the outcome. Nothing of it enters the log of breaches."
        actions={
          <>
            <Button
              leftSection={<IconArrowsShuffle size={14} aria-hidden />}
              onClick={() => navigate(hrefOf('breaches', 'exercises', anyCase(run?.code)))}
            >
              Surprise me
            </Button>
            <RouteLink href={hrefOf('breaches')}>Breaches</RouteLink>
          </>
        }
      />
      <div className={classes.list}>
        {running && (
          <p className={classes.running} role="status">
            {run.decidedAt ? 'Decided: ' : 'Under way: '}
            <RouteLink href={hrefOf('breaches', 'exercises', run.code)}>{running.title}</RouteLink>
          </p>
        )}
        <Checkbox
          label="Tell the guideline’s cases in children’s services"
          description="The same thing happening in the sector: our own telling, and our reading of it"
          checked={adapted}
          onChange={(event) => adaptedStore.set(event.currentTarget.checked)}
        />
        <div className={classes.groups}>
          {GROUPS.map(([group, label]) => (
            <section key={group} aria-labelledby={`group-${groupId(group)}`}>
              <h2 id={`group-${groupId(group)}`}>{label}</h2>
              {group === 'sector' && (
                <p className={classes.quiet}>Outcomes: our reading, not the guideline’s.</p>
              )}
              <ul>
                {BREACH_CASES.filter((one) => one.group === group).map(({ code, title }) => (
                  <li key={code}>
                    <span className={classes.code}>{code}</span>
                    <RouteLink href={hrefOf('breaches', 'exercises', code)}>{title}</RouteLink>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
        <p className={classes.quiet}>{ABOUT_THE_CASES}</p>
      </div>
    </div>
  )
}

const groupId = (group: CaseGroup) => group.replaceAll(' ', '-')

/** A case by chance, never the one that was run last. */
function anyCase(last: string | undefined): string {
  const others = BREACH_CASES.filter(({ code }) => code !== last)
  return others[Math.floor(Math.random() * others.length)]!.code
}
