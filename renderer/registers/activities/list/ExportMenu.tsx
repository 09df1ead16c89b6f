import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChevronDown } from '@tabler/icons-react'
import { useAsAt } from '#renderer/api/as-at.ts'
import { useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { TaskDialog } from '#renderer/ui/list/TaskDialog.tsx'
import { AppError } from '#shared/errors.ts'
import type { ActivityTarget } from '#shared/registers/activities/activity.list.ts'
import type { Input, Output } from '#shared/rpc/contract.ts'

type Format = Input<'reports.writeRecord'>['format']

const FORMATS: readonly { format: Format; label: string; kind: 'pdf' | 'xlsx' | 'csv' | 'json' | 'zip' }[] = [
  { format: 'pdf', label: 'PDF, to hand out', kind: 'pdf' },
  { format: 'xlsx', label: 'Excel, in the ICO template’s columns', kind: 'xlsx' },
  { format: 'csv', label: 'CSV', kind: 'csv' },
  { format: 'json', label: 'JSON', kind: 'json' },
  { format: 'archive', label: 'Archive that can be verified', kind: 'zip' },
]

type ExportMenuProps = { readonly label: string; readonly target: ActivityTarget }

/** Writes the Article 30 record of some activities to a file the person chooses. */
export function ExportMenu({ label, target }: ExportMenuProps) {
  const asAt = useAsAt()
  const write = useEngineTask('reports.writeRecord')

  const run = async ({ format, kind }: (typeof FORMATS)[number]) => {
    try {
      const { path } = await shell('shell.chooseSavePath', {
        suggestedName: 'Record of processing activities',
        kind,
      })
      if (!path) return
      tellWritten(await write.mutateAsync({ format, to: path, organisationId: null, target, asAt }))
    } catch (error) {
      if (error instanceof AppError && error.code === 'cancelled') return
      notifications.show({ color: 'red', title: 'The file was not written', message: sentenceOf(error) })
    }
  }

  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={13} aria-hidden />}>
            {label}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {FORMATS.map((format) => (
            <Menu.Item key={format.format} onClick={() => void run(format)}>
              {format.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {write.isPending && (
        <TaskDialog title="Writing the record" progress={write.progress} onStop={write.cancel} />
      )}
    </>
  )
}

function tellWritten({ path, activities }: Output<'reports.writeRecord'>): void {
  const count = `${activities.toLocaleString('en-GB')} ${activities === 1 ? 'activity' : 'activities'}`
  notifications.show({
    title: `Record of ${count} written`,
    message: path,
    onClick: () => void shell('shell.reveal', { path }).catch(() => undefined),
  })
}
