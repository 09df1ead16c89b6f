import { Button, Checkbox } from '@mantine/core'
import { IconTableImport } from '@tabler/icons-react'
import { useState } from 'react'
import { useEngineCommand } from '#renderer/api/client.ts'
import { useCanEdit } from '#renderer/api/editing.ts'
import { hrefOf, navigate, RouteLink } from '#renderer/app/routing.tsx'
import { NewRecord } from '#renderer/ui/record/NewRecord.tsx'
import { Section } from '#renderer/ui/record/Section.tsx'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import type { Breach } from '#shared/registers/breaches/breach.record.ts'
import { versionLabel } from '#shared/registers/breaches/letters/versions.ts'
import { recipients } from '#shared/registers/recipients/recipient.register.ts'
import type { Output } from '#shared/rpc/contract.ts'
import type { ImportRecipientsPart } from './import-recipients.ts'
import classes from './letters-page.module.css'

type Told = Output<'breaches.peopleToTell'>

type PeopleToTellProps = {
  readonly breach: Breach
  readonly told: Told
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
  readonly ImportRecipients: ImportRecipientsPart
}

/** The people to tell of a breach: how many in each state, the first of them, and the ways to add more. */
export function PeopleToTell({ breach, told, chosen, onChoose, ImportRecipients }: PeopleToTellProps) {
  const { counts, people } = told
  const all = hrefOf('recipients', null, null, { linkedTo: breach.id })
  return (
    <Section title="People to tell" hint="UK GDPR Art 34">
      <p className={classes.counts} role="status">
        {countsInWords(counts)}
      </p>
      {people.length > 0 && (
        <>
          <PeopleTable people={people} chosen={chosen} onChoose={onChoose} />
          <p>
            {counts.total > people.length && `The first ${people.length} of ${counts.total}. `}
            <RouteLink href={all}>All in People to tell</RouteLink>, where many are changed at once: how and
            when they were told by telephone or in person, or whether it is safe to write.
          </p>
        </>
      )}
      <AddPeople breach={breach} ImportRecipients={ImportRecipients} />
    </Section>
  )
}

function AddPeople({ breach, ImportRecipients }: Pick<PeopleToTellProps, 'breach' | 'ImportRecipients'>) {
  const create = useEngineCommand('records.create')
  const { canEdit } = useCanEdit()
  const [isImporting, setImporting] = useState(false)
  const { id: breachId, organisationId, reference, name } = breach
  return (
    <div className={classes.actions}>
      <NewRecord
        label="Add one by hand"
        nameLabel={recipients.nameLabel}
        onCreate={async (person) => {
          const fields = { breachId, organisationId, state: 'toTell' }
          const { id } = await create.mutateAsync({ register: 'recipients', name: person, fields })
          navigate(hrefOf('recipients', id))
        }}
      />
      <Button
        variant="default"
        disabled={!canEdit}
        leftSection={<IconTableImport size={14} aria-hidden />}
        onClick={() => setImporting(true)}
      >
        Bring in a list…
      </Button>
      {isImporting && (
        <ImportRecipients
          breach={{ id: breachId, title: [reference, name].filter(Boolean).join(' ') }}
          onClose={() => setImporting(false)}
        />
      )}
    </div>
  )
}

type PeopleTableProps = Pick<Told, 'people'> & Pick<PeopleToTellProps, 'chosen' | 'onChoose'>

function PeopleTable({ people, chosen, onChoose }: PeopleTableProps) {
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChoose(next)
  }
  return (
    <div className={classes.scroll}>
      <table className={classes.people} aria-label="The first of the people to tell">
        <thead>
          <tr>
            <th scope="col">
              <span className={classes.heard}>Chosen</span>
            </th>
            <th scope="col">Person</th>
            <th scope="col">Letter</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, reference, name, version, state, toldAt, because }) => (
            <tr key={id}>
              <td>
                <Checkbox
                  aria-label={`Choose ${reference} ${name}`}
                  checked={chosen.has(id)}
                  onChange={() => toggle(id)}
                />
              </td>
              <th scope="row">
                <RouteLink href={hrefOf('recipients', id)}>{reference}</RouteLink>{' '}
                <bdi className={classes.name}>{name}</bdi>
              </th>
              <td>{because ? <span className={classes.warning}>{because}</span> : versionLabel(version)}</td>
              <td>
                {STATES.get(state) ?? state}
                {toldAt && ` ${formatUkMoment(toldAt)}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const STATES: ReadonlyMap<string, string> = new Map(
  recipients.fields.state.kind === 'choice'
    ? recipients.fields.state.choices.map(({ value, label }) => [value, label])
    : [],
)

function countsInWords({ total, toTell, told, notTold, notReached }: Told['counts']): string {
  if (total === 0)
    return 'Nobody yet. Add the people whom this breach puts at a high risk, by hand or from a spreadsheet.'
  return [
    `${total} in all`,
    `${toTell} still to be told`,
    ...(notReached > 0 ? [`${notReached} of them not reached`] : []),
    `${told} told`,
    ...(notTold > 0 ? [`${notTold} not to be told`] : []),
  ].join(', ')
}
