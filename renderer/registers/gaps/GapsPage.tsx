import { Checkbox, TextInput } from '@mantine/core'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, navigate, RouteLink, useRoute } from '#renderer/app/routing.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { useDraft } from '#renderer/ui/fields/useDraft.ts'
import { GapMark } from '#renderer/ui/GapMark.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { applyFilter, filterOf, type Gap, type GapFilter, searchOf, SEVERITIES } from './gap-filter.ts'
import classes from './gaps-page.module.css'
import { GapTable } from './GapTable.tsx'
import { Narrow } from './Narrow.tsx'

const NO_GAPS: readonly Gap[] = []

/** What the law asks for and the register does not say. */
export function GapsPage() {
  const { search } = useRoute()
  const filter = filterOf(search)
  const { data, error } = useEngineQuery(
    'gaps.list',
    { organisationId: null, withWaived: true },
    { keepPrevious: true },
  )
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  const every = data ?? NO_GAPS
  const open = every.filter(({ waiver }) => waiver === null)
  const gaps = filter.withWaived ? every : open
  const rows = applyFilter(gaps, filter)
  const change = (changes: Partial<GapFilter>) =>
    navigate(gapsHref({ ...filter, ...changes }), { replace: true })
  return (
    <div className={classes.page}>
      <PageHeader
        title="Gaps"
        beside={data && <span>{open.length === 0 ? 'no rule raised' : `${open.length} open`}</span>}
        actions={
          <>
            <SeverityLinks gaps={applyFilter(gaps, filter, 'severity')} filter={filter} />
            <Find filter={filter} onChange={change} />
            <Checkbox
              label={`Show set aside (${every.length - open.length})`}
              checked={filter.withWaived}
              onChange={(event) => change({ withWaived: event.currentTarget.checked })}
            />
          </>
        }
      />
      {data && every.length === 0 ? (
        <EmptyState title="No rule raised">
          No rule found anything missing in the records entered so far. Rules see what is recorded, not what
          happens; a register without gaps is still to be read by a person.
        </EmptyState>
      ) : (
        <div className={classes.columns}>
          <Narrow gaps={gaps} filter={filter} hrefOfFilter={gapsHref} />
          <GapTable rows={rows} withWaived={filter.withWaived} />
        </div>
      )}
    </div>
  )
}

/** The address of the page as filtered. */
function gapsHref(filter: GapFilter): string {
  return hrefOf('gaps', null, null, searchOf(filter))
}

function SeverityLinks({ gaps, filter }: { readonly gaps: readonly Gap[]; readonly filter: GapFilter }) {
  return (
    <nav aria-label="By weight" className={classes.severities}>
      {SEVERITIES.map((severity) => {
        const isCurrent = filter.severity === severity
        return (
          <RouteLink
            key={severity}
            href={gapsHref({ ...filter, severity: isCurrent ? '' : severity })}
            aria-current={isCurrent ? 'true' : undefined}
          >
            <GapMark severity={severity} count={gaps.filter((gap) => gap.severity === severity).length} />
          </RouteLink>
        )
      })}
    </nav>
  )
}

type FindProps = { filter: GapFilter; onChange: (changes: Partial<GapFilter>) => void }

function Find({ filter, onChange }: FindProps) {
  const { text, type, flush } = useDraft(filter.text, (typed) => onChange({ text: typed }), 150)
  return (
    <TextInput
      aria-label="Find in the gaps"
      placeholder="Find in the gaps"
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={flush}
    />
  )
}
