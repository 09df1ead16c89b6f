import { AnswerField } from '#renderer/ui/AnswerField.tsx'
import { OptionalChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { AddItem } from '#renderer/ui/record/AddItem.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { ItemCard } from '#renderer/ui/record/ItemCard.tsx'
import { withItem, withoutItem } from '#renderer/ui/record/items.ts'
import classes from '#renderer/ui/record/record.module.css'
import { Fields, Section } from '#renderer/ui/record/Section.tsx'
import { TermField } from '#renderer/ui/terms/TermField.tsx'
import { TO_BE_DETERMINED } from '#shared/answer.ts'
import type { Destination } from '#shared/registers/activities/activity.schema.ts'
import { useActivity } from '../activity-record.ts'
import { MECHANISMS, mechanismInWords } from '../words.ts'

/** Where data goes outside the United Kingdom, and what allows it. @source UK GDPR Art 30(1)(e) */
export function Abroad() {
  const { value: activity, disabled, errors, change } = useActivity()
  return (
    <Section title="Outside the United Kingdom">
      <FieldSlot field="destinations" item={null}>
        <AnswerField<Destination[]>
          label="Does data leave the United Kingdom?"
          hint="“Answer” with no place listed means that nothing leaves"
          answer={activity.destinations}
          blank={[]}
          disabled={disabled}
          error={errors['destinations']}
          onChange={(destinations) => change({ destinations })}
        >
          {(places, set) => <Places places={places} disabled={disabled} onChange={set} />}
        </AnswerField>
      </FieldSlot>
    </Section>
  )
}

type PlacesProps = {
  readonly places: readonly Destination[]
  readonly disabled: boolean
  readonly onChange: (places: Destination[]) => void
}

function Places({ places, disabled, onChange }: PlacesProps) {
  return (
    <div role="group" aria-label="Places outside the United Kingdom">
      {places.length === 0 && <p className={classes.quiet}>Nothing leaves the United Kingdom.</p>}
      {places.map((place) => (
        <ItemCard
          key={place.id}
          field="destinations"
          item={place.id}
          kind="place"
          title={place.place || 'A place without a name'}
          aside={mechanismInWords(place.mechanism)}
          disabled={disabled}
          onRemove={() => onChange(withoutItem(places, place.id))}
        >
          <PlaceFields
            place={place}
            disabled={disabled}
            onChange={(changes) => onChange(withItem(places, place.id, changes))}
          />
        </ItemCard>
      ))}
      <AddItem
        label="Another country or international organisation"
        firstLabel="Country or international organisation"
        isFirst={places.length === 0}
        disabled={disabled}
        onAdd={(place, id) => onChange([...places, newDestination(id, place)])}
      />
    </div>
  )
}

function newDestination(id: string, place: string): Destination {
  return { id, place, recipientId: null, mechanism: TO_BE_DETERMINED, safeguards: TO_BE_DETERMINED, note: '' }
}

type PlaceFieldsProps = {
  place: Destination
  disabled: boolean
  onChange: (changes: Partial<Destination>) => void
}

function PlaceFields({ place, disabled, onChange }: PlaceFieldsProps) {
  return (
    <Fields>
      <TextField
        label="Country or international organisation"
        value={place.place}
        disabled={disabled}
        onCommit={(name) => onChange({ place: name })}
      />
      <TermField
        label="Recipient there"
        vocabulary="recipients"
        value={place.recipientId}
        disabled={disabled}
        onChange={(recipientId) => onChange({ recipientId })}
      />
      <AnswerField
        label="What allows the transfer"
        answer={place.mechanism}
        blank="ADEQUACY"
        disabled={disabled}
        onChange={(mechanism) => onChange({ mechanism })}
      >
        {(value, set) => (
          <OptionalChoiceField
            ariaLabel="Transfer mechanism"
            options={MECHANISMS}
            value={value}
            disabled={disabled}
            onChange={(code) => (code === null ? onChange({ mechanism: TO_BE_DETERMINED }) : set(code))}
          />
        )}
      </AnswerField>
      <AnswerField
        label="Document that holds the safeguards"
        answer={place.safeguards}
        blank=""
        disabled={disabled}
        onChange={(safeguards) => onChange({ safeguards })}
      >
        {(value, set) => (
          <TextField
            label=""
            ariaLabel="Safeguards document"
            value={value}
            disabled={disabled}
            onCommit={set}
          />
        )}
      </AnswerField>
      <div className={classes.wide}>
        <TextField
          label="Note"
          value={place.note}
          disabled={disabled}
          onCommit={(note) => onChange({ note })}
        />
      </div>
    </Fields>
  )
}
