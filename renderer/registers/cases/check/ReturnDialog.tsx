import { Button, Group, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'

type ReturnDialogProps = {
  readonly place: number
  /** What was said before. */
  readonly note: string
  readonly onReturn: (note: string) => void
  readonly onClose: () => void
}

const SHORTEST = 3

/** Asks what is wrong with a page that goes back to the reviewer; Enter sends it. */
export function ReturnDialog({ place, note, onReturn, onClose }: ReturnDialogProps) {
  const [typed, setTyped] = useState(note)
  const said = typed.trim()
  const send = () => said.length >= SHORTEST && onReturn(said)
  return (
    <Modal opened onClose={onClose} title={`Return page ${place.toLocaleString('en-GB')}`}>
      <Textarea
        label="What is wrong"
        description="The reviewer sees it beside the page, which counts as not reviewed until it is decided anew."
        data-autofocus
        autosize
        minRows={2}
        maxLength={1000}
        value={typed}
        onChange={({ currentTarget: { value } }) => setTyped(value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey) return
          event.preventDefault()
          send()
        }}
      />
      <Group justify="flex-end" mt="md" gap="sm">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={said.length < SHORTEST} onClick={send}>
          Return the page
        </Button>
      </Group>
    </Modal>
  )
}
