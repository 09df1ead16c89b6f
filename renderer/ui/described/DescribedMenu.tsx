import { ActionIcon, Menu } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconCopy, IconDots, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, navigate } from '#renderer/app/routing.tsx'
import { described } from '#shared/described/all.ts'
import type { DescribedName } from '#shared/described/names.ts'
import { useDescribedRecord } from './described-record.ts'
import { RemoveRecord } from './RemoveRecord.tsx'

/** What can be done with a record as a whole. */
export function DescribedMenu({ register }: { readonly register: DescribedName }) {
  const { value, disabled } = useDescribedRecord()
  const duplicate = useEngineCommand('records.duplicate')
  const [isRemoving, setRemoving] = useState(false)
  const { one } = described(register)
  const title = `${value.reference} ${value.name}`.trim()
  const copy = () =>
    duplicate.mutateAsync({ register, id: value.id }).then(
      ({ id }) => {
        navigate(hrefOf(register, id))
        notifications.show({ message: `A copy of ${title} was made; Ctrl Z takes it back.` })
      },
      (error: unknown) =>
        notifications.show({ color: 'red', title: 'Not copied', message: sentenceOf(error) }),
    )
  return (
    <>
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <ActionIcon aria-label={`More about this ${one}`}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={15} />} disabled={disabled} onClick={() => void copy()}>
            Duplicate
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={15} />}
            disabled={disabled}
            onClick={() => setRemoving(true)}
          >
            Remove…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isRemoving && (
        <RemoveRecord register={register} id={value.id} title={title} onClose={() => setRemoving(false)} />
      )}
    </>
  )
}
