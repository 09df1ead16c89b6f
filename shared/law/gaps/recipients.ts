import { isSettled } from '#shared/answer.ts'
import type { Activity, Disclosure } from '#shared/registers/activities/activity.schema.ts'
import type { GapContext } from './context.ts'
import { about, type Finding } from './gap.ts'
import { activityRule, nameOfTerm, type Sentence } from './parts.ts'

/** Who gets the data. @source UK GDPR Art 30(1)(d), Art 28(3) */
export const RECIPIENT_RULES = [
  activityRule({
    id: 'processor-without-agreement',
    title: 'Processor without an agreement',
    citation: 'UK GDPR Art 28(3)',
    source: 'gdpr-28-3',
    severity: 'error',
    field: 'disclosures',
    explanation:
      'A processor works under a contract or other legal act that binds it. Give the reference of the agreement.',
    find: (activity, context) =>
      perRecipient(
        activity,
        context,
        ({ capacity, agreement }, name) =>
          capacity === 'processor' &&
          !isSettled(agreement) &&
          `${name} is a processor, but no agreement is recorded.`,
      ),
  }),
  activityRule({
    id: 'joint-recipient-without-agreement',
    title: 'Joint controller among the recipients without an arrangement',
    citation: 'UK GDPR Art 26',
    source: 'gdpr-26',
    severity: 'warning',
    field: 'disclosures',
    explanation:
      'Joint controllers settle between them who does what for people’s rights. Give the reference.',
    find: (activity, context) =>
      perRecipient(
        activity,
        context,
        ({ capacity, agreement }, name) =>
          capacity === 'jointController' &&
          !isSettled(agreement) &&
          `${name} is a joint controller, but no arrangement is recorded.`,
      ),
  }),
  activityRule({
    id: 'recipient-capacity-unknown',
    title: 'Whether a recipient is controller or processor is not known',
    citation: 'UK GDPR Art 4(7), 4(8)',
    source: 'gdpr-4-7',
    severity: 'note',
    field: 'disclosures',
    explanation:
      'Whether a contract under Article 28 is needed depends on the part the recipient plays. Say which.',
    find: (activity, context) =>
      perRecipient(
        activity,
        context,
        ({ capacity }, name) =>
          capacity === 'unknown' && `Whether ${name} acts as controller or processor has not been said.`,
      ),
  }),
] as const

function perRecipient(
  activity: Activity,
  context: GapContext,
  sentence: (disclosure: Disclosure, name: string) => Sentence,
): readonly Finding[] {
  return activity.disclosures.flatMap((disclosure) => {
    const message = sentence(disclosure, `“${nameOfTerm(disclosure.recipientId, context)}”`)
    return message ? [about(disclosure.id, message)] : []
  })
}
