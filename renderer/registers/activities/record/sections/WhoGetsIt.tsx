import { AnswerField } from '#renderer/ui/AnswerField.tsx'
import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { ItemCard } from '#renderer/ui/record/ItemCard.tsx'
import { newItemId, withItem, withItemMoved, withoutItem } from '#renderer/ui/record/items.ts'
import classes from '#renderer/ui/record/record.module.css'
import { Fields, Section } from '#renderer/ui/record/Section.tsx'
import { TermsField } from '#renderer/ui/terms/TermsField.tsx'
import { nameOfTerm, useTerms } from '#renderer/ui/terms/useTerms.ts'
import { TO_BE_DETERMINED } from '#shared/answer.ts'
import type { Disclosure } from '#shared/registers/activities/activity.schema.ts'
import type { TermId } from '#shared/registers/vocabulary/term.schema.ts'
import { useActivity } from '../activity-record.ts'
import { CAPACITIES } from '../words.ts'

/** Whom the data is disclosed to, in which capacity and under which agreement. */
export function WhoGetsIt() {
  const { value, disabled, change } = useActivity()
  const { byId } = useTerms()
  const { disclosures } = value
  return (
    <Section title="Who gets it">
      <FieldSlot field="disclosures" item={null}>
        <div role="group" aria-label="Recipients">
          {disclosures.map((disclosure) => (
            <ItemCard
              key={disclosure.id}
              field="disclosures"
              item={disclosure.id}
              kind="recipient"
              title={nameOfTerm(byId, disclosure.recipientId)}
              aside={asideOf(disclosure)}
              disabled={disabled}
              onRemove={() => change({ disclosures: withoutItem(disclosures, disclosure.id) })}
              {...(disclosures.length > 1 && {
                onMove: (by: -1 | 1) =>
                  change({ disclosures: withItemMoved(disclosures, disclosure.id, by) }),
              })}
            >
              <DisclosureFields
                disclosure={disclosure}
                disabled={disabled}
                onChange={(changes) => change({ disclosures: withItem(disclosures, disclosure.id, changes) })}
              />
            </ItemCard>
          ))}
          {disclosures.length === 0 && disabled && <p className={classes.quiet}>None recorded.</p>}
          {!disabled && (
            <div className={classes.add}>
              <div className={classes.addInput}>
                <TermsField
                  label={disclosures.length === 0 ? 'Recipients' : 'Another recipient'}
                  vocabulary="recipients"
                  value={[]}
                  onChange={(ids) => change({ disclosures: [...disclosures, ...ids.map(newDisclosure)] })}
                />
              </div>
            </div>
          )}
        </div>
      </FieldSlot>
    </Section>
  )
}

function newDisclosure(recipientId: TermId): Disclosure {
  return {
    id: newItemId(),
    recipientId,
    capacity: 'unknown',
    purpose: '',
    agreement: TO_BE_DETERMINED,
    onlyIf: '',
  }
}

function asideOf({ capacity, purpose }: Disclosure): string {
  const words = CAPACITIES.find(({ value }) => value === capacity)?.label ?? capacity
  return [capacity === 'unknown' ? 'Capacity to be determined' : words, purpose].filter(Boolean).join(' · ')
}

type DisclosureFieldsProps = {
  readonly disclosure: Disclosure
  readonly disabled: boolean
  readonly onChange: (changes: Partial<Disclosure>) => void
}

function DisclosureFields({ disclosure, disabled, onChange }: DisclosureFieldsProps) {
  return (
    <Fields>
      <TermsField
        label="Recipient"
        single
        vocabulary="recipients"
        value={[disclosure.recipientId]}
        disabled={disabled}
        onChange={(ids) => ids[0] && onChange({ recipientId: ids[0] })}
      />
      <ChoiceField
        label="In the capacity of"
        options={CAPACITIES}
        value={disclosure.capacity}
        disabled={disabled}
        onChange={(capacity) => onChange({ capacity })}
      />
      <TextField
        label="What for"
        long
        value={disclosure.purpose}
        disabled={disabled}
        onCommit={(purpose) => onChange({ purpose })}
      />
      <TextField
        label="Only if"
        long
        value={disclosure.onlyIf}
        disabled={disabled}
        onCommit={(onlyIf) => onChange({ onlyIf })}
      />
      <div className={classes.wide}>
        <AnswerField
          label="Agreement"
          hint="The contract with a processor, or the sharing agreement"
          answer={disclosure.agreement}
          blank=""
          disabled={disabled}
          onChange={(agreement) => onChange({ agreement })}
        >
          {(value, set) => (
            <TextField label="" ariaLabel="Agreement" value={value} disabled={disabled} onCommit={set} />
          )}
        </AnswerField>
      </div>
    </Fields>
  )
}
