import { Button } from '@mantine/core'
import { useState } from 'react'
import { useEngineQuery, useEngineTask } from '#renderer/api/client.ts'
import { ChartFigure } from '#renderer/ui/charts/ChartFigure.tsx'
import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { fileNameFor } from '#renderer/ui/files/file-words.ts'
import { Failure } from '#renderer/ui/files/Failure.tsx'
import { TaskProgress } from '#renderer/ui/files/TaskProgress.tsx'
import { useSaving } from '#renderer/ui/files/useSaving.ts'
import { WrittenFilePanel } from '#renderer/ui/files/WrittenFilePanel.tsx'
import { useToday } from '#renderer/ui/useNow.ts'
import { OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import { yearPeriod } from '#shared/registers/reports/annual/period.ts'
import type { AnnualFigures } from '#shared/registers/reports/report.contract.ts'
import classes from './reports.module.css'

const EVERY = 'every'
const YEARS_SHOWN = 5

/** The report to the board for a year: its figures and charts here, and the same as a PDF. */
export function AnnualReport() {
  const thisYear = Number(useToday().slice(0, 4))
  const [year, setYear] = useState(String(thisYear))
  const [organisation, setOrganisation] = useState(EVERY)
  const { data: organisations = [] } = useEngineQuery('organisations.list', { relation: 'own' })
  const { from, to: until } = yearPeriod(Number(year))
  const organisationId = organisation === EVERY ? null : OrganisationId.parse(organisation)
  const whose = organisations.find(({ id }) => id === organisation)?.legalName ?? ''
  const { data: parts = [], error } = useEngineQuery(
    'reports.annualFigures',
    { from, until, organisationId },
    { keepPrevious: true },
  )
  const write = useEngineTask('reports.writeAnnual')
  const saving = useSaving(write, {
    name: fileNameFor(whose, null, `Annual report ${year}`),
    kind: 'pdf',
    write: (to) => write.mutate({ to, from, until, organisationId }),
  })
  const failure = saving.failure ?? error
  return (
    <section className={classes.part} aria-labelledby="annual-report">
      <h2 id="annual-report">Annual report to the board</h2>
      <div className={classes.annual}>
        <ChoiceField
          label="Year"
          options={Array.from({ length: YEARS_SHOWN }, (_, back) => {
            const value = String(thisYear - back)
            return { value, label: value }
          })}
          value={year}
          onChange={setYear}
        />
        <ChoiceField
          label="Organisation"
          options={[
            { value: EVERY, label: 'All organisations' },
            ...organisations.map(({ id, legalName }) => ({ value: id as string, label: legalName })),
          ]}
          value={organisation}
          onChange={setOrganisation}
        />
        <Button disabled={saving.isPending} onClick={saving.start}>
          Save as PDF…
        </Button>
      </div>
      {saving.isPending && <TaskProgress progress={write.progress} onCancel={write.cancel} />}
      <Failure failure={failure} />
      {write.data && <WrittenFilePanel file={{ ...write.data, count: `the year ${year}` }} />}
      {parts.map((part) => (
        <PartOfYear key={part.heading} part={part} />
      ))}
    </section>
  )
}

function PartOfYear({ part }: { readonly part: AnnualFigures }) {
  return (
    <section className={classes.year} aria-label={part.heading}>
      <h3>{part.heading}</h3>
      <dl className={classes.figures}>
        {part.figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {part.charts
        .filter(({ categories }) => categories.length > 0)
        .map((chart) => (
          <ChartFigure key={chart.title} chart={chart} />
        ))}
    </section>
  )
}
