import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useCanEdit } from '#renderer/api/editing.ts'
import { useToday } from '#renderer/ui/useNow.ts'
import { type Regulator, regulatorOn } from '#shared/registers/settings/settings.schema.ts'
import { formatDay, PlainDate } from '#shared/time/plain-date.ts'
import type { SaveSettings, Settings } from './SettingsPage.tsx'
import classes from './settings.module.css'

type RegulatorSettingsProps = { readonly settings: Settings; readonly save: SaveSettings }

/** The regulator by the name it bears from a day on: documents of an earlier day keep the earlier name. */
export function RegulatorSettings({ settings, save }: RegulatorSettingsProps) {
  const { canEdit } = useCanEdit()
  const today = useToday()
  const [edited, setEdited] = useState<number | 'new' | null>(null)
  const { regulators } = settings
  const now = regulatorOn(settings, today)

  const keep = async (regulator: Regulator) => {
    const others = regulators.filter((_, at) => at !== edited)
    const next = [...others, regulator].toSorted((a, b) => (a.from < b.from ? -1 : 1))
    if (await save({ regulators: next })) setEdited(null)
  }
  const remove = (at: number) => void save({ regulators: regulators.filter((_, other) => other !== at) })

  return (
    <section aria-labelledby="regulator-heading">
      <h2 id="regulator-heading">Regulator</h2>
      <p className={classes.hint}>
        A name that changes by law is added with the day it begins; documents use the name of their day.
      </p>
      <ul className={classes.list}>
        {regulators.map((regulator, at) => (
          <li key={regulator.from}>
            <div>
              <strong>{regulator.name}</strong> ({regulator.shortName}) from {formatDay(regulator.from)}
              {regulator === now && ' · in use now'}
              <div className={classes.hint}>
                {[regulator.address, regulator.website, regulator.telephone].filter(Boolean).join(' · ')}
              </div>
            </div>
            <Group gap="xs">
              <Button
                variant="subtle"
                disabled={!canEdit}
                aria-label={`Change ${regulator.name}`}
                onClick={() => setEdited(at)}
              >
                Change
              </Button>
              {regulators.length > 1 && (
                <Button
                  variant="subtle"
                  disabled={!canEdit}
                  aria-label={`Remove ${regulator.name}`}
                  onClick={() => remove(at)}
                >
                  Remove
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ul>
      {edited === null ? (
        <Button variant="default" disabled={!canEdit} onClick={() => setEdited('new')}>
          Add a name from a later day
        </Button>
      ) : (
        <RegulatorForm
          key={edited}
          regulator={edited === 'new' ? { ...now, from: today } : (regulators[edited] ?? now)}
          onKeep={keep}
          onCancel={() => setEdited(null)}
        />
      )}
    </section>
  )
}

type RegulatorFormProps = {
  readonly regulator: Regulator
  readonly onKeep: (regulator: Regulator) => Promise<void>
  readonly onCancel: () => void
}

const FIELDS = [
  ['name', 'Name'],
  ['shortName', 'Short name'],
  ['website', 'Website'],
  ['telephone', 'Telephone'],
] as const

function RegulatorForm({ regulator, onKeep, onCancel }: RegulatorFormProps) {
  const [typed, setTyped] = useState({ ...regulator, from: String(regulator.from) })
  const from = PlainDate.safeParse(typed.from)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (from.success && typed.name.trim()) void onKeep({ ...typed, from: from.data })
  }
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        label="From"
        type="date"
        value={typed.from}
        error={from.success ? undefined : 'Give the day it begins'}
        onChange={(event) => setTyped({ ...typed, from: event.currentTarget.value })}
      />
      {FIELDS.map(([field, label]) => (
        <TextInput
          key={field}
          label={label}
          value={typed[field]}
          error={field === 'name' && !typed.name.trim() ? 'Give the name' : undefined}
          onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
        />
      ))}
      <Textarea
        label="Address"
        value={typed.address}
        onChange={(event) => setTyped({ ...typed, address: event.currentTarget.value })}
      />
      <Group gap="sm">
        <Button type="submit">Save</Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </form>
  )
}
