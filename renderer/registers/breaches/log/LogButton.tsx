import { Button, Group, Modal, SegmentedControl } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useAsAt } from '#renderer/api/as-at.ts'
import { useEngineQuery, useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { OptionalChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { DayField } from '#renderer/ui/fields/DayField.tsx'
import { TaskDialog } from '#renderer/ui/list/TaskDialog.tsx'
import { AppError } from '#shared/errors.ts'
import type { RegisterFormat } from '#shared/registers/reports/report.contract.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import classes from './log.module.css'

const FORMATS = [
  { value: 'pdf', label: 'PDF' },
  { value: 'xlsx', label: 'Excel' },
  { value: 'csv', label: 'CSV' },
  { value: 'json', label: 'JSON' },
] as const satisfies readonly { value: RegisterFormat; label: string }[]

type Wanted = {
  readonly format: RegisterFormat
  readonly from: PlainDate | null
  readonly until: PlainDate | null
  readonly organisationId: string | null
}

const EVERYTHING: Wanted = { format: 'pdf', from: null, until: null, organisationId: null }

/** Hands out the log of breaches that the law asks for: facts, effects and remedial action first. */
export function LogButton() {
  const asAt = useAsAt()
  const write = useEngineTask('breaches.writeLog')
  const { data: organisations = [] } = useEngineQuery('organisations.list', { relation: 'own' })
  const [wanted, setWanted] = useState<Wanted | null>(null)
  const isBackwards = Boolean(wanted?.from && wanted.until && wanted.from > wanted.until)
  const set = (change: Partial<Wanted>) => setWanted((before) => before && { ...before, ...change })
  const run = async ({ organisationId, ...rest }: Wanted) => {
    setWanted(null)
    try {
      const { path } = await shell('shell.chooseSavePath', {
        suggestedName: 'Log of breaches',
        kind: rest.format,
      })
      if (!path) return
      const input = { ...rest, organisationId: organisationId as never, to: path, asAt }
      const { records } = await write.mutateAsync(input)
      notifications.show({
        title: `Log of breaches written, ${records} ${records === 1 ? 'entry' : 'entries'}`,
        message: path,
        onClick: () => void shell('shell.reveal', { path }).catch(() => undefined),
      })
    } catch (error) {
      if (error instanceof AppError && error.code === 'cancelled') return
      notifications.show({ color: 'red', title: 'The log was not written', message: sentenceOf(error) })
    }
  }
  return (
    <>
      <Button variant="default" onClick={() => setWanted(EVERYTHING)}>
        Log to hand out…
      </Button>
      <Modal opened={wanted !== null} onClose={() => setWanted(null)} title="Log of breaches">
        {wanted && (
          <div className={classes.log}>
            <p>
              What Article 33(5) asks for: facts, effects and remedial action of every breach, then the three
              times, the decisions with their reasons, reports, people told and near misses.
            </p>
            <SegmentedControl
              aria-label="Form"
              data={[...FORMATS]}
              value={wanted.format}
              onChange={(format) => set({ format: format as RegisterFormat })}
            />
            <DayField label="Noticed from" value={wanted.from} onChange={(from) => set({ from })} />
            <DayField
              label="Noticed until"
              value={wanted.until}
              error={isBackwards ? 'The period ends before it begins' : undefined}
              onChange={(until) => set({ until })}
            />
            <OptionalChoiceField
              label="Organisation"
              placeholder="Every organisation"
              options={organisations.map(({ id, legalName }) => ({ value: id as string, label: legalName }))}
              value={wanted.organisationId}
              disabled={false}
              onChange={(organisationId) => set({ organisationId })}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setWanted(null)}>
                Cancel
              </Button>
              <Button disabled={isBackwards} onClick={() => void run(wanted)}>
                Choose where to save…
              </Button>
            </Group>
          </div>
        )}
      </Modal>
      {write.isPending && (
        <TaskDialog title="Writing the log" progress={write.progress} onStop={write.cancel} />
      )}
    </>
  )
}
