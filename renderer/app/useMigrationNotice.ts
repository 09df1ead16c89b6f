import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { useSession } from '#renderer/api/session.ts'

/** Says once that an older version had written the register, and where its earlier state is. */
export function useMigrationNotice(): void {
  const session = useSession()
  const backup = session.phase === 'open' ? session.status.broughtUpToDate : null
  useEffect(() => {
    if (!backup) return
    notifications.show({
      id: 'brought-up-to-date',
      title: 'The register was brought up to date',
      message: `An earlier version had written it. Its state before is the backup ${backup}.`,
      autoClose: false,
    })
  }, [backup])
}
