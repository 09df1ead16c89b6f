import { useQueryClient } from '@tanstack/react-query'
import { engineQuery, useEngineCommand, useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, useRoute } from '#renderer/app/routing.tsx'
import { GapSummary } from '#renderer/ui/gaps/GapSummary.tsx'
import { GapsProvider } from '#renderer/ui/gaps/GapsProvider.tsx'
import { RecordHistory } from '#renderer/ui/history/RecordHistory.tsx'
import { EvidenceField, NotesField } from '#renderer/ui/record/EvidenceAndNotes.tsx'
import { announceRemoval } from '#renderer/ui/record/announce-removal.ts'
import classes from '#renderer/ui/record/record.module.css'
import { RecordHead } from '#renderer/ui/record/RecordHead.tsx'
import { RecordUses } from '#renderer/ui/record/RecordUses.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import type { ContractId, CustomerContract } from '#shared/registers/contracts/contract.schema.ts'
import { AgreementSection } from './AgreementSection.tsx'
import { ContractProvider, useContract } from './contract-record.ts'
import { RolesSection } from './RolesSection.tsx'

const PAGES = [
  { page: null, label: 'Record' },
  { page: 'uses', label: 'Where used' },
  { page: 'history', label: 'History' },
] as const

/** One contract with a customer: its record and its history. */
export function ContractPane({ id: text }: { readonly id: string }) {
  const id = text as ContractId
  const record = useEngineQuery('contracts.get', { id })
  const command = useEngineCommand('contracts.change')
  const client = useQueryClient()
  const save = async (changes: Partial<CustomerContract>) => {
    const { id: _id, ...fields } = changes
    const answer = await command.mutateAsync({ id, changes: fields })
    client.setQueryData(engineQuery('contracts.get', { id }, null).queryKey, answer)
  }
  if (record.error)
    return (
      <p role="alert" className={classes.message}>
        {sentenceOf(record.error)}
      </p>
    )
  if (!record.data) return null
  return (
    <ContractProvider stored={record.data} save={save}>
      <GapsProvider register="contracts" id={id}>
        <article className={classes.pane} aria-label={`Contract ${record.data.name}`}>
          <Head />
          <div className={classes.body}>
            <Body />
          </div>
        </article>
      </GapsProvider>
    </ContractProvider>
  )
}

function Head() {
  const { value, saving, disabled } = useContract()
  const { page } = useRoute()
  const remove = useEngineCommand('contracts.remove')
  const takeAway = () =>
    announceRemoval(remove.mutateAsync({ id: value.id }), value.name, hrefOf('contracts'))
  return (
    <RecordHead
      title={value.name}
      saving={saving}
      pages={PAGES.map((entry) => ({
        label: entry.label,
        href: hrefOf('contracts', value.id, entry.page),
        isCurrent: page === entry.page,
      }))}
      closeHref={hrefOf('contracts')}
      onRemove={disabled ? undefined : () => void takeAway()}
    />
  )
}

function Body() {
  const form = useContract()
  const { value } = form
  const { page } = useRoute()
  if (page === 'uses') return <RecordUses register="contracts" id={value.id} />
  if (page === 'history') return <RecordHistory register="contracts" id={value.id} />
  return (
    <>
      <GapSummary register="contracts" id={value.id} />
      <AgreementSection />
      <RolesSection />
      <Section title="Provenance and notes" hint="The document a fact was taken from, in its own words">
        <EvidenceField form={form} />
        <NotesField form={form} />
      </Section>
    </>
  )
}
