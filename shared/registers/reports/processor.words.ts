import { valueOf } from '#shared/answer.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import type { Organisation } from '#shared/registers/organisations/organisation.schema.ts'
import { partyLines } from './activity.words.ts'
import { answerLines, contactLine, joined, type Lines, oneLine, orOpen } from './answer.words.ts'
import type { Directory } from './directory.ts'
import { purposeLines } from './purpose.words.ts'

/** On whose behalf, with contact details. @source UK GDPR Art 30(2)(a) */
export function controllerLines(activity: Activity, directory: Directory): Lines {
  if (activity.partyIds.length > 0) return partyLines(activity, directory)
  return orOpen(
    activity.contractIds.flatMap((id) => {
      const customer = directory.contract(id)?.customerId
      return customer ? partyLines({ ...activity, partyIds: [customer] }, directory) : []
    }),
  )
}

/** The controllers' representatives. @source UK GDPR Art 30(2)(a), Art 27 */
export function controllerRepresentativeLines(activity: Activity, directory: Directory): Lines {
  const parties = activity.partyIds
    .map(directory.organisation)
    .filter((found): found is Organisation => found !== undefined)
  const many = parties.length > 1
  return orOpen(
    parties.map(({ legalName, representative }) =>
      joined(
        [many && legalName, answerLines(representative, (contact) => [contactLine(contact)]).join('; ')],
        ': ',
      ),
    ),
  )
}

/** What is done on the controller's behalf. @source UK GDPR Art 30(2)(b) */
export function processingLines(activity: Activity): Lines {
  const description = oneLine(activity.description)
  const purposes = activity.purposes.length > 0 ? purposeLines(activity) : []
  const { reference, name } = activity
  const title = reference ? `${reference} ${name}` : name
  const condition = activity.onlyIf.trim() ? [`Only if: ${oneLine(activity.onlyIf)}`] : []
  return [title, ...[description].filter(Boolean), ...purposes, ...condition]
}

/** The contracts with customers, and where their instructions are. @source UK GDPR Art 28(3) */
export function customerContractLines(activity: Activity, directory: Directory): Lines {
  return orOpen(
    activity.contractIds.map((id) => {
      const contract = directory.contract(id)
      if (!contract) return `A contract that is no longer in the register (${id})`
      const instructions = valueOf(contract.instructions)
      return joined([contract.name, contract.reference, instructions && `instructions: ${instructions}`])
    }),
  )
}
