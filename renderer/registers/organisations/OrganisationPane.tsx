import { useQueryClient } from '@tanstack/react-query'
import { engineQuery, useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, useRoute } from '#renderer/app/routing.tsx'
import { GapSummary } from '#renderer/ui/gaps/GapSummary.tsx'
import { GapsProvider } from '#renderer/ui/gaps/GapsProvider.tsx'
import { RecordUses } from '#renderer/ui/record/RecordUses.tsx'
import { RecordHistory } from '#renderer/ui/history/RecordHistory.tsx'
import { announceRemoval } from '#renderer/ui/record/announce-removal.ts'
import classes from '#renderer/ui/record/record.module.css'
import { RecordHead } from '#renderer/ui/record/RecordHead.tsx'
import type { Organisation, OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import { ActivitiesOfOrganisation } from './ActivitiesOfOrganisation.tsx'
import { OrganisationProvider, useOrganisation } from './organisation-record.ts'
import { CommitmentsSection } from './sections/CommitmentsSection.tsx'
import { ContactSection } from './sections/ContactSection.tsx'
import { IdentitySection } from './sections/IdentitySection.tsx'
import { ProvenanceSection } from './sections/ProvenanceSection.tsx'
import { QuestionsSection } from './sections/QuestionsSection.tsx'
import { RegulationSection } from './sections/RegulationSection.tsx'

const PAGES = [
  { page: null, label: 'Record' },
  { page: 'activities', label: 'Activities' },
  { page: 'flow', label: 'Data flow' },
  { page: 'uses', label: 'Where used' },
  { page: 'history', label: 'History' },
] as const

/** One organisation: its record, its activities, its data flow and its history. */
export function OrganisationPane({ id: text }: { readonly id: string }) {
  const id = text as OrganisationId
  const record = useEngineQuery('organisations.get', { id })
  const command = useEngineCommand('organisations.change')
  const client = useQueryClient()
  const save = async (changes: Partial<Organisation>) => {
    const { id: _id, ...fields } = changes
    const answer = await command.mutateAsync({ id, changes: fields })
    client.setQueryData(engineQuery('organisations.get', { id }, null).queryKey, answer)
  }
  if (record.error)
    return (
      <p role="alert" className={classes.message}>
        {sentenceOf(record.error)}
      </p>
    )
  if (!record.data) return null
  return (
    <OrganisationProvider stored={record.data} save={save}>
      <GapsProvider register="organisations" id={id}>
        <article className={classes.pane} aria-label={`Organisation ${record.data.legalName}`}>
          <Head />
          <div className={classes.body}>
            <Body />
          </div>
        </article>
      </GapsProvider>
    </OrganisationProvider>
  )
}

function Head() {
  const { value, saving, disabled } = useOrganisation()
  const { page } = useRoute()
  const remove = useEngineCommand('organisations.remove')
  const takeAway = () =>
    announceRemoval(remove.mutateAsync({ id: value.id }), value.legalName, hrefOf('organisations'))
  return (
    <RecordHead
      title={value.legalName}
      saving={saving}
      pages={PAGES.map((entry) => ({
        label: entry.label,
        href: hrefOf('organisations', value.id, entry.page),
        isCurrent: page === entry.page,
      }))}
      closeHref={hrefOf('organisations')}
      onRemove={disabled ? undefined : () => void takeAway()}
    />
  )
}

function Body() {
  const { value } = useOrganisation()
  const { page } = useRoute()
  if (page === 'activities') return <ActivitiesOfOrganisation id={value.id} />
  if (page === 'uses') return <RecordUses register="organisations" id={value.id} />
  if (page === 'history') return <RecordHistory register="organisations" id={value.id} />
  return (
    <>
      <GapSummary register="organisations" id={value.id} />
      <IdentitySection />
      <ContactSection />
      <RegulationSection />
      <CommitmentsSection />
      <QuestionsSection />
      <ProvenanceSection />
    </>
  )
}
