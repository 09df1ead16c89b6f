import { type CodeListEntry, labelOf } from './code-list.ts'

const WORKING_WORD = 'A working word of the register: the law names no list of outcomes.'

/** How a complaint to the controller can end. The law asks that the outcome is told, and names none. */
export type ComplaintOutcome = CodeListEntry & {
  /** Whether the complaint was found to be right, wholly or in part. */
  readonly upheld: 'yes' | 'in part' | 'no' | 'not decided'
}

/**
 * Outcomes of complaints to the controller.
 *
 * @source DPA 2018 s.164A
 */
export const COMPLAINT_OUTCOMES: readonly ComplaintOutcome[] = [
  outcome('upheld', 'Upheld', 'yes', 'The law was not followed. Say what is done about it.'),
  outcome('partlyUpheld', 'Upheld in part', 'in part', 'Say which part, and what is done about it.'),
  outcome('notUpheld', 'Not upheld', 'no', 'Say why, and how to complain to the Commissioner.'),
  outcome(
    'resolved',
    'Resolved with the person',
    'not decided',
    'The person is content; nothing was decided.',
  ),
  outcome('withdrawn', 'Withdrawn', 'not decided', 'Record that the person withdrew it, and when.'),
  outcome(
    'notAboutData',
    'Not about personal data',
    'not decided',
    'Passed to another procedure, such as a social care complaint or a grievance; link to it.',
  ),
  outcome(
    'noReply',
    'Closed: the person did not reply',
    'not decided',
    'Say what was asked, when, and how the complaint can be taken up again.',
  ),
]

/** The steps the law asks for after a complaint. @source DPA 2018 ss.164A, 165 */
export const COMPLAINT_STEPS: readonly CodeListEntry[] = [
  step(
    'facilitate',
    'Make complaining easy',
    'DPA 2018 s.164A',
    'For example an electronic form and another way.',
  ),
  step(
    'acknowledge',
    'Acknowledge within 30 days',
    'DPA 2018 s.164A',
    'An outcome given within the 30 days needs no acknowledgement of its own.',
  ),
  step('enquire', 'Make enquiries and keep the person informed', 'DPA 2018 s.164A', 'Without undue delay.'),
  step(
    'outcome',
    'Tell the person the outcome',
    'DPA 2018 s.164A',
    'Without undue delay; there is no fixed day.',
  ),
  step('commissioner', 'Tell them about the Commissioner', 'DPA 2018 s.165', 'With the outcome.'),
]

/** What to show for an outcome; the code itself when it is unknown. */
export function complaintOutcomeLabel(code: string): string {
  return labelOf(COMPLAINT_OUTCOMES, code)
}

function outcome(
  code: string,
  label: string,
  upheld: ComplaintOutcome['upheld'],
  note: string,
): ComplaintOutcome {
  return { code, label, upheld, citation: 'DPA 2018 s.164A', note, confirmed: false, check: WORKING_WORD }
}

function step(code: string, label: string, citation: string, note: string): CodeListEntry {
  return { code, label, citation, note, confirmed: true, check: null }
}
