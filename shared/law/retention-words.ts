import { type CodeListEntry, labelOf } from './code-list.ts'

const WORKING_WORD = 'A working word of the register: the law names no list.'

/** What a retention period runs from. */
export type RetentionTrigger = CodeListEntry & {
  /** Whether the day is known in advance, from a day of birth or a calendar. */
  readonly foreseeable: boolean
}

/** What happens to the data at the end. */
export type RetentionFate = CodeListEntry & {
  /** Whether personal data is still held afterwards. */
  readonly stillHeld: boolean
}

/**
 * What a retention period runs from, in words that follow "after".
 *
 * @source UK GDPR Art 5(1)(e)
 */
export const RETENTION_TRIGGERS: readonly RetentionTrigger[] = [
  trigger('birth', 'the person’s date of birth', true),
  trigger('age18', 'the child turns 18', true),
  trigger('collected', 'the data was collected'),
  trigger('lastContact', 'the last contact'),
  trigger('lastEntry', 'the last entry in the record'),
  trigger('caseClosed', 'the case is closed'),
  trigger('placementEnds', 'the placement ends'),
  trigger('serviceEnds', 'the service ends'),
  trigger('adoption', 'the adoption order'),
  trigger('employmentEnds', 'employment ends'),
  trigger('volunteeringEnds', 'volunteering ends'),
  trigger('recruitmentEnds', 'the recruitment decision'),
  trigger('contractEnds', 'the contract ends'),
  trigger('financialYearEnds', 'the financial year ends', true),
  trigger('incident', 'the incident'),
  trigger('meeting', 'the meeting'),
  trigger('recording', 'the recording was made'),
  trigger('requestAnswered', 'the request was answered'),
  trigger('consentWithdrawn', 'consent is withdrawn'),
  trigger('superseded', 'it is superseded'),
  trigger('death', 'the person’s death'),
]

/**
 * What happens to data at the end of its period.
 *
 * @source UK GDPR Art 5(1)(e), Art 84B
 */
export const RETENTION_FATES: readonly RetentionFate[] = [
  fate(
    'delete',
    'Delete',
    'UK GDPR Art 5(1)(e)',
    false,
    'From every place, backups as they run out included.',
  ),
  fate(
    'anonymise',
    'Anonymise',
    'UK GDPR Art 5(1)(e)',
    false,
    'Only where nobody can be identified any more, by any means reasonably likely to be used.',
  ),
  fate(
    'archive',
    'Archive',
    'UK GDPR Art 84B',
    true,
    'In the public interest, for research or for statistics, with the safeguards of Article 84B.',
  ),
  fate(
    'return',
    'Return to the controller',
    'UK GDPR Art 28(3)(g)',
    false,
    'For a processor, as the contract says.',
  ),
  fate(
    'review',
    'Review',
    'UK GDPR Art 5(1)(e)',
    true,
    'Somebody decides again, and records why it is kept.',
  ),
]

/** What to show for a trigger; the code itself when it is unknown. */
export function retentionTriggerLabel(code: string): string {
  return labelOf(RETENTION_TRIGGERS, code)
}

/** What to show for a fate; the code itself when it is unknown. */
export function retentionFateLabel(code: string): string {
  return labelOf(RETENTION_FATES, code)
}

function trigger(code: string, label: string, foreseeable = false): RetentionTrigger {
  const citation = 'UK GDPR Art 5(1)(e)'
  return { code, label, citation, foreseeable, note: '', confirmed: false, check: WORKING_WORD }
}

function fate(
  code: string,
  label: string,
  citation: string,
  stillHeld: boolean,
  note: string,
): RetentionFate {
  return { code, label, citation, stillHeld, note, confirmed: false, check: WORKING_WORD }
}
