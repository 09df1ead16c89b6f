import { type CodeListEntry, FROM_MEMORY, labelOf } from './code-list.ts'

/** A cause of a breach: something done with paper, speech or email, or an attack on systems. */
export type BreachCause = CodeListEntry & { readonly kind: 'nonCyber' | 'cyber' }

const TRENDS = 'ICO data security incident trends'

/**
 * Causes of breaches, in the words of the Commissioner’s incident trends. Added to them: two causes
 * that happen in children’s services and that the trends count elsewhere.
 *
 * @source ICO data security incident trends; UK GDPR Art 33
 */
export const BREACH_CAUSES: readonly BreachCause[] = [
  cause('emailed-wrong', 'nonCyber', 'Data emailed to incorrect recipient'),
  cause('posted-wrong', 'nonCyber', 'Data posted or faxed to incorrect recipient'),
  cause('bcc', 'nonCyber', 'Failure to use bcc'),
  cause('redact', 'nonCyber', 'Failure to redact'),
  cause('verbal', 'nonCyber', 'Verbal disclosure of personal data'),
  cause('portal', 'nonCyber', 'Data of wrong data subject shown in client portal'),
  cause('paper-lost', 'nonCyber', 'Loss or theft of paperwork, or data left in insecure location'),
  cause('device-lost', 'nonCyber', 'Loss or theft of device containing personal data'),
  cause('paper-disposal', 'nonCyber', 'Incorrect disposal of paperwork'),
  cause('hardware-disposal', 'nonCyber', 'Incorrect disposal of hardware'),
  cause('alteration', 'nonCyber', 'Alteration of personal data'),
  cause('other', 'nonCyber', 'Other non-cyber incident'),
  cause('access', 'cyber', 'Unauthorised access'),
  cause('phishing', 'cyber', 'Phishing'),
  cause('malware', 'cyber', 'Malware'),
  cause('ransomware', 'cyber', 'Ransomware'),
  cause('brute-force', 'cyber', 'Brute force'),
  cause('misconfiguration', 'cyber', 'Hardware or software misconfiguration'),
  cause('denial', 'cyber', 'Denial of service'),
  cause('other-cyber', 'cyber', 'Other cyber incident'),
  own('wrong-record', 'Information recorded on the wrong person’s file'),
  own('published', 'Photograph or information published without authority'),
]

/** What was lost: who could see it, whether it is right, whether it is there. @source UK GDPR Art 4(12) */
export const BREACH_KINDS: readonly CodeListEntry[] = [
  kind('confidentiality', 'Confidentiality', 'Disclosed to, or seen by, somebody who should not have it.'),
  kind('integrity', 'Integrity', 'Changed by accident or without authority.'),
  kind('availability', 'Availability', 'Lost, destroyed, or out of reach.'),
]

/** A moment at which somebody knew something of a breach. */
export type KnowledgeMoment = CodeListEntry & {
  /** Whether the 72 hours run from here. */
  readonly startsClock: boolean
}

/**
 * Who knew when: the moments that are easily taken for one another, in the order they usually come.
 *
 * The time runs from awareness: reasonable certainty that a breach has happened.
 *
 * @source UK GDPR Art 33
 */
export const KNOWLEDGE_MOMENTS: readonly KnowledgeMoment[] = [
  moment('happened', 'It happened', 'UK GDPR Art 33(3)(a)', 'From, and until when if it went on.'),
  moment('noticed', 'Somebody noticed', 'UK GDPR Art 33(1)', 'The first suspicion, and by whom.'),
  moment(
    'processorAware',
    'The processor became aware',
    'UK GDPR Art 33(2)',
    'It tells the controller without undue delay; its awareness is not the controller’s.',
  ),
  moment(
    'processorTold',
    'The processor told the controller',
    'UK GDPR Art 33(2)',
    'The controller’s time runs from its own awareness.',
  ),
  moment(
    'reportedInside',
    'It was reported inside the organisation',
    'UK GDPR Art 33(1)',
    'To whom, and how.',
  ),
  {
    ...moment(
      'aware',
      'The controller became aware',
      'UK GDPR Art 33(1)',
      'Reasonable certainty that a breach of personal data has happened; not the end of the investigation.',
    ),
    startsClock: true,
  },
  moment('dpoTold', 'The data protection officer was told', 'UK GDPR Art 33(1)', ''),
  moment(
    'commissionerTold',
    'The Commissioner was told',
    'UK GDPR Art 33(1), 33(4)',
    'May be done in phases.',
  ),
  moment('peopleTold', 'The people were told', 'UK GDPR Art 34', ''),
  moment('recorded', 'It was recorded here', 'UK GDPR Art 33(5)', 'Set by the program.'),
]

/** What to show for a cause; the code itself when it is unknown. */
export function breachCauseLabel(code: string): string {
  return labelOf(BREACH_CAUSES, code)
}

/** The moment with a code the 72 hours run from. */
export const CLOCK_MOMENT = 'aware'

function cause(code: string, of: BreachCause['kind'], label: string): BreachCause {
  const check = `${FROM_MEMORY.replace('the cited provision', 'the Commissioner’s published list')}`
  return { code, kind: of, label, citation: TRENDS, note: '', confirmed: false, check }
}

function own(code: string, label: string): BreachCause {
  const check = 'A working word of the register: not on the Commissioner’s list.'
  return { code, kind: 'nonCyber', label, citation: 'UK GDPR Art 33(5)', note: '', confirmed: false, check }
}

function kind(code: string, label: string, note: string): CodeListEntry {
  return { code, label, citation: 'UK GDPR Art 4(12)', note, confirmed: false, check: FROM_MEMORY }
}

function moment(code: string, label: string, citation: string, note: string): KnowledgeMoment {
  return { code, label, citation, note, startsClock: false, confirmed: true, check: null }
}
