import { Select, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import type { PackLine } from '#shared/registers/cases/case-packs.contract.ts'

const WAYS = [
  { value: 'post', label: 'Post, signed for' },
  { value: 'email', label: 'Email' },
  { value: 'portal', label: 'Secure download' },
  { value: 'collected', label: 'Collected in person' },
] as const
type Way = (typeof WAYS)[number]['value']

type ReleaseDialogProps = { readonly request: string; readonly pack: PackLine; readonly onClose: () => void }

/** Records that a pack was handed over; the address is typed once more, to be compared with the request. */
export function ReleaseDialog({ request, pack, onClose }: ReleaseDialogProps) {
  const [how, setHow] = useState<Way>('post')
  const [address, setAddress] = useState('')
  const release = useEngineCommand('cases.release')
  const run = () =>
    release.mutate(
      { request, pack: pack.id, how, address },
      {
        onSuccess: ({ isRequestAnswered }) => {
          notifications.show({
            title: 'Recorded as handed over',
            message: isRequestAnswered
              ? 'The request says that it was answered.'
              : 'Record the letter as sent on the page “Letters”, and the day of the answer in the record.',
          })
          onClose()
        },
      },
    )
  return (
    <ConfirmDialog
      title={`Part ${pack.phase} was handed over`}
      confirm="Record it"
      busy={release.isPending}
      error={release.error}
      onConfirm={run}
      onClose={onClose}
    >
      <p>Nothing is sent from here. This records what was done; its pages are left out of later parts.</p>
      <Select
        label="How"
        data={[...WAYS]}
        value={how}
        allowDeselect={false}
        onChange={(value) => value && setHow(value as Way)}
      />
      <Textarea
        label="Where it went"
        description="Type the address as it stands on the parcel or in the message. It has to be the one in the request."
        required
        autosize
        minRows={2}
        mt="sm"
        value={address}
        onChange={({ currentTarget: { value } }) => setAddress(value)}
      />
    </ConfirmDialog>
  )
}
