import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import type { AnyRecord } from '#shared/described/register.ts'
import type { SearchEntry } from '#shared/registers/searches/search.fields.ts'
import { MessagesPanel } from './MessagesPanel.tsx'
import { ProposalsPanel } from './ProposalsPanel.tsx'
import classes from './search-record.module.css'
import { SearchTable } from './SearchTable.tsx'
import { StatementPart } from './StatementPart.tsx'

type Panel = 'proposals' | 'commission' | 'chaser' | null

/** Where was searched, for what, and what came of it: proposed from the register, asked for, chased, and told. */
export function SearchRecordPage({ record }: { readonly record: AnyRecord }) {
  const { id, organisationId } = record
  const { canEdit } = useCanEdit()
  const { data, error } = useEngineQuery('searches.ofRequest', { request: id }, { keepPrevious: true })
  const create = useEngineCommand('records.create')
  const [panel, setPanel] = useState<Panel>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  if (error) return <p role="alert">{sentenceOf(error)}</p>
  if (!data) return <div aria-busy />
  const entries = data as unknown as readonly SearchEntry[]
  const selected = entries.filter((entry) => chosen.has(entry.id))
  const add = () =>
    create.mutate({
      register: 'searches',
      name: `Another place ${entries.length + 1}`,
      fields: { requestId: id, organisationId },
    })
  const toggle = (which: Panel) => setPanel(panel === which ? null : which)
  return (
    <>
      <Section
        title="Search record"
        hint="Everywhere data about the person may be, on paper too"
        aside={<RouteLink href={hrefOf('searches')}>All searches</RouteLink>}
      >
        <div className={classes.actions}>
          <Button
            variant={entries.length === 0 ? 'filled' : 'default'}
            aria-expanded={panel === 'proposals'}
            disabled={!canEdit}
            onClick={() => toggle('proposals')}
          >
            Propose from the register
          </Button>
          <Button
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            disabled={!canEdit || create.isPending}
            onClick={add}
          >
            Add a place
          </Button>
          <Button
            variant="default"
            aria-expanded={panel === 'commission'}
            disabled={!canEdit || selected.length === 0}
            onClick={() => toggle('commission')}
          >
            Commission…
          </Button>
          <Button
            variant="default"
            aria-expanded={panel === 'chaser'}
            disabled={!canEdit || selected.length === 0}
            onClick={() => toggle('chaser')}
          >
            Chaser…
          </Button>
          <span role="status" className={classes.quiet}>
            {selected.length > 0 && `${selected.length} chosen`}
          </span>
        </div>
        {create.error && <p role="alert">{sentenceOf(create.error)}</p>}
        {panel === 'proposals' && <ProposalsPanel request={id} onDone={() => setPanel(null)} />}
        {(panel === 'commission' || panel === 'chaser') && selected.length > 0 && (
          <MessagesPanel
            key={panel}
            request={id}
            kind={panel}
            entries={selected}
            onDone={() => {
              setPanel(null)
              setChosen(new Set())
            }}
          />
        )}
        {entries.length === 0 ? (
          <p className={classes.quiet}>
            Nothing is recorded yet. For example: the case system, by name and date of birth, asked on 3
            November, 412 pages received on the 14th; mailboxes of former workers, not searched, because they
            were deleted.
          </p>
        ) : (
          <SearchTable
            request={id}
            entries={entries}
            chosen={chosen}
            canEdit={canEdit}
            onChoose={setChosen}
          />
        )}
      </Section>
      <StatementPart record={record} />
    </>
  )
}
