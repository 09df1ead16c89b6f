import { ActionIcon, Tooltip } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { hrefOf, navigate, RouteLink, useRoute } from '#renderer/app/routing.tsx'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import headClasses from '#renderer/ui/record/record-head.module.css'
import { SavedStatus } from '#renderer/ui/SavedStatus.tsx'
import { described } from '#shared/described/all.ts'
import type { DescribedName } from '#shared/described/names.ts'
import { textOf } from '#shared/described/words.ts'
import { useDescribedRecord } from './described-record.ts'
import { DescribedMenu } from './DescribedMenu.tsx'
import classes from './described.module.css'
import { NextDue } from './NextDue.tsx'
import type { RecordPage } from './register-props.ts'
import { useNeighbours } from './useNeighbours.ts'

type DescribedHeadProps = { readonly register: DescribedName; readonly pages: readonly RecordPage[] }

/** What a record is called, where it stands, what is due next, and the ways on from it. */
export function DescribedHead({ register, pages }: DescribedHeadProps) {
  const { value, saving, disabled, errors, change } = useDescribedRecord()
  const { page } = useRoute()
  const { nameLabel, nameHint, status, fields } = described(register)
  const standing = status ? textOf(fields[status]!, value[status], () => undefined) : ''
  return (
    <header className={classes.head}>
      <h2 className="visually-hidden">{value.name}</h2>
      <div className={classes.title}>
        <div className={classes.reference}>
          <FieldSlot field="reference">
            <TextField
              label=""
              ariaLabel="Reference"
              placeholder="Reference"
              value={value.reference}
              disabled={disabled}
              error={errors['reference']}
              onCommit={(reference) => change({ reference })}
            />
          </FieldSlot>
        </div>
        <div className={classes.name} title={nameHint}>
          <FieldSlot field="name">
            <TextField
              label=""
              ariaLabel={nameLabel}
              value={value.name}
              disabled={disabled}
              error={errors['name']}
              onCommit={(name) => change({ name })}
            />
          </FieldSlot>
        </div>
        <Steps register={register} />
        <DescribedMenu register={register} />
        <Tooltip label="Close the record">
          <ActionIcon aria-label="Close the record" onClick={() => navigate(hrefOf(register))}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes.facts}>
        {standing && <span className={classes.status}>{standing}</span>}
        <NextDue register={register} />
      </div>
      <div className={classes.bar}>
        <nav aria-label="Pages of the record" className={headClasses.pages}>
          {pagesOf(pages.filter(({ appliesTo }) => appliesTo?.(value) ?? true)).map((entry) => (
            <RouteLink
              key={entry.label}
              href={hrefOf(register, value.id, entry.page)}
              aria-current={(page ?? null) === entry.page ? 'page' : undefined}
            >
              {entry.label}
            </RouteLink>
          ))}
        </nav>
        <SavedStatus saving={saving} />
      </div>
    </header>
  )
}

function pagesOf(own: readonly RecordPage[]): ReadonlyArray<{ page: string | null; label: string }> {
  return [
    { page: null, label: 'Record' },
    ...own,
    { page: 'uses', label: 'Where used' },
    { page: 'history', label: 'History' },
  ]
}

/** To the records before and after in the list as it is sorted and filtered now. */
function Steps({ register }: { readonly register: DescribedName }) {
  const { value } = useDescribedRecord()
  const { page } = useRoute()
  const { previous, next } = useNeighbours(register, value.id)
  const go = (id: string | null) => id !== null && navigate(hrefOf(register, id, page))
  return (
    <>
      <Tooltip label="Previous in the list">
        <ActionIcon aria-label="Previous record" disabled={previous === null} onClick={() => go(previous)}>
          <IconChevronUp size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Next in the list">
        <ActionIcon aria-label="Next record" disabled={next === null} onClick={() => go(next)}>
          <IconChevronDown size={16} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </>
  )
}
