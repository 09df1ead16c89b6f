import type { Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { answerLines, contactLine, joined, type Lines, oneLine, OPEN, orOpen } from './answer.words.ts'
import type { Directory } from './directory.ts'
import type { Fact } from './document-model.ts'

/** The block of the parties: who keeps the record, its data protection officer and its representative. @source UK GDPR Art 30(1)(a), 30(2)(a) */
export function organisationFacts(
  organisation: Organisation | undefined,
  role: 'Controller' | 'Processor' | 'Organisation',
  directory: Directory,
): readonly Fact[] {
  if (!organisation) return [{ label: role, lines: [OPEN] }]
  const { parentId, companyNumber, charityNumber, tradingNames } = organisation
  const optional = (label: string, text: string): Fact[] => (text.trim() ? [{ label, lines: [text] }] : [])
  return [
    { label: role, lines: [organisation.legalName] },
    ...optional('Also known as', tradingNames.join(', ')),
    ...optional('Part of', parentId ? directory.organisationName(parentId) : ''),
    { label: 'Address', lines: orOpen([oneLine(organisation.address)]) },
    {
      label: 'Contact',
      lines: orOpen([joined([organisation.email, organisation.telephone, organisation.website])]),
    },
    ...optional('Company number', companyNumber),
    ...optional('Charity number', charityNumber),
    { label: 'ICO registration', lines: registrationLines(organisation) },
    {
      label: 'Data protection officer',
      lines: answerLines(organisation.dataProtectionOfficer, (contact) => [contactLine(contact)]),
    },
    {
      label: 'Representative',
      lines: answerLines(organisation.representative, (contact) => [contactLine(contact)]),
    },
  ]
}

/** "ZA123456, until Tue 5 January 2027". @source DPA 2018 s.137 */
export function registrationLines({ icoRegistration }: Organisation): Lines {
  return answerLines(icoRegistration, ({ number, expiresOn }) => [
    joined([number, expiresOn && `until ${formatDay(expiresOn)}`]),
  ])
}
