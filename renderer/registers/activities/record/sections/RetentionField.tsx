import { NumberInput } from '@mantine/core'
import { AnswerField } from '#renderer/ui/AnswerField.tsx'
import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { Fields } from '#renderer/ui/record/Section.tsx'
import type { Answer } from '#shared/answer.ts'
import type { RetentionRule } from '#shared/registers/activities/activity.parts.ts'
import { FATES } from '../words.ts'
import classes from './sections.module.css'

type RetentionFieldProps = {
  readonly label?: string
  readonly answer: Answer<RetentionRule>
  readonly disabled: boolean
  readonly onChange: (answer: Answer<RetentionRule>) => void
}

const BLANK: RetentionRule = { trigger: '', period: null, criterion: '', fate: 'unknown', authority: '' }

/** How long one category of data is kept, from when, what then, and who says so. */
export function RetentionField({
  label = 'How long it is kept',
  answer,
  disabled,
  onChange,
}: RetentionFieldProps) {
  return (
    <AnswerField label={label} answer={answer} blank={BLANK} disabled={disabled} onChange={onChange}>
      {(rule, change) => (
        <Fields>
          <PeriodField rule={rule} disabled={disabled} onChange={(period) => change({ ...rule, period })} />
          <TextField
            label="Counted from"
            placeholder="Contract closure"
            value={rule.trigger}
            disabled={disabled}
            onCommit={(trigger) => change({ ...rule, trigger })}
          />
          <TextField
            label={rule.period ? 'What qualifies the period' : 'Criterion'}
            long
            value={rule.criterion}
            disabled={disabled}
            onCommit={(criterion) => change({ ...rule, criterion })}
          />
          <ChoiceField
            label="Then"
            options={FATES}
            value={rule.fate}
            disabled={disabled}
            onChange={(fate) => change({ ...rule, fate })}
          />
          <TextField
            label="Set by"
            hint="The law, contract or policy"
            value={rule.authority}
            disabled={disabled}
            onCommit={(authority) => change({ ...rule, authority })}
          />
        </Fields>
      )}
    </AnswerField>
  )
}

type Unit = NonNullable<RetentionRule['period']>['unit'] | 'none'
type PeriodFieldProps = {
  rule: RetentionRule
  disabled: boolean
  onChange: (period: RetentionRule['period']) => void
}

const UNITS = [
  { value: 'none', label: 'No fixed period' },
  { value: 'years', label: 'years' },
  { value: 'months', label: 'months' },
  { value: 'days', label: 'days' },
]

function PeriodField({ rule, disabled, onChange }: PeriodFieldProps) {
  const { period } = rule
  return (
    <div className={classes.period}>
      {period && (
        <NumberInput
          label="Period"
          value={period.amount}
          min={0}
          max={999}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="strict"
          disabled={disabled}
          hideControls
          onChange={(amount) => typeof amount === 'number' && onChange({ ...period, amount })}
        />
      )}
      <ChoiceField<Unit>
        label={period ? 'Unit' : 'Period'}
        options={UNITS}
        value={period?.unit ?? 'none'}
        disabled={disabled}
        onChange={(unit) => onChange(unit === 'none' ? null : { amount: period?.amount ?? 6, unit })}
      />
    </div>
  )
}
