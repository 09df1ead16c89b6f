import { Button, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChevronDown } from '@tabler/icons-react'
import { useAsAt } from '#renderer/api/as-at.ts'
import { useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { TaskDialog } from '#renderer/ui/list/TaskDialog.tsx'
import { described } from '#shared/described/all.ts'
import type { RecordTarget } from '#shared/described/list.ts'
import type { DescribedName } from '#shared/described/names.ts'
import { AppError } from '#shared/errors.ts'

const FORMATS = [
  { format: 'pdf', label: 'PDF, to hand out' },
  { format: 'xlsx', label: 'Excel (XLSX)' },
  { format: 'csv', label: 'CSV' },
  { format: 'json', label: 'JSON' },
] as const
type Format = (typeof FORMATS)[number]['format']

type RecordExportMenuProps = {
  readonly register: DescribedName
  readonly label: string
  readonly target: RecordTarget
}

/** Writes some records of a register to a file the person chooses. */
export function RecordExportMenu({ register, label, target }: RecordExportMenuProps) {
  const asAt = useAsAt()
  const write = useEngineTask('reports.writeRegister')
  const run = async (format: Format) => {
    try {
      const suggestedName = described(register).label
      const { path } = await shell('shell.chooseSavePath', { suggestedName, kind: format })
      if (!path) return
      const file = await write.mutateAsync({ register, format, to: path, target, asAt })
      notifications.show({
        title: `${suggestedName} written`,
        message: file.path,
        onClick: () => void shell('shell.reveal', { path: file.path }).catch(() => undefined),
      })
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
          {FORMATS.map(({ format, label: words }) => (
            <Menu.Item key={format} onClick={() => void run(format)}>
              {words}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {write.isPending && (
        <TaskDialog title="Writing the file" progress={write.progress} onStop={write.cancel} />
      )}
    </>
  )
}
