import { Button, Checkbox, Popover } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { useRoute } from '#renderer/app/routing.tsx'
import { TaskDialog } from '#renderer/ui/list/TaskDialog.tsx'
import { AppError } from '#shared/errors.ts'
import { organisationOf } from './queue-input.ts'
import classes from './today.module.css'
import { count } from './today-words.ts'

/** Writes the dates from today on as a calendar file; titles go into it only when asked for. */
export function ExportCalendar() {
  const organisationId = organisationOf(useRoute().search)
  const write = useEngineTask('today.writeCalendar')
  const [isOpen, setOpen] = useState(false)
  const [withTitles, setWithTitles] = useState(false)
  const run = async () => {
    setOpen(false)
    try {
      const { path: to } = await shell('shell.chooseSavePath', {
        suggestedName: 'Data protection deadlines',
        kind: 'ics',
      })
      if (!to) return
      const { path, events } = await write.mutateAsync({ organisationId, to, withTitles })
      notifications.show({
        title: `Calendar of ${count(events, 'date')} written`,
        message: path,
        onClick: () => void shell('shell.reveal', { path }).catch(() => undefined),
      })
    } catch (error) {
      if (error instanceof AppError && error.code === 'cancelled') return
      notifications.show({ color: 'red', title: 'The file was not written', message: sentenceOf(error) })
    }
  }
  return (
    <>
      <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={320} trapFocus>
        <Popover.Target>
          <Button variant="default" onClick={() => setOpen(!isOpen)}>
            Calendar file…
          </Button>
        </Popover.Target>
        <Popover.Dropdown className={classes.export ?? ''} aria-label="Calendar file">
          <p>The dates from today on as an iCalendar file (.ics), for the calendar you use.</p>
          <Checkbox
            label="With the titles of records"
            description="A title may name a person, and calendars are often shared or kept online. Without titles each entry says only what is due."
            checked={withTitles}
            onChange={(event) => setWithTitles(event.currentTarget.checked)}
          />
          <Button onClick={() => void run()}>Choose where to save…</Button>
        </Popover.Dropdown>
      </Popover>
      {write.isPending && (
        <TaskDialog title="Writing the calendar" progress={write.progress} onStop={write.cancel} />
      )}
    </>
  )
}
