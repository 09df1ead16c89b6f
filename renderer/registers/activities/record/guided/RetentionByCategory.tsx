import { Button } from '@mantine/core'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import { withItem } from '#renderer/ui/record/items.ts'
import classes from '#renderer/ui/record/record.module.css'
import { nameOfTerm, useTerms } from '#renderer/ui/terms/useTerms.ts'
import { useActivity } from '../activity-record.ts'
import { RetentionField } from '../sections/RetentionField.tsx'

/** How long each category is kept; the rule of the first can be given to all that have none. */
export function RetentionByCategory() {
  const { value, disabled, change } = useActivity()
  const { byId } = useTerms()
  const [first] = value.data
  const without = value.data.filter(({ retention }) => retention.state === 'toBeDetermined')
  if (!first) return <p className={classes.quiet}>Name the categories of data first, in the second step.</p>
  const canSpread = !disabled && first.retention.state !== 'toBeDetermined' && without.length > 0
  const spread = () =>
    change({
      data: value.data.map((use) =>
        use.retention.state === 'toBeDetermined' ? { ...use, retention: first.retention } : use,
      ),
    })
  return (
    <div className={classes.stack}>
      {value.data.map((use, index) => (
        <FieldSlot key={use.id} field="data" item={use.id}>
          <RetentionField
            label={nameOfTerm(byId, use.categoryId)}
            answer={use.retention}
            disabled={disabled}
            onChange={(retention) => change({ data: withItem(value.data, use.id, { retention }) })}
          />
          {index === 0 && canSpread && (
            <Button variant="default" mt="sm" onClick={spread}>
              Same for {without.length === 1 ? 'the one category' : `the ${without.length} categories`}{' '}
              without a rule
            </Button>
          )}
        </FieldSlot>
      ))}
    </div>
  )
}
