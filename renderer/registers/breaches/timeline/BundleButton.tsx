import { Button, Checkbox, Group, Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPackage } from '@tabler/icons-react'
import { useState } from 'react'
import { useAsAt } from '#renderer/api/as-at.ts'
import { useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { TaskDialog } from '#renderer/ui/list/TaskDialog.tsx'
import { AppError } from '#shared/errors.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import classes from './timeline.module.css'

/** Writes everything about the breach into one file that can be checked by anybody. */
export function BundleButton({ breach }: { readonly breach: Breach }) {
  const asAt = useAsAt()
  const write = useEngineTask('breaches.writeBundle')
  const [isAsking, setAsking] = useState(false)
  const [withPeople, setWithPeople] = useState(false)
  const run = async () => {
    setAsking(false)
    try {
      const suggestedName = `Incident bundle ${breach.reference}`.trim()
      const { path } = await shell('shell.chooseSavePath', { suggestedName, kind: 'zip' })
      if (!path) return
      const bundle = await write.mutateAsync({ id: breach.id, to: path, withPeople, asAt })
      notifications.show({
        title: `Incident bundle written, ${bundle.files} files`,
        message: bundle.path,
        onClick: () => void shell('shell.reveal', { path: bundle.path }).catch(() => undefined),
      })
    } catch (error) {
      if (error instanceof AppError && error.code === 'cancelled') return
      notifications.show({ color: 'red', title: 'The bundle was not written', message: sentenceOf(error) })
    }
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPackage size={14} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        Incident bundle…
      </Button>
      <Modal opened={isAsking} onClose={() => setAsking(false)} title="Incident bundle">
        <div className={classes.bundle}>
          <p>
            One file with the chronology, the record, every decision with what it rested on, the reports and
            letters as they were sent, and the evidence files, each with its checksum. “Check an archive” in
            Reports checks it.
          </p>
          <Checkbox
            label="With the people’s names"
            description="Adds the list of people to tell, with their addresses. Leave it off for the Commissioner, an insurer or a board."
            checked={withPeople}
            onChange={({ currentTarget: { checked } }) => setWithPeople(checked)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)}>
              Cancel
            </Button>
            <Button onClick={() => void run()}>Choose where to save…</Button>
          </Group>
        </div>
      </Modal>
      {write.isPending && (
        <TaskDialog title="Writing the incident bundle" progress={write.progress} onStop={write.cancel} />
      )}
    </>
  )
}
