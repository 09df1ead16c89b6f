import { Button, Group, Modal, Select, TextInput } from '@mantine/core'
import { Fragment, useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import type { QuickReason } from '#shared/registers/cases/case-marks.contract.ts'
import { GROUNDS } from '../review/grounds.ts'
import classes from './dialogs.module.css'

const EMPTY: QuickReason = { exemption: '', reason: '', label: '' }
const KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

type QuickReasonsDialogProps = {
  readonly request: string
  readonly reasons: readonly QuickReason[]
  readonly onClose: () => void
}

/** The reasons of the keys 1 to 9, to be changed; each belongs to its key, so one may be empty. */
export function QuickReasonsDialog({ request, reasons, onClose }: QuickReasonsDialogProps) {
  const [rows, setRows] = useState(KEYS.map((_, index) => reasons[index] ?? EMPTY))
  const keep = useEngineCommand('cases.keepQuickReasons')
  const change = (index: number, said: Partial<QuickReason>) =>
    setRows(rows.map((row, at) => (at === index ? { ...row, ...said } : row)))
  return (
    <Modal opened onClose={onClose} title="Quick reasons" size={820}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          keep.mutate({ request, reasons: rows }, { onSuccess: onClose })
        }}
      >
        <div className={classes.reasons}>
          <span>Key</span>
          <span>Exemption</span>
          <span>Reason in plain words</span>
          <span>Label in its place</span>
          {KEYS.map((key, index) => (
            <Fragment key={key}>
              <kbd>{key}</kbd>
              <Select
                aria-label={`Exemption of ${key}`}
                searchable
                clearable
                selectFirstOptionOnChange
                allowDeselect={false}
                nothingFoundMessage="Nothing by this name"
                clearButtonProps={{ 'aria-label': `Clear the exemption of ${key}` }}
                data={GROUNDS}
                value={rows[index]!.exemption || null}
                onChange={(exemption) => change(index, { exemption: exemption ?? '' })}
              />
              <TextInput
                aria-label={`Reason of ${key}`}
                maxLength={1000}
                value={rows[index]!.reason}
                onChange={({ currentTarget: { value } }) => change(index, { reason: value })}
              />
              <TextInput
                aria-label={`Label of ${key}`}
                maxLength={200}
                value={rows[index]!.label}
                onChange={({ currentTarget: { value } }) => change(index, { label: value })}
              />
            </Fragment>
          ))}
        </div>
        {keep.error && <p role="alert">{sentenceOf(keep.error)}</p>}
        <Group justify="flex-end" mt="lg" gap="sm">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={keep.isPending}>
            Keep the reasons
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
