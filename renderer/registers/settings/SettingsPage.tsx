import { NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { SavedStatus } from '#renderer/ui/SavedStatus.tsx'
import type { Saving } from '#renderer/ui/saving.ts'
import { readNow } from '#renderer/ui/useNow.ts'
import type { Input, Output } from '#shared/rpc/contract.ts'
import { BreachFormSetting } from './BreachFormSetting.tsx'
import { HolidaySettings } from './HolidaySettings.tsx'
import { RegulatorSettings } from './RegulatorSettings.tsx'
import { LetterSetting } from './LetterSetting.tsx'
import { NoticeSetting } from './NoticeSetting.tsx'
import { TargetSetting } from './TargetSetting.tsx'
import classes from './settings.module.css'

export type Settings = Output<'settings.get'>
export type SaveSettings = (changes: Input<'settings.change'>['changes']) => Promise<boolean>

type SettingsPageProps = {
  /** What concerns the register file itself: passphrase, recovery key, backups. */
  readonly FileSettings: React.ComponentType
}

/** What the keeper of the register decides about it. */
export function SettingsPage({ FileSettings }: SettingsPageProps) {
  const { data, error } = useEngineQuery('settings.get', {})
  const change = useEngineCommand('settings.change')
  const [saving, setSaving] = useState<Saving | null>(null)
  const save: SaveSettings = async (changes) => {
    setSaving({ state: 'saving' })
    const done = await change.mutateAsync({ changes }).catch(() => null)
    setSaving(done ? { state: 'saved', at: readNow() } : { state: 'failed' })
    return done !== null
  }
  return (
    <>
      <PageHeader title="Settings" beside={<SavedStatus saving={saving} />} />
      <div className={classes.page}>
        {error && <p role="alert">{sentenceOf(error)}</p>}
        {change.error && <p role="alert">{sentenceOf(change.error)}</p>}
        {data && <LockSetting settings={data} save={save} />}
        <FileSettings />
        {data && <TargetSetting settings={data} save={save} />}
        {data && <NoticeSetting settings={data} save={save} />}
        {data && <BreachFormSetting settings={data} />}
        {data && <LetterSetting settings={data} />}
        {data && <HolidaySettings settings={data} save={save} />}
        {data && <RegulatorSettings settings={data} save={save} />}
      </div>
    </>
  )
}

function LockSetting({ settings, save }: { readonly settings: Settings; readonly save: SaveSettings }) {
  const { canEdit } = useCanEdit()
  const [minutes, setMinutes] = useState<number | string>(settings.lockAfterMinutes)
  const keep = () => {
    const value = Number(minutes)
    if (Number.isInteger(value) && value >= 1 && value <= 30 && value !== settings.lockAfterMinutes)
      void save({ lockAfterMinutes: value })
    else setMinutes(settings.lockAfterMinutes)
  }
  return (
    <section aria-labelledby="lock-heading">
      <h2 id="lock-heading">Locking</h2>
      <NumberInput
        label="Minutes without a key press or click before the register locks itself"
        description="From 1 to 30. It also locks when the computer is locked or goes to sleep."
        min={1}
        max={30}
        allowDecimal={false}
        classNames={{ wrapper: classes.minutes ?? '' }}
        disabled={!canEdit}
        value={minutes}
        onChange={setMinutes}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
    </section>
  )
}
