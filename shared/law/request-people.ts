import { type CodeListEntry, FROM_MEMORY, labelOf } from './code-list.ts'

const WORKING_WORD = 'A working word of the register: the law names no list.'

/** How a request or a complaint came. A request needs no form. @source UK GDPR Art 12 */
export const CHANNELS: readonly CodeListEntry[] = [
  channel('email', 'Email'),
  channel('form', 'Online form'),
  channel('letter', 'Letter'),
  channel('phone', 'Telephone'),
  channel('inPerson', 'In person'),
  channel('socialMedia', 'Social media'),
  channel('viaOther', 'Passed on by another organisation'),
]

/** Who asks, and what to see before answering. @source UK GDPR Art 12(6), Art 80; DPA 2018 ss.187, 208 */
export const REQUESTER_KINDS: readonly CodeListEntry[] = [
  entry('self', 'The person', 'UK GDPR Art 15(1)', ''),
  entry(
    'child',
    'A child, for themselves',
    'UK GDPR Art 15(1); DPA 2018 s.208',
    'The right is the child’s. Record the view of their understanding and who formed it.',
  ),
  entry(
    'parent',
    'A parent or person with parental responsibility',
    'UK GDPR Art 15(1); DPA 2018 s.208',
    'Only if the child authorises it, or lacks understanding, or it is evidently in the child’s best interests. Consider parental responsibility, court orders, confidence owed to the child and the child’s views.',
  ),
  entry(
    'localAuthority',
    'A local authority for a looked-after child',
    'DPA 2018 s.208',
    'It may share parental responsibility: see the order or agreement.',
    FROM_MEMORY,
  ),
  entry(
    'solicitor',
    'A solicitor or advocate',
    'UK GDPR Art 12(6)',
    'See the person’s authority.',
    FROM_MEMORY,
  ),
  entry(
    'attorney',
    'An attorney, deputy or court appointee',
    'UK GDPR Art 12(6)',
    'See the power or the order.',
    FROM_MEMORY,
  ),
  entry(
    'body',
    'A non-profit body acting for the person',
    'UK GDPR Art 80; DPA 2018 s.187',
    'With the person’s authority.',
  ),
  entry(
    'thirdParty',
    'Somebody else',
    'UK GDPR Art 12(6)',
    'Without the person’s authority there is no request by the person.',
    FROM_MEMORY,
  ),
]

/** What to show for a channel; the code itself when it is unknown. */
export function channelLabel(code: string): string {
  return labelOf(CHANNELS, code)
}

/** What to show for a kind of requester; the code itself when it is unknown. */
export function requesterLabel(code: string): string {
  return labelOf(REQUESTER_KINDS, code)
}

function channel(code: string, label: string): CodeListEntry {
  return entry(code, label, 'UK GDPR Art 12', '', WORKING_WORD)
}

function entry(
  code: string,
  label: string,
  citation: string,
  note: string,
  check: string | null = null,
): CodeListEntry {
  return { code, label, citation, note, confirmed: check === null, check }
}
