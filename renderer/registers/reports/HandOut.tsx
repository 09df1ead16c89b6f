import { Button, Radio } from '@mantine/core'
import { useState } from 'react'
import { useAsAt } from '#renderer/api/as-at.ts'
import { useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { DayField } from '#renderer/ui/fields/DayField.tsx'
import type { ReportFormat } from '#shared/registers/reports/report.contract.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { fileNameFor, FORMATS } from './formats.ts'
import classes from './reports.module.css'
import { TaskProgress } from './TaskProgress.tsx'
import { useScope } from './useScope.ts'
import { WrittenFilePanel } from './WrittenFilePanel.tsx'

/** Writes the record to a file of the chosen form. */
export function HandOut() {
  const shown = useAsAt()
  const [format, setFormat] = useState<ReportFormat>('pdf')
  const [chosenDay, setDay] = useState<PlainDate | null | undefined>(undefined)
  const asAt = chosenDay === undefined ? shown : chosenDay
  const scope = useScope()
  const write = useEngineTask('reports.writeRecord')
  const [shellError, setShellError] = useState<unknown>(null)

  const run = async () => {
    const { kind } = FORMATS.find(({ value }) => value === format)!
    const { path } = await shell('shell.chooseSavePath', {
      suggestedName: fileNameFor(scope.name, asAt),
      kind,
    })
    if (path !== null) write.mutate({ format, to: path, ...scope.target, asAt })
  }
  const start = () => {
    setShellError(null)
    write.reset()
    run().catch(setShellError)
  }
  const failure = shellError ?? write.error
  return (
    <section className={classes.part} aria-labelledby="hand-out">
      <h2 id="hand-out">Hand out the record</h2>
      <div className={classes.form}>
        <Radio.Group label="Form" value={format} onChange={(value) => setFormat(value as ReportFormat)}>
          <div className={classes.formats}>
            {FORMATS.map(({ value, label, what }) => (
              <Radio key={value} value={value} label={label} description={what} />
            ))}
          </div>
        </Radio.Group>
        <div className={classes.choices}>
          <ChoiceField
            label="Which activities"
            options={scope.options}
            value={scope.value}
            onChange={scope.choose}
          />
          <DayField
            label="As at"
            hint="Empty means as the register stands now"
            value={asAt}
            onChange={setDay}
          />
          <div>
            <Button disabled={write.isPending} onClick={start}>
              Choose where to save…
            </Button>
          </div>
        </div>
      </div>
      {write.isPending && <TaskProgress progress={write.progress} onCancel={write.cancel} />}
      {failure !== null && failure !== undefined && (
        <p role="alert" className={classes.alert}>
          {sentenceOf(failure)}
        </p>
      )}
      {write.data && <WrittenFilePanel file={write.data} />}
    </section>
  )
}
