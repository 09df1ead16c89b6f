import { Button, Progress } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useEngineQuery, useEngineTask } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { countOf } from '#shared/count-words.ts'
import type { KeptGateResult } from '#shared/registers/cases/case-gate.contract.ts'
import type { Instant } from '#shared/time/instant.ts'
import { formatDay, formatTime, ukDayOf } from '#shared/time/plain-date.ts'
import { GateFiles } from './GateFiles.tsx'
import { GateFindings } from './GateFindings.tsx'
import { isShutting } from './gate-words.ts'
import { OverrideDialog } from './OverrideDialog.tsx'
import classes from './gate.module.css'

type GateProps = { readonly request: string; readonly pack: number }

/** The proof of a pack: every file read again in every way, and what was found. */
export function GatePart({ request, pack }: GateProps) {
  const client = useQueryClient()
  const { canEdit } = useCanEdit()
  const [isOverriding, setOverriding] = useState(false)
  const proof = useEngineQuery('cases.proof', { request, pack }, { keepPrevious: true })
  const prove = useEngineTask('cases.prove')
  if (proof.error) return <p role="alert">{sentenceOf(proof.error)}</p>
  if (proof.data === undefined) return <div aria-busy />
  const kept = proof.data
  const isRed = kept !== null && !kept.result.isGreen && kept.override === null
  return (
    <section className={classes.gate} aria-labelledby={`proof-${pack}`} data-result={resultOf(kept)}>
      <h5 id={`proof-${pack}`}>Proof that what was removed is gone</h5>
      <Verdict kept={kept} />
      {kept && <GateFindings request={request} result={kept.result} />}
      {kept && <GateFiles result={kept.result} />}
      <div className={classes.actions}>
        <Button
          variant="default"
          loading={prove.isPending}
          onClick={() =>
            prove.mutate({ request, pack }, { onSuccess: () => void client.invalidateQueries() })
          }
        >
          {kept ? 'Prove again' : 'Prove now'}
        </Button>
        {prove.isPending && (
          <Button variant="default" onClick={prove.cancel}>
            Stop
          </Button>
        )}
        {isRed && canEdit && !prove.isPending && (
          <Button variant="default" onClick={() => setOverriding(true)}>
            A second person lets it through…
          </Button>
        )}
      </div>
      {prove.isPending && prove.progress && (
        <div role="status">
          <Progress
            value={(100 * prove.progress.done) / Math.max(1, prove.progress.total)}
            aria-label="How far the pack is proved"
          />
          {prove.progress.doing}
        </div>
      )}
      {prove.error && <p role="alert">{sentenceOf(prove.error)}</p>}
      {isOverriding && kept && (
        <OverrideDialog
          request={request}
          pack={pack}
          result={kept.result}
          onClose={() => setOverriding(false)}
        />
      )}
    </section>
  )
}

function resultOf(kept: KeptGateResult | null): 'none' | 'green' | 'red' | 'overridden' {
  if (!kept) return 'none'
  if (kept.result.isGreen) return 'green'
  return kept.override ? 'overridden' : 'red'
}

const momentOf = (at: Instant) => `${formatDay(ukDayOf(at))} at ${formatTime(at)}`

function Verdict({ kept }: { readonly kept: KeptGateResult | null }) {
  if (!kept)
    return (
      <p className={classes.quiet}>
        Not proved yet. Every file of the pack is made and read again in at least three independent ways; the
        pack is only built when nothing is found. That is done by itself when the pack is built.
      </p>
    )
  const { result, sha256, override } = kept
  const shutting = result.findings.filter(isShutting).length + result.more
  const { checked, clean } = result.marks
  return (
    <>
      <p className={classes.verdict}>
        {result.isGreen
          ? 'The gate is open: nothing was found in any file.'
          : `The gate is ${override ? 'open by a second person’s word' : 'shut'}: ${countOf(shutting, 'finding')}.`}
      </p>
      <p className={classes.quiet}>
        {countOf(result.files.length, 'file')} read on {momentOf(result.at)}
        {result.by && ` by ${result.by}`}; {clean.toLocaleString('en-GB')} of {countOf(checked, 'mark')}{' '}
        clean.{' '}
        {result.rebuilt.length > 0 && `${countOf(result.rebuilt.length, 'page')} made anew from a picture. `}
        Result <code>{sha256.slice(0, 12)}</code>
      </p>
      {override && (
        <p>
          <strong>Let through by {override.by}</strong> on {momentOf(override.at)}: “
          <bdi>{override.because}</bdi>”
        </p>
      )}
    </>
  )
}
