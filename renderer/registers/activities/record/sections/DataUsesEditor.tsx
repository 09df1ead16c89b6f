import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { ItemCard } from '#renderer/ui/record/ItemCard.tsx'
import { newItemId, withItem, withItemMoved, withoutItem } from '#renderer/ui/record/items.ts'
import classes from '#renderer/ui/record/record.module.css'
import { Fields } from '#renderer/ui/record/Section.tsx'
import { TermsField } from '#renderer/ui/terms/TermsField.tsx'
import { nameOfTerm, useTerms } from '#renderer/ui/terms/useTerms.ts'
import { TO_BE_DETERMINED } from '#shared/answer.ts'
import type { DataUse } from '#shared/registers/activities/activity.schema.ts'
import type { TermId } from '#shared/registers/vocabulary/term.schema.ts'
import { useActivity } from '../activity-record.ts'
import { CLASS_WORDS, CLASSES, retentionInWords } from '../words.ts'
import { RetentionField } from './RetentionField.tsx'

/** The categories of data of an activity, each with its class, its sources and how long it is kept. */
export function DataUsesEditor() {
  const { value, disabled, change } = useActivity()
  const { byId } = useTerms()
  const { data } = value
  const add = (ids: readonly TermId[]) => {
    const added = ids.filter((id) => data.every(({ categoryId }) => categoryId !== id))
    change({
      data: [
        ...data,
        ...added.map((id) => newDataUse(newItemId(), id, byId.get(id)?.dataClass ?? 'ordinary')),
      ],
    })
  }
  return (
    <div role="group" aria-label="Categories of data">
      {data.map((use) => (
        <ItemCard
          key={use.id}
          field="data"
          item={use.id}
          kind="category"
          title={nameOfTerm(byId, use.categoryId)}
          aside={`${CLASS_WORDS[use.dataClass]} · kept ${retentionInWords(use.retention)}`}
          disabled={disabled}
          onRemove={() => change({ data: withoutItem(data, use.id) })}
          {...(data.length > 1 && {
            onMove: (by: -1 | 1) => change({ data: withItemMoved(data, use.id, by) }),
          })}
        >
          <DataUseFields
            use={use}
            disabled={disabled}
            onChange={(changes) => change({ data: withItem(data, use.id, changes) })}
          />
        </ItemCard>
      ))}
      {data.length === 0 && disabled && <p className={classes.quiet}>None recorded.</p>}
      {!disabled && (
        <div className={classes.add}>
          <div className={classes.addInput}>
            <TermsField
              label={data.length === 0 ? 'Categories of data' : 'Another category of data'}
              vocabulary="data"
              value={[]}
              exclude={data.map(({ categoryId }) => categoryId)}
              onChange={add}
            />
          </div>
        </div>
      )}
    </div>
  )
}

function newDataUse(id: string, categoryId: TermId, dataClass: DataUse['dataClass']): DataUse {
  return {
    id,
    categoryId,
    dataClass,
    peopleIds: [],
    sourceIds: [],
    retention: TO_BE_DETERMINED,
    onlyIf: '',
    note: '',
  }
}

type DataUseFieldsProps = {
  readonly use: DataUse
  readonly disabled: boolean
  readonly onChange: (changes: Partial<DataUse>) => void
}

function DataUseFields({ use, disabled, onChange }: DataUseFieldsProps) {
  return (
    <Fields>
      <TermsField
        label="Category"
        single
        vocabulary="data"
        value={[use.categoryId]}
        disabled={disabled}
        onChange={(ids) => ids[0] && onChange({ categoryId: ids[0] })}
      />
      <ChoiceField
        label="Class"
        options={CLASSES}
        value={use.dataClass}
        disabled={disabled}
        onChange={(dataClass) => onChange({ dataClass })}
      />
      <TermsField
        label="Whose data"
        hint="Empty means all the people of the activity"
        vocabulary="people"
        value={use.peopleIds}
        disabled={disabled}
        onChange={(peopleIds) => onChange({ peopleIds })}
      />
      <TermsField
        label="Where it comes from"
        hint="The person, another body, or what is observed"
        vocabulary="sources"
        value={use.sourceIds}
        disabled={disabled}
        onChange={(sourceIds) => onChange({ sourceIds })}
      />
      <div className={classes.wide}>
        <RetentionField
          answer={use.retention}
          disabled={disabled}
          onChange={(retention) => onChange({ retention })}
        />
      </div>
      <TextField
        label="Used only if"
        value={use.onlyIf}
        disabled={disabled}
        onCommit={(onlyIf) => onChange({ onlyIf })}
      />
      <TextField label="Note" value={use.note} disabled={disabled} onCommit={(note) => onChange({ note })} />
    </Fields>
  )
}
