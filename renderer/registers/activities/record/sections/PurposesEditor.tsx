import { ItemCard } from '#renderer/ui/record/ItemCard.tsx'
import { withItem, withItemMoved, withoutItem } from '#renderer/ui/record/items.ts'
import { newPurpose } from '#shared/registers/activities/activity.parts.ts'
import { useActivity } from '../activity-record.ts'
import { AddItem } from '#renderer/ui/record/AddItem.tsx'
import { basisInWords } from '../words.ts'
import { PurposeFields } from './PurposeFields.tsx'

/** The purposes of an activity, each with the basis it rests on. */
export function PurposesEditor() {
  const { value, disabled, change } = useActivity()
  const { purposes } = value
  return (
    <div role="group" aria-label="Purposes">
      {purposes.map((purpose) => (
        <ItemCard
          key={purpose.id}
          field="purposes"
          item={purpose.id}
          kind="purpose"
          title={purpose.text || 'A purpose without words'}
          aside={basisInWords(purpose.basis)}
          startsOpen={purposes.length === 1 && purpose.basis.state === 'toBeDetermined'}
          disabled={disabled}
          onRemove={() => change({ purposes: withoutItem(purposes, purpose.id) })}
          {...(purposes.length > 1 && {
            onMove: (by: -1 | 1) => change({ purposes: withItemMoved(purposes, purpose.id, by) }),
          })}
        >
          <PurposeFields
            purpose={purpose}
            disabled={disabled}
            onChange={(changes) => change({ purposes: withItem(purposes, purpose.id, changes) })}
          />
        </ItemCard>
      ))}
      <AddItem
        label="Another purpose"
        firstLabel="What the data is used for"
        isFirst={purposes.length === 0}
        placeholder="For example: Assess the needs of a child referred to the service"
        disabled={disabled}
        onAdd={(text, id) => change({ purposes: [...purposes, newPurpose(id, text)] })}
      />
    </div>
  )
}
