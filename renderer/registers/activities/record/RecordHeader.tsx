import { ActionIcon, Tooltip } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { hrefOf, navigate, RouteLink, useRoute } from '#renderer/app/routing.tsx'
import { ChoiceField } from '#renderer/ui/fields/ChoiceField.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import headClasses from '#renderer/ui/record/record-head.module.css'
import { SavedStatus } from '#renderer/ui/SavedStatus.tsx'
import { useActivity } from './activity-record.ts'
import classes from './record-header.module.css'
import { RecordMenu } from './RecordMenu.tsx'
import { useNeighbours } from './useNeighbours.ts'
import { useOrganisationOptions } from './use-options.ts'
import { STATUSES } from './words.ts'

const PAGES = [
  { page: null, label: 'Record' },
  { page: 'flow', label: 'Data flow' },
  { page: 'uses', label: 'Where used' },
  { page: 'history', label: 'History' },
] as const

/** What the record is called and where it stands, and the ways on from it. */
export function RecordHeader() {
  const { value, disabled, saving, errors, change } = useActivity()
  const { page } = useRoute()
  const { own } = useOrganisationOptions()
  const organisation = own.find((option) => option.value === value.organisationId)?.label
  return (
    <header className={classes.header}>
      <h2 className="visually-hidden">{value.name}</h2>
      <div className={classes.title}>
        <div className={classes.reference}>
          <TextField
            label=""
            ariaLabel="Reference"
            placeholder="Reference"
            value={value.reference}
            disabled={disabled}
            error={errors['reference']}
            onCommit={(reference) => change({ reference })}
          />
        </div>
        <div className={classes.name}>
          <FieldSlot field="name">
            <TextField
              label=""
              ariaLabel="Name of the activity"
              value={value.name}
              disabled={disabled}
              error={errors['name']}
              onCommit={(name) => change({ name })}
            />
          </FieldSlot>
        </div>
        <Steps />
        <RecordMenu />
        <Tooltip label="Close the record">
          <ActionIcon aria-label="Close the record" onClick={() => navigate(hrefOf('activities'))}>
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes.bar}>
        <nav aria-label="Pages of the record" className={headClasses.pages}>
          {PAGES.map((entry) => (
            <RouteLink
              key={entry.label}
              href={hrefOf('activities', value.id, entry.page)}
              aria-current={(page ?? null) === entry.page ? 'page' : undefined}
            >
              {entry.label}
            </RouteLink>
          ))}
        </nav>
        <SavedStatus saving={saving} />
        <span className={classes.organisation}>{organisation ?? 'No organisation yet'}</span>
        <FieldSlot field="status">
          <ChoiceField
            ariaLabel="Status"
            options={STATUSES}
            value={value.status}
            disabled={disabled}
            onChange={(status) => change({ status })}
          />
        </FieldSlot>
      </div>
    </header>
  )
}

/** To the records before and after in the list as it is sorted and filtered now. */
function Steps() {
  const { value } = useActivity()
  const { page } = useRoute()
  const { previous, next } = useNeighbours(value.id)
  const go = (id: string | null) => id !== null && navigate(hrefOf('activities', id, page))
  return (
    <>
      <Tooltip label="Previous in the list">
        <ActionIcon aria-label="Previous activity" disabled={previous === null} onClick={() => go(previous)}>
          <IconChevronUp size={16} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Next in the list">
        <ActionIcon aria-label="Next activity" disabled={next === null} onClick={() => go(next)}>
          <IconChevronDown size={16} />
        </ActionIcon>
      </Tooltip>
    </>
  )
}
