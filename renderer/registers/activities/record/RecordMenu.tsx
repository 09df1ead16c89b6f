import { ActionIcon, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCopy, IconDots, IconFileExport, IconSchema, IconTrash } from '@tabler/icons-react'
import { useEngineCommand, useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { hrefOf, navigate } from '#renderer/app/routing.tsx'
import { useActivity } from './activity-record.ts'

const FORMATS = [
  { format: 'pdf', label: 'PDF' },
  { format: 'xlsx', label: 'Excel (XLSX)' },
  { format: 'csv', label: 'CSV' },
  { format: 'json', label: 'JSON' },
] as const

/** What can be done with the record as a whole. */
export function RecordMenu() {
  const { value, disabled } = useActivity()
  const duplicate = useEngineCommand('activities.duplicate')
  const remove = useEngineCommand('activities.remove')
  const handOut = useHandOut()
  const title = `${value.reference} ${value.name}`.trim()

  const copy = async () => {
    const { id } = await duplicate.mutateAsync({ id: value.id })
    navigate(hrefOf('activities', id))
    notifications.show({ message: `A copy of ${title} was made; Ctrl+Z takes it back.` })
  }
  const takeAway = async () => {
    await remove.mutateAsync({ target: { ids: [value.id] } })
    navigate(hrefOf('activities'))
    notifications.show({ message: `Removed: ${title}. Ctrl+Z brings it back.` })
  }
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon aria-label="More about this activity">
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconSchema size={15} />}
          onClick={() => navigate(hrefOf('activities', value.id, 'flow'))}
        >
          Open its data flow
        </Menu.Item>
        <Menu.Label>Hand out this activity</Menu.Label>
        {FORMATS.map(({ format, label }) => (
          <Menu.Item
            key={format}
            leftSection={<IconFileExport size={15} />}
            onClick={() => attempt(handOut(format, value.id, title))}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconCopy size={15} />} disabled={disabled} onClick={() => attempt(copy())}>
          Duplicate
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={15} />}
          disabled={disabled}
          onClick={() => attempt(takeAway())}
        >
          Remove
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

function useHandOut() {
  const write = useEngineTask('reports.writeRecord')
  return async (
    format: (typeof FORMATS)[number]['format'],
    id: ReturnType<typeof useActivity>['value']['id'],
    title: string,
  ) => {
    const { path } = await shell('shell.chooseSavePath', { suggestedName: title, kind: format })
    if (path === null) return
    const file = await write.mutateAsync({
      format,
      to: path,
      organisationId: null,
      target: { ids: [id] },
      asAt: null,
    })
    notifications.show({ message: `Written: ${file.path}` })
  }
}

function attempt(work: Promise<void>): void {
  work.catch((error: unknown) =>
    notifications.show({ color: 'red', title: 'Not done', message: sentenceOf(error) }),
  )
}
