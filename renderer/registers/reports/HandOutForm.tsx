import { Button, type ComboboxData, Radio } from '@mantine/core'
import type { Progress } from '#renderer/api/client.ts'
import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { DayField } from '#renderer/ui/fields/DayField.tsx'
import { Failure } from '#renderer/ui/files/Failure.tsx'
import { TaskProgress } from '#renderer/ui/files/TaskProgress.tsx'
import { type HandedOut, WrittenFilePanel } from '#renderer/ui/files/WrittenFilePanel.tsx'
import type { PlainDate } from '#shared/time/plain-date.ts'
import classes from './reports.module.css'

type HandOutFormProps = {
  readonly formats: readonly { readonly value: string; readonly label: string; readonly what: string }[]
  readonly format: string
  readonly onFormat: (format: string) => void
  readonly scopeLabel: string
  readonly scope: {
    readonly options: ComboboxData
    readonly value: string
    readonly choose: (value: string) => void
  }
  readonly asAt: PlainDate | null
  readonly onDay: (day: PlainDate | null) => void
  readonly saving: { readonly start: () => void; readonly isPending: boolean; readonly failure: unknown }
  readonly progress: Progress | null
  readonly onCancel: () => void
  readonly file: HandedOut | undefined
}

/** The form, the scope and the day of a file; its progress, and what was written. */
export function HandOutForm(props: HandOutFormProps) {
  const { formats, format, scope, saving, file } = props
  const { failure } = saving
  return (
    <>
      <div className={classes.form}>
        <Radio.Group label="Form" value={format} onChange={props.onFormat}>
          <div className={classes.formats}>
            {formats.map(({ value, label, what }) => (
              <Radio key={value} value={value} label={label} description={what} />
            ))}
          </div>
        </Radio.Group>
        <div className={classes.choices}>
          <ChoiceField
            label={props.scopeLabel}
            options={scope.options}
            value={scope.value}
            onChange={scope.choose}
          />
          <DayField
            label="As at"
            hint="Empty means as the register stands now"
            value={props.asAt}
            onChange={props.onDay}
          />
          <div>
            <Button disabled={saving.isPending} onClick={saving.start}>
              Choose where to save…
            </Button>
          </div>
        </div>
      </div>
      {saving.isPending && <TaskProgress progress={props.progress} onCancel={props.onCancel} />}
      <Failure failure={failure} />
      {file && <WrittenFilePanel file={file} />}
    </>
  )
}
