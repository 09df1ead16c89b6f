import type { Row, Sheet } from 'write-excel-file/node'
import type { Answer } from '#shared/answer.ts'
import type { RegisterContent, Stamp } from '#shared/records/register-content.ts'
import type { Contact } from '#shared/records/record.ts'
import type { Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import { answerLines, oneLine, OPEN } from '#shared/registers/reports/answer.words.ts'
import type { Directory } from '#shared/registers/reports/directory.ts'
import { formatInstant } from '#shared/time/plain-date.ts'
import { dateCell, textCell } from './cells.ts'

/** Name, address, email and telephone of the one who keeps the record, of its data protection officer and of its representative. */
export function partyCells(
  ids: readonly (string | null)[],
  directory: Directory,
): readonly (readonly string[])[] {
  if (ids.length === 0)
    return [
      ['No activity in this record', '', '', ''],
      ['', '', '', ''],
      ['', '', '', ''],
    ]
  const [id] = ids
  if (ids.length > 1 || id === undefined) {
    const several = [`${ids.length} organisations, on the sheet “Organisations”`, '', '', '']
    return [several, several, several]
  }
  const organisation = id === null ? undefined : directory.organisation(id)
  if (!organisation)
    return [
      [directory.organisationName(id), '', '', ''],
      [OPEN, '', '', ''],
      [OPEN, '', '', ''],
    ]
  const { legalName, address, email, telephone } = organisation
  return [
    [legalName, oneLine(address) || OPEN, email || OPEN, telephone || OPEN],
    contactCells(organisation.dataProtectionOfficer),
    contactCells(organisation.representative),
  ]
}

function contactCells(answer: Answer<Contact>): readonly string[] {
  if (answer.state !== 'value') return [answerLines(answer, () => []).join('; '), '', '', '']
  const { name, role, address, email, telephone } = answer.value
  return [name || role || OPEN, oneLine(address) || OPEN, email || OPEN, telephone || OPEN]
}

const HEADINGS = [
  'Organisation',
  'Relation',
  'Address',
  'Email',
  'Telephone',
  'Website',
  'ICO registration',
  'Registration expires',
  'Data protection officer',
  'Address of the officer',
  'Email of the officer',
  'Telephone of the officer',
  'Representative',
  'Address of the representative',
  'Email of the representative',
  'Telephone of the representative',
]

/** Every organisation of the record with how to reach it. */
export function organisationsSheet(content: RegisterContent, directory: Directory): Sheet<Buffer> {
  const collator = new Intl.Collator('en-GB')
  const rows = content.organisations
    .toSorted((a, b) => collator.compare(a.legalName, b.legalName) || (a.id < b.id ? -1 : 1))
    .map((organisation) => organisationRow(organisation, directory))
  return {
    data: [headings(HEADINGS), ...rows],
    sheet: 'Organisations',
    columns: HEADINGS.map((_, index) => ({ width: index === 0 || index === 2 ? 36 : 24 })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  }
}

function organisationRow(organisation: Organisation, directory: Directory): Row {
  const { relation, website, icoRegistration } = organisation
  const [party = [], officer = [], representative = []] = partyCells([organisation.id], directory)
  const [name = '', ...reach] = party
  const expiresOn = icoRegistration.state === 'value' ? icoRegistration.value.expiresOn : null
  const number = answerLines(icoRegistration, (registration) => [registration.number || OPEN]).join('; ')
  return [
    textCell(name),
    textCell({ own: 'Own', customer: 'Customer', partner: 'Partner' }[relation]),
    ...reach.map(textCell),
    textCell(website || OPEN),
    textCell(number),
    expiresOn ? dateCell(expiresOn) : textCell(icoRegistration.state === 'notApplicable' ? number : OPEN),
    ...officer.map(textCell),
    ...representative.map(textCell),
  ]
}

/** Which register the record was made from, when, and the head of its chain. */
export function aboutSheet(content: RegisterContent, stamp: Stamp): Sheet<Buffer> {
  return stampSheet(stamp, ['Activities', `${content.activities.length}`])
}

/** Which state of which register a spreadsheet shows, and how much of it. */
export function stampSheet(stamp: Stamp, [what, count]: readonly [string, string]): Sheet<Buffer> {
  const facts: [string, Row[number]][] = [
    ['Register', textCell(stamp.registerName)],
    ['Register id', textCell(stamp.registerId)],
    ['Shown as at', stamp.asAt ? dateCell(stamp.asAt) : textCell('The moment it was made')],
    ['Made', textCell(formatInstant(stamp.madeAt))],
    ['Made (UTC)', textCell(stamp.madeAt)],
    ['Revision', textCell(`${stamp.chain.seq}`)],
    ['Chain head', textCell(stamp.chain.head)],
    [what, textCell(count)],
  ]
  return {
    data: [headings(['About this record', '']), ...facts.map(([label, cell]) => [textCell(label), cell])],
    sheet: 'About',
    columns: [{ width: 22 }, { width: 72 }],
  }
}

function headings(texts: readonly string[]): Row {
  return texts.map((text) => ({ ...textCell(text), fontWeight: 'bold' as const, backgroundColor: '#DCE6EE' }))
}
