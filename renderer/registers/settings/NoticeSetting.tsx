import { Switch } from '@mantine/core'
import { useCanEdit } from '#renderer/api/editing.ts'
import type { SaveSettings, Settings } from './SettingsPage.tsx'

type NoticeSettingProps = { readonly settings: Settings; readonly save: SaveSettings }

/** Whether the desktop tells how many dates are due. */
export function NoticeSetting({ settings, save }: NoticeSettingProps) {
  const { canEdit } = useCanEdit()
  return (
    <section aria-labelledby="notice-heading">
      <h2 id="notice-heading">Reminders on the desktop</h2>
      <Switch
        label="Say how many dates are overdue or due today"
        description="After unlocking, when a date falls due, and when a period in hours has 24 and 4 hours left. Only numbers are shown, never a title or a name. While the register is locked nothing is said."
        checked={settings.tellsDue}
        disabled={!canEdit}
        onChange={(event) => void save({ tellsDue: event.currentTarget.checked })}
      />
    </section>
  )
}
