import { Button, Checkbox, PasswordInput, Progress, Radio, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useEngineQuery, useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { PACK_DELIVERIES, type PackDelivery } from '#shared/cases/pack-words.ts'
import type { PackLine } from '#shared/registers/cases/case-packs.contract.ts'
import { BuiltPack } from './BuiltPack.tsx'
import classes from './pack.module.css'

type BuildPartProps = { readonly request: string; readonly pack: PackLine }

/** Builds a frozen pack to be handed over, encrypted in one of two ways or not at all. */
export function BuildPart({ request, pack }: BuildPartProps) {
  const client = useQueryClient()
  const build = useEngineTask('cases.build')
  const isShut = useIsShut(request, pack.id)
  const [delivery, setDelivery] = useState<PackDelivery>(pack.built?.delivery ?? 'lockedPdfs')
  const [passphrase, setPassphrase] = useState('')
  const [keepPassphrase, setKeep] = useState(pack.built?.isKept ?? false)
  const [openBecause, setOpenBecause] = useState('')

  const run = async () => {
    const suggestedName = `${pack.firstReference.split('/')[0]}-part-${pack.phase}`
    const { path } = await shell('shell.chooseSavePath', { suggestedName, kind: 'zip' })
    if (!path) return
    const typed = delivery === 'open' || passphrase === '' ? null : passphrase
    build.mutate(
      { request, pack: pack.id, delivery, passphrase: typed, keepPassphrase, openBecause, to: path },
      {
        onSuccess: () => setPassphrase(''),
        // Also where the gate was found shut: the proof above then says what was found.
        onSettled: () => void client.invalidateQueries(),
      },
    )
  }

  return (
    <>
      <details className={classes.build} open={pack.built === null}>
        <summary>{pack.built ? 'Build it again' : 'Build it'}</summary>
        <Radio.Group
          label="How it is handed over"
          value={delivery}
          onChange={(value) => setDelivery(value as PackDelivery)}
        >
          {PACK_DELIVERIES.map(({ value, label, hint }) => (
            <Radio key={value} value={value} label={label} description={hint} mt={6} />
          ))}
        </Radio.Group>
        {delivery === 'open' ? (
          <TextInput
            label="Why it is not encrypted"
            required
            value={openBecause}
            onChange={({ currentTarget: { value } }) => setOpenBecause(value)}
          />
        ) : (
          <>
            <PasswordInput
              label="Passphrase"
              description={
                pack.built?.isKept
                  ? 'Left empty: the one that is kept with the case.'
                  : 'Left empty: one is made, and shown once. Never send it the same way as the pack.'
              }
              autoComplete="off"
              value={passphrase}
              onChange={({ currentTarget: { value } }) => setPassphrase(value)}
            />
            <Checkbox
              label="Keep the passphrase with the case, encrypted, to build the same bytes again"
              checked={keepPassphrase}
              onChange={({ currentTarget: { checked } }) => setKeep(checked)}
            />
          </>
        )}
        {isShut && (
          <p className={classes.quiet} id={`shut-${pack.id}`}>
            The gate is shut: the proof above says what was found. Put it right and freeze the pack anew, or
            have a second person say why it goes out all the same.
          </p>
        )}
        <div className={classes.actions}>
          <Button
            loading={build.isPending}
            disabled={isShut}
            aria-describedby={isShut ? `shut-${pack.id}` : undefined}
            onClick={() => void run()}
          >
            Build…
          </Button>
          {build.isPending && (
            <Button variant="default" onClick={build.cancel}>
              Stop
            </Button>
          )}
        </div>
        {build.isPending && build.progress && (
          <div role="status">
            <Progress
              value={(100 * build.progress.done) / Math.max(1, build.progress.total)}
              aria-label="How far the pack is built"
            />
            {build.progress.doing}
          </div>
        )}
        {build.error && <p role="alert">{sentenceOf(build.error)}</p>}
      </details>
      {/* Outside what can be folded away: the passphrase is shown this once. */}
      {build.data && <BuiltPack built={build.data} />}
    </>
  )
}

/** Whether the last proof of a pack found something that nobody let through. */
function useIsShut(request: string, pack: number): boolean {
  const { data: proof } = useEngineQuery('cases.proof', { request, pack }, { keepPrevious: true })
  return proof !== undefined && proof !== null && !proof.result.isGreen && proof.override === null
}
