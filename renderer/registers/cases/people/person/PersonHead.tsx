import { ActionIcon, Tooltip } from '@mantine/core'
import { IconUserX } from '@tabler/icons-react'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { SavedStatus } from '#renderer/ui/SavedStatus.tsx'
import { describedAsOf, labelOf } from '#shared/cases/people/labels.ts'
import type { CasePerson } from '#shared/cases/person.ts'
import classes from './person.module.css'
import { usePersonForm } from './person-form.ts'

type PersonHeadProps = {
  readonly person: CasePerson
  readonly onRemove: () => void
}

/** The name of somebody, and the label that stands in its place. */
export function PersonHead({ person, onRemove }: PersonHeadProps) {
  const { value, disabled, saving, errors, change } = usePersonForm()
  return (
    <header className={classes.head}>
      <h2 className="visually-hidden">{person.name}</h2>
      <div className={classes.headLine}>
        <span className={classes.badge} aria-hidden>
          {person.letter || '–'}
        </span>
        <div className={classes.personName}>
          <TextField
            label=""
            ariaLabel="Name"
            value={value.name}
            disabled={disabled}
            error={errors['name']}
            onCommit={(name) => change({ name })}
          />
        </div>
        <SavedStatus saving={saving} />
        <Tooltip label="Take off the list (Delete)">
          <ActionIcon aria-label={`Take ${person.name} off the list`} disabled={disabled} onClick={onRemove}>
            <IconUserX size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
      {person.letter !== '' && (
        <div className={classes.labelLine}>
          <TextField
            label="Described as"
            placeholder={describedAsOf(value.role) || 'another person'}
            value={value.describedAs}
            disabled={disabled}
            error={errors['describedAs']}
            onCommit={(describedAs) => change({ describedAs })}
          />
          <div>
            <div className={classes.above} id="label-preview">
              Stands in every place
            </div>
            <output className={classes.label} aria-labelledby="label-preview">
              {labelOf(person.letter, value.describedAs)}
            </output>
          </div>
        </div>
      )}
    </header>
  )
}
