import { IconScale } from '@tabler/icons-react'
import { YesNo } from '#renderer/ui/fields/ChoiceField.tsx'
import { PersonCapacity, PersonRole } from '#shared/cases/person.ts'
import { CAPACITIES, ROLES } from '../people-words.ts'
import classes from './person.module.css'
import { PickField } from '../PickField.tsx'
import { usePersonForm } from './person-form.ts'

const ROLE_OPTIONS = PersonRole.options.map((value) => ({ value, label: ROLES[value] }))
const CAPACITY_OPTIONS = PersonCapacity.options.map((value) => ({ value, label: CAPACITIES[value] }))

/** Who somebody is to the person who asks, and what the law presumes about them; the reviewer decides. */
export function WhoPart({ suggestion }: { readonly suggestion: string }) {
  const { value, disabled, errors, change } = usePersonForm()
  return (
    <section className={classes.part} aria-label="Who this is">
      <h3>Who this is</h3>
      <div className={classes.three} data-part="who">
        <PickField
          label="Role"
          placeholder="To the person who asks"
          options={ROLE_OPTIONS}
          value={value.role}
          disabled={disabled}
          error={errors['role']}
          onChange={(role) => change({ role })}
        />
        <PickField
          label="Capacity"
          placeholder="Spoken of as"
          options={CAPACITY_OPTIONS}
          value={value.capacity}
          disabled={disabled}
          error={errors['capacity']}
          onChange={(capacity) => change({ capacity })}
        />
        <YesNo
          label="Protected address"
          value={value.isProtected}
          disabled={disabled}
          onChange={(isProtected) => change({ isProtected })}
        />
      </div>
      {value.isProtected && (
        <p className={classes.protected}>
          No address of this person may become known to anybody in the case: the release is stopped while one
          can be seen.
        </p>
      )}
      {suggestion !== '' && (
        <p className={classes.suggestion}>
          <IconScale size={15} aria-hidden />
          <span>{suggestion}</span>
        </p>
      )}
    </section>
  )
}
