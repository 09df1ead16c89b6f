import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useEngineTask } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { PACK_DELIVERIES } from '#shared/cases/pack-words.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import type { PackLine } from '#shared/registers/cases/case-packs.contract.ts'
import { countOf } from '#shared/count-words.ts'
import { formatDay, formatTime, ukDayOf } from '#shared/time/plain-date.ts'
import type { Instant } from '#shared/time/instant.ts'
import { GatePart } from '../gate/GatePart.tsx'
import { BuildPart } from './BuildPart.tsx'
import { ReleaseDialog } from './ReleaseDialog.tsx'
import { Fingerprint } from './Fingerprint.tsx'
import { Removed } from './Removed.tsx'
import classes from './pack.module.css'

type PackCardProps = { readonly record: AnyRecord; readonly pack: PackLine }

/** A frozen pack: what it holds, its fingerprint, and what can be done with it. */
export function PackCard({ record, pack }: PackCardProps) {
  const { canEdit } = useCanEdit()
  const [isReleasing, setReleasing] = useState(false)
  const { built, released } = pack
  return (
    <article className={classes.pack} aria-labelledby={`pack-${pack.id}`}>
      <h4 id={`pack-${pack.id}`}>
        Part {pack.phase}
        {pack.kind === 'partial' ? '' : ', the answer'}: {pack.firstReference} to {pack.lastReference}
      </h4>
      <p className={classes.quiet}>
        {countOf(pack.pages, 'page')} of {countOf(pack.documents, 'document')}, frozen on{' '}
        {momentOf(pack.madeAt)}
        {pack.madeBy && ` by ${pack.madeBy}`}. Plan {pack.planSha256.slice(0, 12)}
      </p>
      <Removed pack={pack} />
      {built && (
        <p>
          Last built on {momentOf(built.at)}:{' '}
          {PACK_DELIVERIES.find(({ value }) => value === built.delivery)?.label}
          {built.isKept ? '; its passphrase is kept with the case.' : '.'}
        </p>
      )}
      {built && <Fingerprint fingerprint={built.fingerprint} />}
      {released && (
        <p>
          <strong>Handed over</strong> on {momentOf(released.at)} by {released.by || 'unnamed'}.{' '}
          <RouteLink href={hrefOf('requests', record.id, 'letters')}>Record the letter as sent</RouteLink>
        </p>
      )}
      <GatePart request={record.id} pack={pack.id} />
      <BuildPart request={record.id} pack={pack} />
      <div className={classes.actions}>
        {canEdit && built && !released && (
          <Button variant="default" onClick={() => setReleasing(true)}>
            It was handed over…
          </Button>
        )}
        <InternalCopy request={record.id} pack={pack} />
        <RouteLink href={hrefOf('reports')}>Check a pack</RouteLink>
      </div>
      {isReleasing && <ReleaseDialog request={record.id} pack={pack} onClose={() => setReleasing(false)} />}
    </article>
  )
}

const momentOf = (at: Instant) => `${formatDay(ukDayOf(at))} at ${formatTime(at)}`

function InternalCopy({ request, pack }: { readonly request: string; readonly pack: PackLine }) {
  const write = useEngineTask('cases.buildInternal')
  const run = async () => {
    try {
      const suggestedName = `${pack.firstReference.split('/')[0]}-part-${pack.phase}-internal`
      const { path } = await shell('shell.chooseSavePath', { suggestedName, kind: 'zip' })
      if (!path) return
      const { files } = await write.mutateAsync({ request, pack: pack.id, to: path })
      notifications.show({ title: 'The internal copy was written', message: `${files} files: ${path}` })
    } catch (error) {
      notifications.show({
        color: 'red',
        title: 'The internal copy was not written',
        message: sentenceOf(error),
      })
    }
  }
  return (
    <Button variant="default" loading={write.isPending} onClick={() => void run()}>
      Internal copy…
    </Button>
  )
}
