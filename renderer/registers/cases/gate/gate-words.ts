import type { GateFinding, GateReader } from '#shared/cases/gate.ts'

/** The ways in which files are read again, as the table heads them, with what each means. */
export const READERS: readonly {
  readonly value: GateReader
  readonly label: string
  readonly says: string
}[] = [
  { value: 'text', label: 'Text', says: 'The text of every page, as a viewer finds it' },
  { value: 'objects', label: 'Objects', says: 'Every object and stream in the bytes of the file, unpacked' },
  {
    value: 'recognition',
    label: 'Recognition',
    says: 'What can be read beside and in the marks, as a picture',
  },
  { value: 'pixels', label: 'Pixels', says: 'That boxes cover what is marked, and the rest looks as it was' },
  { value: 'names', label: 'Names', says: 'The name of the file and the labels of its marks' },
]

/** What kind of finding it is, in a word or two. */
export const KINDS: Readonly<Record<GateFinding['kind'], string>> = {
  removed: 'Removed words',
  person: 'Somebody named',
  protected: 'Protected address',
  unread: 'Not read',
  uncovered: 'Not covered',
  changed: 'To look at',
}

/** Whether a finding keeps the gate shut; the others are told so that somebody looks. */
export const isShutting = ({ kind }: GateFinding): boolean => kind !== 'changed'
