import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ComponentType, useState } from 'react'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { ItemCard } from '#renderer/ui/record/ItemCard.tsx'
import { newItemId, withItem, withItemMoved, withoutItem } from '#renderer/ui/record/items.ts'
import { Fields } from '#renderer/ui/record/Section.tsx'
import { blanksOf, type Field } from '#shared/described/field.ts'
import { textOf } from '#shared/described/words.ts'
import { countryName } from '#shared/law/countries.ts'
import classes from './described-fields.module.css'
import type { FieldEditorProps } from './field-editor-props.ts'
import { FieldGroup } from './FieldGroup.tsx'
import { FieldHint } from './FieldHint.tsx'
import { useNaming } from './useNaming.ts'

type Item = Readonly<Record<string, unknown>> & { readonly id: string }

type ItemsFieldProps = {
  readonly field: Extract<Field, { kind: 'items' }>
  readonly name: string
  readonly value: readonly Item[]
  readonly disabled: boolean
  /** Edits one field of an entry. */
  readonly Editor: ComponentType<FieldEditorProps>
  readonly onChange: (value: Item[]) => void
}

/** A list of entries, each a card that opens into its fields; added, moved and removed. */
export function ItemsField({ field, name, value, disabled, Editor, onChange }: ItemsFieldProps) {
  const [added, setAdded] = useState<string | null>(null)
  const naming = useNaming()
  const { label, fields, called } = field
  const titleField = fields[called]
  const titleOf = (item: Item) =>
    (titleField &&
      textOf(titleField, item[called], (kind, id) => (kind === 'country' ? countryName(id) : naming(id)))) ||
    'Not named yet'
  const add = () => {
    const id = newItemId()
    setAdded(id)
    onChange([...value, { id, ...blanksOf(fields) }])
  }
  return (
    <FieldGroup
      label={label}
      hint={field.hint || field.citation ? <FieldHint field={field} /> : undefined}
      disabled={disabled}
    >
      <div className={classes.items}>
        {value.map((item) => (
          <ItemCard
            key={item.id}
            field={name}
            item={item.id}
            kind="entry"
            title={titleOf(item)}
            startsOpen={item.id === added}
            disabled={disabled}
            onRemove={() => onChange(withoutItem(value, item.id))}
            onMove={(by) => onChange(withItemMoved(value, item.id, by))}
          >
            <Fields>
              {Object.entries(fields).map(([key, one]) => (
                <FieldSlot key={key} field={`${name}.${key}`} item={item.id} wide={one.wide ?? false}>
                  <Editor
                    field={one}
                    name={key}
                    value={item[key]}
                    disabled={disabled}
                    onChange={(next) => onChange(withItem(value, item.id, { [key]: next }))}
                  />
                </FieldSlot>
              ))}
            </Fields>
          </ItemCard>
        ))}
      </div>
      {value.length === 0 && disabled && <p className={classes.hint}>None recorded.</p>}
      {!disabled && (
        <div className={classes.row}>
          <Button variant="default" leftSection={<IconPlus size={14} />} onClick={add}>
            Add to {label.charAt(0).toLowerCase() + label.slice(1)}
          </Button>
        </div>
      )}
    </FieldGroup>
  )
}
