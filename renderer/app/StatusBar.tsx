import { Popover } from '@mantine/core'
import { IconAlertTriangle, IconLock, IconPencilOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useFileQuery } from '#renderer/api/client.ts'
import { type OpenStatus, useSession } from '#renderer/api/session.ts'
import { shell } from '#renderer/api/shell.ts'
import { formatInstant } from '#shared/time/plain-date.ts'
import classes from './StatusBar.module.css'

/** The state of the register's safety, always in view. */
export function StatusBar() {
  const session = useSession()
  const { data } = useFileQuery('registerFile.status', {})
  const status = data?.state === 'open' ? data : session.phase === 'open' ? session.status : null
  return (
    <footer className={classes.bar} aria-label="State of the register">
      {status && <RegisterParts status={status} />}
      <span className={classes.space} />
      <RuntimeParts />
    </footer>
  )
}

function RegisterParts({ status }: { readonly status: OpenStatus }) {
  const { chain, lastBackupAt, readOnlyBecause } = status
  return (
    <>
      <span title={status.encryption}>
        <IconLock size={13} aria-hidden /> {status.name}: encrypted, unlocked
      </span>
      {readOnlyBecause && (
        <span data-warning>
          <IconPencilOff size={13} aria-hidden /> Read-only: {readOnlyBecause}
        </span>
      )}
      <span>{lastBackupAt ? `Last backup ${formatInstant(lastBackupAt)}` : 'No backup yet'}</span>
      {chain.problems.length > 0 ? (
        <span data-error role="alert">
          <IconAlertTriangle size={13} aria-hidden /> Chain: {chain.problems[0]}
        </span>
      ) : (
        <span title={chain.head}>
          Chain {chain.seq.toLocaleString('en-GB')} · <code>{chain.head.slice(0, 8)}</code>
          {chain.checkedAt ? ` · checked ${formatInstant(chain.checkedAt)}` : ' · not checked yet'}
        </span>
      )}
    </>
  )
}

function RuntimeParts() {
  const { data: runtime } = useQuery({
    queryKey: ['shell.runtimeInfo'],
    queryFn: () => shell('shell.runtimeInfo', {}),
    refetchInterval: 30_000,
  })
  if (!runtime) return null
  const { made, refused } = runtime.connections
  return (
    <>
      {!runtime.supported && (
        <span data-warning>
          <IconAlertTriangle size={13} aria-hidden /> Evaluation runtime: not for real registers
        </span>
      )}
      <Popover position="top-end" width={300}>
        <Popover.Target>
          <button type="button" data-error={made > 0 || undefined}>
            {made} connections
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          Since the program started, {made} network connections were made and {refused} requests were stopped
          before they left the program. Version {runtime.version}, Electron {runtime.electron}.
        </Popover.Dropdown>
      </Popover>
    </>
  )
}
