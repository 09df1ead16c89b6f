import { findDescribed } from '#shared/described/all.ts'
import type { Output } from '#shared/rpc/contract.ts'

type CommandEntry = Output<'history.recent'>[number]

const VERBS: { readonly [procedure: string]: string } = {
  'registerFile.create': 'created the register:',
  'registerFile.createSample': 'created the sample register:',
  'organisations.create': 'added organisation',
  'organisations.change': 'changed organisation',
  'organisations.remove': 'removed organisation',
  'contracts.create': 'added contract',
  'contracts.change': 'changed contract',
  'contracts.remove': 'removed contract',
  'activities.create': 'added activity',
  'activities.change': 'changed activity',
  'activities.duplicate': 'duplicated activity',
  'activities.remove': 'removed activity',
  'activities.applyBulk': 'bulk change',
  'activities.waiveGap': 'set a gap aside in',
  'activities.withdrawWaiver': 'took up a gap again in',
  'vocabulary.create': 'added term',
  'vocabulary.change': 'changed term',
  'vocabulary.merge': 'merged term',
  'vocabulary.remove': 'removed term',
  'views.create': 'saved view',
  'views.change': 'changed view',
  'views.remove': 'removed view',
  'settings.change': 'changed settings',
  'portability.saveMapping': 'decided about the columns of',
  'portability.build': 'made an export for',
  'letters.changeTemplate': 'changed the wording of a letter in',
  'today.snooze': 'moved the reminder of',
  'history.undo': 'undo of',
  'history.redo': 'redo of',
}

/** What was done to a record of any described register; its own word follows. */
const RECORD_VERBS: { readonly [procedure: string]: string } = {
  'records.create': 'added',
  'records.change': 'changed',
  'records.duplicate': 'duplicated',
  'recipients.addMany': 'brought in',
  'requests.takeIn': 'took in',
  'searches.addProposed': 'added',
  'searches.noteMessages': 'noted a message about',
  'records.remove': 'removed',
  'records.unlinkAndRemove': 'took out and removed',
  'records.applyBulk': 'bulk change of',
  'records.waiveGap': 'set a gap aside in',
  'records.withdrawWaiver': 'took up a gap again in',
  'breaches.recordReport': 'recorded a report as sent for',
  'letters.record': 'noted a letter of',
  'letters.send': 'recorded a letter as sent for',
  'documents.attach': 'attached files to',
  'documents.describe': 'said what a file shows of',
  'documents.detach': 'took a file off',
}

/** What a command did, as a notice and the history say it: "changed activity PCS-04 Life story work". */
export function commandInWords({
  procedure,
  register,
  title,
  records,
}: Pick<CommandEntry, 'procedure' | 'register' | 'title' | 'records'>): string {
  const one = findDescribed(register)?.one ?? ''
  const done = RECORD_VERBS[procedure]
  const verb = done ? `${done} ${one}`.trim() : (VERBS[procedure] ?? procedure)
  const more = records > 1 ? ` and ${(records - 1).toLocaleString('en-GB')} more` : ''
  return `${verb} ${title}${more}`.trim()
}
