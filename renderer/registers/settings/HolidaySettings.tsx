import { Button, Group, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useCanEdit } from '#renderer/api/editing.ts'
import { DayField } from '#renderer/ui/fields/DayField.tsx'
import { BANK_HOLIDAY_LIST } from '#shared/law/clocks/bank-holiday-list.ts'
import { NATION_NAMES } from '#shared/law/clocks/bank-holidays.ts'
import { Nation } from '#shared/registers/organisations/organisation.schema.ts'
import type { ExtraHoliday } from '#shared/registers/settings/settings.schema.ts'
import { formatDay, type PlainDate } from '#shared/time/plain-date.ts'
import type { SaveSettings, Settings } from './SettingsPage.tsx'
import classes from './settings.module.css'

type HolidaySettingsProps = { readonly settings: Settings; readonly save: SaveSettings }

const NATIONS = Nation.options.map((value) => ({ value, label: NATION_NAMES[value] }))

/** Bank holidays that were proclaimed after the program's own list was made. */
export function HolidaySettings({ settings, save }: HolidaySettingsProps) {
  const { canEdit } = useCanEdit()
  const { extraHolidays } = settings
  const keep = (holiday: ExtraHoliday) =>
    save({ extraHolidays: [...extraHolidays, holiday].toSorted((a, b) => (a.day < b.day ? -1 : 1)) })
  return (
    <section aria-labelledby="holidays-heading">
      <h2 id="holidays-heading">Bank holidays</h2>
      <p className={classes.hint}>
        The list is the one GOV.UK publishes, checked on {formatDay(BANK_HOLIDAY_LIST.checkedOn)}, and ends on{' '}
        {formatDay(BANK_HOLIDAY_LIST.until)}. A day proclaimed since then is added here; every date is then
        worked out anew.
      </p>
      {extraHolidays.length > 0 && (
        <ul className={classes.list}>
          {extraHolidays.map((holiday) => (
            <li key={`${holiday.day} ${holiday.nation}`}>
              <div>
                <strong>{formatDay(holiday.day)}</strong> {holiday.name}
                <div className={classes.hint}>{NATION_NAMES[holiday.nation]}</div>
              </div>
              <Button
                variant="subtle"
                disabled={!canEdit}
                aria-label={`Remove ${holiday.name}`}
                onClick={() =>
                  void save({ extraHolidays: extraHolidays.filter((other) => other !== holiday) })
                }
              >
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
      {canEdit && <HolidayForm onKeep={keep} />}
    </section>
  )
}

function HolidayForm({ onKeep }: { readonly onKeep: (holiday: ExtraHoliday) => Promise<boolean> }) {
  const [day, setDay] = useState<PlainDate | null>(null)
  const [nation, setNation] = useState<Nation>('england-and-wales')
  const [name, setName] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!day || !(await onKeep({ day, nation, name: name.trim() }))) return
    setDay(null)
    setName('')
  }
  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <DayField label="Day" value={day} onChange={setDay} />
      <Select
        label="Where"
        data={NATIONS}
        value={nation}
        allowDeselect={false}
        onChange={(value) => setNation(Nation.parse(value))}
      />
      <TextInput
        label="What it is called"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Group gap="sm" align="end">
        <Button type="submit" variant="default" disabled={!day || name.trim() === ''}>
          Add the day
        </Button>
      </Group>
    </form>
  )
}
