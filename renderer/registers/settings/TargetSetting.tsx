import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useCanEdit } from '#renderer/api/editing.ts'
import type { SaveSettings, Settings } from './SettingsPage.tsx'
import classes from './settings.module.css'

type TargetSettingProps = { readonly settings: Settings; readonly save: SaveSettings }

/** The days in which requests are to be answered by our own rule, which stands beside the law's. */
export function TargetSetting({ settings, save }: TargetSettingProps) {
  const { canEdit } = useCanEdit()
  const [days, setDays] = useState<number | string>(settings.targetDays)
  const keep = () => {
    const value = Number(days)
    if (!Number.isInteger(value) || value < 1 || value > 31) return setDays(settings.targetDays)
    if (value !== settings.targetDays) void save({ targetDays: value })
  }
  return (
    <section aria-labelledby="target-heading">
      <h2 id="target-heading">Our own target for requests</h2>
      <NumberInput
        label="Days in which a rights request is to be answered"
        description="From 1 to 31, counted from the day the time begins. It stands beside the law’s date and never moves it."
        min={1}
        max={31}
        allowDecimal={false}
        classNames={{ wrapper: classes.minutes ?? '' }}
        disabled={!canEdit}
        value={days}
        onChange={setDays}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
    </section>
  )
}
