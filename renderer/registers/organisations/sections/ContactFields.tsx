import { TextField } from '#renderer/ui/fields/TextField.tsx'
import { Fields } from '#renderer/ui/record/Section.tsx'
import type { Contact } from '#shared/records/record.ts'

type ContactFieldsProps = {
  readonly contact: Contact
  readonly disabled: boolean
  readonly onChange: (contact: Contact) => void
}

export const BLANK_CONTACT: Contact = { role: '', name: '', email: '', telephone: '', address: '' }

/** A person or a post and how to reach it. */
export function ContactFields({ contact, disabled, onChange }: ContactFieldsProps) {
  const field = (key: keyof Contact, label: string, long = false) => (
    <TextField
      label={label}
      long={long}
      value={contact[key]}
      disabled={disabled}
      onCommit={(text) => onChange({ ...contact, [key]: text })}
    />
  )
  return (
    <Fields>
      {field('role', 'Role or post')}
      {field('name', 'Name')}
      {field('email', 'Email')}
      {field('telephone', 'Telephone')}
      {field('address', 'Address', true)}
    </Fields>
  )
}
