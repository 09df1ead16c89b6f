import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { NOTE_CHECKS } from '#shared/portability/transfer-note.ts'
import type { ExportWork } from '../draft/useExport.ts'
import classes from '../portability.module.css'

const NOBODY = { name: '', address: '', contact: '', how: '' }

/** For an export that goes to another controller: whom, and how; a note to them is put in with it. */
export function ReceiverFields({ work }: { readonly work: ExportWork }) {
  const { receiver } = work.draft
  const change = (part: Partial<typeof NOBODY>) =>
    work.change({ receiver: { ...NOBODY, ...receiver, ...part } })
  return (
    <div className={classes.stack}>
      <Checkbox
        label="Send to another controller"
        description="Where the person asks for it and it is technically feasible (UK GDPR Art 20(2)). A note to them goes along."
        checked={receiver !== null}
        onChange={({ currentTarget: { checked } }) => work.change({ receiver: checked ? NOBODY : null })}
      />
      {receiver && (
        <div className={classes.receiver}>
          <TextInput
            label="Controller"
            required
            maxLength={500}
            placeholder="Meadow Fostering Ltd"
            value={receiver.name}
            onChange={({ currentTarget: { value } }) => change({ name: value })}
          />
          <TextInput
            label="Contact"
            maxLength={500}
            placeholder="dpo@meadow.example"
            value={receiver.contact}
            onChange={({ currentTarget: { value } }) => change({ contact: value })}
          />
          <Textarea
            label="Address"
            minRows={1}
            value={receiver.address}
            onChange={({ currentTarget: { value } }) => change({ address: value })}
          />
          <Textarea
            label="How it is sent"
            minRows={1}
            placeholder="Their upload portal, which takes JSON"
            value={receiver.how}
            onChange={({ currentTarget: { value } }) => change({ how: value })}
          />
          {NOTE_CHECKS.map((says) => (
            <p key={says} className={classes.toCheck}>
              <strong>To be checked.</strong> {says}
            </p>
          ))}
        </div>
      )}
    </div>
  )
}
