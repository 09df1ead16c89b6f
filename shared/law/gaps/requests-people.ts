import { mayActForThemselves } from '#shared/law/children.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import { ruleAbout, when } from './gap.ts'
import { isBlank } from './words.ts'

const requestRule = ruleAbout<RequestRecord>('requests')

const ACT_FOR_OTHERS = new Set(['parent', 'localAuthority', 'solicitor', 'attorney', 'body', 'thirdParty'])

/** Whether the one who asks may ask, and whether a child was heard. @source UK GDPR Art 12(6), Art 15; DPA 2018 s.208 */
export const REQUEST_PEOPLE_RULES = [
  requestRule({
    id: 'request-authority-unseen',
    title: 'Authority to act not seen',
    citation: 'UK GDPR Art 12(6)',
    source: 'gdpr-12-6',
    severity: 'warning',
    field: 'authoritySeen',
    explanation:
      'Somebody who asks for another person needs authority: parental responsibility, a signed authority, a power or an order. See it, and record how.',
    find: ({ requesterKind, authoritySeen, authorityHow, sentOn }) => {
      if (requesterKind === null || !ACT_FOR_OTHERS.has(requesterKind) || authoritySeen === 'refused')
        return []
      return [
        ...when(
          authoritySeen !== 'seen' && sentOn === null,
          'Who asks acts for another person, and their authority has not been seen.',
        ),
        ...when(
          authoritySeen === 'seen' && isBlank(authorityHow),
          'What authority was seen is not recorded.',
        ),
      ]
    },
  }),
  requestRule({
    id: 'request-answered-without-authority',
    title: 'Answered without authority',
    citation: 'UK GDPR Art 12(6)',
    source: 'gdpr-12-6',
    severity: 'error',
    field: 'authoritySeen',
    explanation:
      'Data sent to somebody who may not ask is a breach of the person’s confidence. Record the authority, or look at it as a personal data breach.',
    find: ({ requesterKind, authoritySeen, sentOn, outcome }) =>
      when(
        requesterKind !== null &&
          ACT_FOR_OTHERS.has(requesterKind) &&
          authoritySeen !== 'seen' &&
          sentOn !== null &&
          (outcome === 'granted' || outcome === 'partly'),
        'An answer was sent to somebody acting for another person, without authority on record.',
      ),
  }),
  requestRule({
    id: 'request-child-not-judged',
    title: 'Child’s understanding not judged',
    citation: 'UK GDPR Art 15; DPA 2018 s.208',
    source: 'gdpr-15',
    severity: 'warning',
    field: 'childUnderstands',
    explanation:
      'The right is the child’s. Record whether the child understands it, who judged that, and on what; in Scotland a child of 12 or over is presumed to.',
    find: (record) => {
      if (!isAboutChild(record)) return []
      const { answer, words } = mayAct(record)
      return [
        ...when(answer === 'assess', `Whether the child may act for themselves is open. ${words}`),
        ...when(
          (record.childUnderstands === 'yes' || record.childUnderstands === 'no') &&
            (isBlank(record.childJudgedBy) || isBlank(record.childBasis)),
          'Who judged the child’s understanding, or on what, is not recorded.',
        ),
      ]
    },
  }),
  requestRule({
    id: 'request-parent-over-child',
    title: 'Parent asks for a child who may act',
    citation: 'UK GDPR Art 15; DPA 2018 s.208',
    source: 'gdpr-15',
    severity: 'error',
    field: 'childViews',
    explanation:
      'Where the child understands the right, a parent may act only if the child authorises it or it is evidently in the child’s best interests. Record the child’s views, or why it is in their interests.',
    find: (record) => {
      const { answer } = mayAct(record)
      return when(
        isAboutChild(record) &&
          record.requesterKind === 'parent' &&
          (answer === 'yes' || answer === 'presumed') &&
          isBlank(record.childViews) &&
          isBlank(record.bestInterests),
        'A parent asks, the child may act for themselves, and neither the child’s views nor their interests are recorded.',
      )
    },
  }),
]

function isAboutChild({ personKind, requesterKind }: RequestRecord): boolean {
  return personKind === 'child' || requesterKind === 'child'
}

function mayAct({ childAge, childNation, childUnderstands }: RequestRecord) {
  return mayActForThemselves({
    age: childAge,
    nation: childNation ?? 'England and Wales',
    understanding: childUnderstands ?? 'notAssessed',
  })
}
