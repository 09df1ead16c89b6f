import { Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { FieldSlot } from '#renderer/ui/record/FieldSlot.tsx'
import recordClasses from '#renderer/ui/record/record.module.css'
import { Fields, Section } from '#renderer/ui/record/Section.tsx'
import { useOrganisation } from '../organisation-record.ts'
import { BLANK_CONTACT, ContactFields } from './ContactFields.tsx'
import classes from './sections.module.css'

const FIELDS = [
  { field: 'address', label: 'Address', long: true },
  { field: 'website', label: 'Website', long: false },
  { field: 'email', label: 'Email', long: false },
  { field: 'telephone', label: 'Telephone', long: false },
  { field: 'companyNumber', label: 'Company number', long: false },
  { field: 'charityNumber', label: 'Charity number', long: false },
] as const

/** Where the organisation is reached and how it is registered. */
export function ContactSection() {
  const { value, disabled, errors, change } = useOrganisation()
  return (
    <Section title="Contact details">
      <Fields>
        {FIELDS.map(({ field, label, long }) => (
          <FieldSlot key={field} field={field}>
            <TextField
              label={label}
              long={long}
              value={value[field]}
              disabled={disabled}
              error={errors[field]}
              onCommit={(text) => change({ [field]: text })}
            />
          </FieldSlot>
        ))}
      </Fields>
      <FieldSlot field="contacts">
        <Contacts />
      </FieldSlot>
    </Section>
  )
}

function Contacts() {
  const { value, disabled, change } = useOrganisation()
  const { contacts } = value
  return (
    <div className={classes.list}>
      <h4>Other contacts</h4>
      {contacts.length === 0 && <p className={recordClasses.quiet}>None recorded.</p>}
      {contacts.map((contact, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a contact has nothing else to be known by
        <fieldset key={`${index} of ${contacts.length}`} className={classes.entry}>
          <legend>{contact.role || contact.name || 'A contact'}</legend>
          <ContactFields
            contact={contact}
            disabled={disabled}
            onChange={(changed) => change({ contacts: contacts.with(index, changed) })}
          />
          {!disabled && (
            <Button
              variant="default"
              leftSection={<IconTrash size={14} />}
              onClick={() => change({ contacts: contacts.toSpliced(index, 1) })}
            >
              Remove this contact
            </Button>
          )}
        </fieldset>
      ))}
      {!disabled && (
        <Button
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => change({ contacts: [...contacts, BLANK_CONTACT] })}
        >
          Add a contact
        </Button>
      )}
    </div>
  )
}
