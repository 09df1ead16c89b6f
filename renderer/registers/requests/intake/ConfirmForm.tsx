import { Checkbox, Textarea, TextInput } from '@mantine/core'
import { useEngineQuery } from '#renderer/api/client.ts'
import { OptionalChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { Fields, Section } from '#renderer/ui/record/Section.tsx'
import { isOwn, type RequestDraft } from '#shared/registers/requests/intake/draft.ts'
import type { OrganisationId } from '#shared/registers/organisations/organisation.schema.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import classes from './intake.module.css'
import { LastDay } from './LastDay.tsx'
import { MissingList } from './MissingList.tsx'
import { ProposalsOf, ProposedField } from './ProposedField.tsx'
import type { Reading } from './useIntake.ts'

type ConfirmFormProps = {
  readonly reading: Reading
  readonly draft: RequestDraft
  readonly today: PlainDate
  readonly onChange: (changes: Partial<RequestDraft>) => void
  /** Tells which words are looked at. */
  readonly onLook: (quote: string | null) => void
}

/** What the message seems to say, field by field, to confirm or to change. */
export function ConfirmForm({ reading, draft, today, onChange, onLook }: ConfirmFormProps) {
  const common = { reading, draft, onChange, onLook }
  return (
    <form className={classes.form} aria-label="The request" onSubmit={(event) => event.preventDefault()}>
      <TextInput
        label="Title in lists"
        description="Without the person’s name: others may look over your shoulder."
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <LastDay draft={draft} />
      {reading.notes.map(({ text }) => (
        <p key={text} className={classes.notice}>
          {text}
        </p>
      ))}
      <Section title="What is asked">
        <Fields>
          <ProposedField name="right" {...common} />
          <ProposedField name="receivedOn" {...common} />
          <ProposedField name="alsoAsks" {...common} />
          <ProposedField name="channel" {...common} />
          <OrganisationField {...common} />
        </Fields>
      </Section>
      <Section title="Who asks, and for whom">
        <Fields>
          <ProposedField name="requesterKind" {...common} />
          <ProposedField name="requesterName" {...common} />
          {!isOwn(draft.requesterKind) && <ProposedField name="personName" {...common} />}
          <ProposedField name="personKind" {...common} />
          <ProposedField name="personBorn" {...common} />
          {draft.personKind === 'child' && <ProposedField name="childAge" {...common} />}
          <ProposedField name="peopleIds" {...common} />
          <ProposedField name="requesterReference" {...common} />
          <ProposedField name="sendTo" {...common} />
        </Fields>
      </Section>
      <Section title="How far it reaches">
        <Fields>
          <ProposedField name="scopeFrom" {...common} />
          <ProposedField name="scopeTo" {...common} />
          <ProposedField name="scope" {...common} />
          <ProposedField name="caseNumbers" {...common} />
        </Fields>
        <Textarea
          label="What was asked, in their words"
          description="Goes into the record as it stands here."
          value={draft.wording}
          autosize
          minRows={3}
          maxRows={10}
          onChange={(event) => onChange({ wording: event.currentTarget.value })}
        />
      </Section>
      <Checkbox
        className={classes.hold}
        label="Set the evidence hold today"
        description="Nothing about the person may be deleted, altered or hidden from now on (DPA 2018 s.173). Tell those who keep the systems."
        checked={draft.holdSetOn !== null}
        onChange={(event) => onChange({ holdSetOn: event.currentTarget.checked ? today : null })}
      />
      <MissingList missing={reading.missing} draft={draft} />
    </form>
  )
}

type FieldProps = Omit<ConfirmFormProps, 'today'>

function OrganisationField({ reading, draft, onChange, onLook }: FieldProps) {
  const { data = [] } = useEngineQuery('organisations.list', { relation: 'own' }, { keepPrevious: true })
  return (
    <div>
      <OptionalChoiceField
        label="Organisation it went to"
        placeholder="Not known yet"
        options={data.map(({ id, legalName }) => ({ value: id as string, label: legalName }))}
        value={draft.organisationId}
        onChange={(id) => onChange({ organisationId: id as OrganisationId | null })}
      />
      <ProposalsOf
        field="organisationId"
        reading={reading}
        wordsOf={(value) => data.find(({ id }) => id === value)?.legalName ?? 'Another organisation'}
        value={draft.organisationId}
        onUse={(value) => onChange({ organisationId: value as OrganisationId })}
        onLook={onLook}
      />
    </div>
  )
}
