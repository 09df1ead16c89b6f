import { FROM_MEMORY } from '#shared/law/code-list.ts'
import type { SourceId } from '#shared/law/sources.ts'
import type { Notice } from '#shared/registers/notices/notice.register.ts'
import { checkedPoints, pointIn, pointsOf } from '#shared/registers/notices/points.ts'
import { about, type GapRule, ruleAbout, when } from './gap.ts'

const rule = ruleAbout<Notice>('notices')

/** From this day on people are told that they can complain to the controller. @source DPA 2018 s.164A */
export const COMPLAINT_TOLD_SINCE = '2026-06-19'

const isInUse = ({ status }: Notice) => status === 'inUse'

/** A rule about one point that a notice in use does not hold. */
function point(
  code: string,
  id: string,
  source: SourceId,
  words: { title: string; citation: string; says: string; explanation: string },
  since = '',
): GapRule<Notice> {
  const { title, citation, says, explanation } = words
  return rule({
    id,
    title,
    citation,
    source,
    severity: 'error',
    field: 'contents',
    explanation,
    find: (notice, { today }) => {
      const said = pointIn(notice, code)?.said
      const isMissing = isInUse(notice) && today >= since && (said === 'no' || said === 'partly')
      const how = said === 'partly' ? 'says only in part' : 'does not say'
      return when(isMissing, `“${notice.name}” ${how} ${says}.`)
    },
  })
}

/** The points that have a rule of their own. */
const OWN_RULES = new Set(['N02', 'N04', 'N09', 'N10', 'N12'])

/** The points the law asks for, held against what is recorded of a notice. @source UK GDPR Art 13, Art 14 */
export const NOTICE_POINT_RULES = [
  point(
    'N12',
    'notice-controller-complaint-missing',
    'gdpr-13',
    {
      title: 'Right to complain to the controller not told',
      citation: 'UK GDPR Art 13(2)(ca), Art 14(2)(da); DPA 2018 s.164A',
      says: 'that people can complain to the controller, which it has to since 19 June 2026',
      explanation:
        'Add how to complain to the controller, then the way to the Commissioner, and publish a new version.',
    },
    COMPLAINT_TOLD_SINCE,
  ),
  point('N02', 'notice-officer-contact-missing', 'gdpr-13-1-b', {
    title: 'No contact for the data protection officer',
    citation: 'UK GDPR Art 13(1)(b), Art 14(1)(b)',
    says: 'how to reach the data protection officer',
    explanation:
      'Where there is a data protection officer, people are told how to reach them. Add an address that is read.',
  }),
  point('N04', 'notice-basis-missing', 'gdpr-13', {
    title: 'No lawful basis for each purpose',
    citation: 'UK GDPR Art 13(1)(c), Art 14(1)(c)',
    says: 'which lawful basis each purpose has',
    explanation:
      'Name the basis purpose by purpose. The register holds them, once they are recorded on the activities.',
  }),
  point('N09', 'notice-retention-missing', 'gdpr-13', {
    title: 'No retention period or criteria',
    citation: 'UK GDPR Art 13(2)(a), Art 14(2)(a)',
    says: 'how long data is kept, or what decides it',
    explanation:
      'Give the period by kind of record, or the criteria that set it. “A limited time” is neither.',
  }),
  point('N10', 'notice-rights-missing', 'gdpr-13', {
    title: 'Rights not told',
    citation: 'UK GDPR Art 13(2)(b), Art 14(2)(c)',
    says: 'which rights people have',
    explanation:
      'Name each right and how to use it: access, rectification, erasure, restriction, objection, portability.',
  }),
  rule({
    id: 'notice-point-missing',
    title: 'A point missing from the notice',
    citation: 'UK GDPR Art 13, Art 14',
    source: 'gdpr-13',
    severity: 'warning',
    field: 'contents',
    explanation: 'Add what is missing, or record why the point does not arise.',
    find: (notice) =>
      isInUse(notice)
        ? pointsOf(notice).flatMap(({ code, label, confirmed }) => {
            const found = pointIn(notice, code)
            if (OWN_RULES.has(code) || (found?.said !== 'no' && found?.said !== 'partly')) return []
            const how = found.said === 'no' ? 'Missing' : 'Told only in part'
            const toCheck = confirmed
              ? ''
              : ` (${FROM_MEMORY.charAt(0).toLowerCase()}${FROM_MEMORY.slice(1, -1)})`
            return [about(found.id, `${how}: ${label}${toCheck}.`)]
          })
        : [],
  }),
  rule({
    id: 'notice-unchecked',
    title: 'Points not looked at',
    citation: 'UK GDPR Art 13, Art 14',
    source: 'gdpr-13',
    severity: 'note',
    field: 'contents',
    explanation: 'Hold the words of the notice against each point under “What it says”.',
    find: (notice) => {
      const { checked, asked } = checkedPoints(notice)
      return when(
        isInUse(notice) && checked < asked,
        `${asked - checked} of ${asked} points have not been looked at.`,
      )
    },
  }),
]
