import { valueOf } from '#shared/answer.ts'
import type { Tally } from '#shared/described/field.ts'
import { linesOf } from '#shared/described/words.ts'
import { formatUkMoment } from '#shared/law/clocks/breach.ts'
import { BREACH_FIELDS } from '#shared/registers/breaches/breach.record.ts'
import type { Letter, LetterPiece } from '#shared/registers/letters/letter.schema.ts'
import { frameOf } from '#shared/registers/letters/letter-frame.ts'
import { heading, line, point, say, taken } from '#shared/registers/letters/letter-words.ts'
import type { Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import type { Instant } from '#shared/time/instant.ts'
import { whoToAsk } from './letter-facts.ts'
import { namesOf, type NoticeFacts } from './public-notice.ts'

/**
 * The notice by which a processor tells a controller of a breach.
 *
 * @source UK GDPR Art 33(2), Art 33(3)
 */
export function controllerNotice(facts: NoticeFacts, controller: Organisation | null): Letter {
  const { breach, world } = facts
  const { name, contact } = whoToAsk(world)
  const officer = controller ? valueOf(controller.dataProtectionOfficer) : undefined
  const addressee = {
    name: controller?.legalName ?? '',
    nameField: 'controllerIds',
    address: [officer?.role ?? '', officer?.address || (controller?.address ?? '')]
      .filter(Boolean)
      .join('\n'),
    addressField: 'the controller',
  }
  const written = (label: string, key: 'account' | 'effects' | 'containment' | 'remedialAction') =>
    taken(label, key, breach[key])
  return {
    subject: 'Notice of a personal data breach',
    ...frameOf(world, addressee, breach.reference),
    greeting: officer?.name
      ? line`Dear ${taken('Name of the officer', 'the controller', officer.name)}`
      : ['Dear colleagues'],
    paragraphs: [
      say`We process personal data on your behalf. We are telling you without undue delay of a personal data breach that concerns, or may concern, that data.`,
      heading`What happened`,
      say`${written('What happened, and how', 'account')}`,
      point`It happened, or began: ${at('Happened, or began', 'happenedFrom', breach.happenedFrom)}.`,
      point`It was first noticed: ${at('First noticed', 'noticedAt', breach.noticedAt)}.`,
      point`We became aware of it: ${at('The organisation became aware', 'awareAt', breach.awareAt)}.`,
      heading`People and data concerned`,
      point`Categories of people: ${taken('Categories of people', 'peopleIds', namesOf(facts, breach.peopleIds))}.`,
      point`Number of people: ${count('people', breach.people)}.`,
      point`Categories of data: ${taken('Categories of data', 'dataIds', namesOf(facts, breach.dataIds))}.`,
      point`Number of records: ${count('records', breach.records)}.`,
      heading`Likely consequences`,
      say`${written('Effects', 'effects')}`,
      heading`Measures`,
      say`${written('Containment', 'containment')}`,
      say`${written('Remedial action', 'remedialAction')}`,
      heading`What follows`,
      say`We will send you what else we find without undue delay. Tell us what you need from us for your own duties to the Commissioner and to the people concerned.`,
      name
        ? say`${name} is our data protection officer. You can reach them here: ${contact}.`
        : say`You can reach us here: ${contact}.`,
    ],
    basis: 'UK GDPR Art 33(2); the content follows Art 33(3), as the controller will need it',
    checks: [
      ...(breach.ourRole === 'processor' ? [] : ['The record does not say that we act as processor.']),
      ...(breach.controllerIds.length > 1
        ? [
            'Several controllers are told: see that the account and the numbers say nothing of another controller’s data.',
          ]
        : []),
    ],
  }
}

/** A moment in UK time. */
function at(label: string, from: string, moment: Instant | null): LetterPiece {
  return taken(label, from, moment && formatUkMoment(moment))
}

/** A number that may not be known yet, which is an answer too. */
function count(key: 'people' | 'records', tally: Tally): LetterPiece {
  const text = linesOf(BREACH_FIELDS[key], tally, () => undefined).join(', ') || 'not known yet'
  return taken(BREACH_FIELDS[key].label, key, text)
}
