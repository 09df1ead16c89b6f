import { SegmentedControl } from '@mantine/core'
import { useAsAt } from '#renderer/api/as-at.ts'
import { useEngineQuery } from '#renderer/api/client.ts'
import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { DayField } from '#renderer/ui/fields/DayField.tsx'
import { useToday } from '#renderer/ui/useNow.ts'
import type { AnalysisScope } from '#shared/registers/breaches/analysis.contract.ts'
import { OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import { namedPeriods } from './analysis-scope.ts'
import classes from './analysis.module.css'

const OWN = 'own'
const EVERY = 'every'

type AnalysisControlsProps = {
  readonly scope: AnalysisScope
  readonly onChange: (changes: Partial<AnalysisScope>) => void
}

/** Which days, whose breaches, and by month or by quarter. */
export function AnalysisControls({ scope, onChange }: AnalysisControlsProps) {
  const { from, until, organisationId, by } = scope
  const now = useToday()
  const periods = namedPeriods(useAsAt() ?? now)
  const { data: organisations = [] } = useEngineQuery('organisations.list', { relation: 'own' })
  const named = periods.find((period) => period.from === from && period.until === until)
  return (
    <div className={classes.controls} role="group" aria-label="What is analysed">
      <ChoiceField
        label="Period"
        options={[...periods, { value: OWN, label: 'Other days' }].map(({ value, label }) => ({
          value,
          label,
        }))}
        value={named?.value ?? OWN}
        onChange={(value) => {
          const chosen = periods.find((period) => period.value === value)
          if (chosen) onChange({ from: chosen.from, until: chosen.until })
        }}
      />
      <DayField label="From" value={from} onChange={(day) => day && onChange({ from: day })} />
      <DayField label="Until" value={until} onChange={(day) => day && onChange({ until: day })} />
      <ChoiceField
        label="Organisation"
        options={[
          { value: EVERY, label: 'All organisations' },
          ...organisations.map(({ id, legalName }) => ({ value: id as string, label: legalName })),
        ]}
        value={organisationId ?? EVERY}
        onChange={(value) =>
          onChange({ organisationId: value === EVERY ? null : OrganisationId.parse(value) })
        }
      />
      <SegmentedControl
        aria-label="Columns over time"
        data={[
          { value: 'month', label: 'By month' },
          { value: 'quarter', label: 'By quarter' },
        ]}
        value={by}
        onChange={(value) => onChange({ by: value === 'quarter' ? 'quarter' : 'month' })}
      />
    </div>
  )
}
