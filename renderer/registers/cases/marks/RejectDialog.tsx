import { Button, Group, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PageMarking } from './useMarking.ts'

/** The reason that was said last, for places that stay for the same one follow each other. */
let lastReason = ''

type RejectDialogProps = {
  readonly marking: PageMarking
  readonly page: number
  readonly mark: number
  readonly onClose: () => void
}

/** Asks why something stays visible although it was proposed, or marked, to be removed. */
export function RejectDialog({ marking, page, mark, onClose }: RejectDialogProps) {
  const [reason, setReason] = useState(lastReason)
  const said = reason.trim()
  const keep = () => {
    lastReason = said
    onClose()
    const { actions } = marking
    const changes = { state: 'rejected', reason: said } as const
    void actions.inTurn(() => actions.change(page, mark, changes, `It stays: ${said}`))
  }
  return (
    <Modal opened onClose={onClose} title="Why it stays visible">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (said.length >= 3) keep()
        }}
      >
        <TextInput
          label="Reason"
          description="Kept with the place as an exception, for example “signs as the social worker”"
          data-autofocus
          value={reason}
          onFocus={({ currentTarget }) => currentTarget.select()}
          onChange={({ currentTarget: { value } }) => setReason(value)}
        />
        <Group justify="flex-end" mt="lg" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={said.length < 3}>
            It stays
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
