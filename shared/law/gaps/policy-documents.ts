import { isSettled, valueOf } from '#shared/answer.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { when } from './gap.ts'
import { activityRule, decidesPurposes, isOlderThan, needsPolicyDocument, perPurpose } from './parts.ts'
import { isBlank } from './words.ts'

/** Months after which a policy document is worth another look; the law says "from time to time". */
export const POLICY_REVIEW_MONTHS = 12

/** The appropriate policy document and what it adds to the record. @source DPA 2018 Sch 1 paras 38 to 41 */
export const POLICY_DOCUMENT_RULES = [
  activityRule({
    id: 'policy-document-missing',
    title: 'No appropriate policy document',
    citation: 'DPA 2018 Sch 1 para 5, 39',
    source: 'dpa-sch1-39',
    severity: 'error',
    field: 'purposes',
    whenRetired: true,
    explanation:
      'The Schedule 1 condition holds only with a policy document in place, kept until six months after the processing stops. Give its reference. Where the condition is used only for a disclosure that needs none (paragraphs 10(2) and 27(3)), record “not applicable” with that reason.',
    find: (activity) =>
      perPurpose(
        activity,
        (purpose, name) =>
          needsPolicyDocument(purpose) &&
          !isSettled(purpose.policyDocument) &&
          `${name} relies on a Schedule 1 condition that needs an appropriate policy document; none is recorded.`,
      ),
  }),
  activityRule({
    id: 'policy-document-set-aside',
    title: 'Policy document said not to apply',
    citation: 'DPA 2018 Sch 1 para 5',
    source: 'dpa-sch1-5',
    severity: 'warning',
    field: 'purposes',
    explanation:
      'Only the disclosures of paragraphs 10(2) and 27(3) let these conditions go without a policy document. The other conditions of this purpose need one.',
    find: (activity) =>
      perPurpose(
        activity,
        (purpose, name) =>
          needsPolicyDocument({
            ...purpose,
            schedule1: purpose.schedule1.filter((code) => !MAY_GO_WITHOUT.has(code)),
          }) &&
          purpose.policyDocument.state === 'notApplicable' &&
          `${name} sets the policy document aside, but relies on a condition that needs one.`,
      ),
  }),
  activityRule({
    id: 'policy-document-old',
    title: 'Policy document not reviewed for over a year',
    citation: 'DPA 2018 Sch 1 para 40',
    source: 'dpa-sch1-40',
    severity: 'warning',
    field: 'purposes',
    explanation:
      'The policy document is reviewed from time to time. The law sets no interval; a year without a date is taken here as a reason to look again.',
    check: 'The interval of a year is a working habit, not law.',
    find: (activity, { today }) =>
      perPurpose(activity, (purpose, name) => {
        const document = valueOf(purpose.policyDocument)
        if (!document || !needsPolicyDocument(purpose)) return null
        if (document.assessedOn === null) return `${name}: the policy document carries no date of review.`
        return (
          isOlderThan(document.assessedOn, POLICY_REVIEW_MONTHS, today) &&
          `${name}: the policy document was last reviewed on ${formatDay(document.assessedOn)}, over a year ago.`
        )
      }),
  }),
  activityRule({
    id: 'basis-note-missing',
    title: 'How Article 6 is met is not said',
    citation: 'DPA 2018 Sch 1 para 41',
    source: 'dpa-sch1-41',
    severity: 'error',
    field: 'purposes',
    explanation:
      'Where a policy document is needed, the record also says how Article 6 is satisfied (paragraph 41(b)). Write it in the note on the basis.',
    find: (activity) =>
      perPurpose(
        activity,
        (purpose, name) =>
          needsPolicyDocument(purpose) &&
          isBlank(purpose.basisNote) &&
          `${name} does not say how its lawful basis is met.`,
      ),
  }),
  activityRule({
    id: 'retention-policy-missing',
    title: 'Whether the retention policy is followed is not said',
    citation: 'DPA 2018 Sch 1 para 41',
    source: 'dpa-sch1-41',
    severity: 'error',
    field: 'retentionPolicy',
    whenRetired: true,
    explanation:
      'Where a policy document is needed, the record also says whether data is kept and erased as it describes (paragraph 41(c)). Name the document and answer the question.',
    find: (activity) =>
      when(
        decidesPurposes(activity) &&
          activity.purposes.some(needsPolicyDocument) &&
          !isSettled(activity.retentionPolicy),
        'Whether data is kept and erased as the policy document says has not been answered.',
      ),
  }),
  activityRule({
    id: 'retention-policy-not-followed',
    title: 'Retention policy not followed, without reasons',
    citation: 'DPA 2018 Sch 1 para 41',
    source: 'dpa-sch1-41',
    severity: 'error',
    field: 'retentionPolicy',
    whenRetired: true,
    explanation:
      'Where the policy on keeping and erasing is not followed, the record gives the reasons (paragraph 41(c)).',
    find: ({ retentionPolicy }) => {
      const policy = valueOf(retentionPolicy)
      return when(
        policy?.followed === false && isBlank(policy.reasonsIfNot),
        'The retention policy is not followed, and no reasons are given.',
      )
    },
  }),
] as const

/** Conditions of which one use needs no policy document. @source DPA 2018 Sch 1 para 10(2), 27(3) */
const MAY_GO_WITHOUT: ReadonlySet<string> = new Set(['SCH1-10', 'SCH1-27'])
