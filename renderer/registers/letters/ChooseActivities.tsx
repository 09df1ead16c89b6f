import { Checkbox } from '@mantine/core'
import { useEngineQuery } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { hrefOf, RouteLink } from '#renderer/app/routing.tsx'
import { useDescribedRecord } from '#renderer/ui/described/described-record.ts'
import { LinksField } from '#renderer/ui/described/fields/LinksField.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import classes from './letters.module.css'

/** The activities a letter tells of: those of the request and those that the places searched point to, to be ticked. */
export function ChooseActivities({ id }: { readonly id: string }) {
  const { value, change, disabled } = useDescribedRecord()
  const { data = [], error } = useEngineQuery('letters.activities', { id }, { keepPrevious: true })
  const chosen = value['activityIds'] as readonly string[]
  const choose = (activityIds: readonly string[]) => change({ activityIds: [...activityIds] })
  return (
    <FieldSlot field="activityIds" wide>
      <fieldset className={classes.activities}>
        <legend>How the data is used: activities the letter tells of</legend>
        {error && <p role="alert">{sentenceOf(error)}</p>}
        {chosen.length === 0 && (
          <p className={classes.quiet}>
            {data.length > 0
              ? 'None is ticked, so the letter tells of those that the places searched point to.'
              : 'Tick or add the activities in which data about the person is used; their purposes, recipients and times go into the letter.'}
          </p>
        )}
        {data.map(({ id: activity, reference, name, because }) => (
          <div key={activity} className={classes.activity}>
            <Checkbox
              label={[reference, name].filter(Boolean).join(' ')}
              checked={chosen.includes(activity)}
              disabled={disabled}
              onChange={({ currentTarget: { checked } }) =>
                choose(checked ? [...chosen, activity] : chosen.filter((one) => one !== activity))
              }
            />
            {because && <span className={classes.quiet}>{because}</span>}
            <RouteLink href={hrefOf('activities', activity)} aria-label={`Open ${reference} ${name}`}>
              Open
            </RouteLink>
          </div>
        ))}
        <LinksField
          label="Add an activity"
          register="activities"
          value={chosen.filter((one) => !data.some(({ id: activity }) => activity === one))}
          disabled={disabled}
          onChange={(ids) =>
            choose([...new Set([...chosen.filter((one) => data.some((known) => known.id === one)), ...ids])])
          }
        />
      </fieldset>
    </FieldSlot>
  )
}
