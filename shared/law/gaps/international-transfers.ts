import { transferMechanism } from '#shared/law/transfer-mechanisms.ts'
import { findingOf, standingOf } from '#shared/registers/transfers/standing.ts'
import type { Transfer } from '#shared/registers/transfers/transfer.register.ts'
import { formatDay } from '#shared/time/plain-date.ts'
import { ruleAbout, when } from './gap.ts'
import { isOlderThan } from './parts.ts'
import { TRANSFER_TEST_RULES } from './transfer-tests.ts'
import { isBlank } from './words.ts'

const rule = ruleAbout<Transfer>('transfers')

/** How long what is known of a place is relied on. */
const LOCATION_MONTHS = 36

/** Each recorded transfer: where, whether restricted, what lets it happen. @source UK GDPR Art 30(1)(e), Art 44A, Art 45A, Art 46, Art 49 */
export const INTERNATIONAL_TRANSFER_RULES = [
  rule({
    id: 'transfer-country-missing',
    title: 'Transfer without a country',
    citation: 'UK GDPR Art 30(1)(e)',
    source: 'gdpr-30-1-e',
    severity: 'error',
    field: 'country',
    explanation:
      'The record identifies the country. Ask the importer where the data is, and from where it is seen.',
    find: ({ stage, country, name }) =>
      when(stage !== 'stopped' && country === null, `Which country “${name}” leads to is not recorded.`),
  }),
  rule({
    id: 'transfer-finding-open',
    title: 'Whether it is a restricted transfer is not settled',
    citation: 'ICO three-step test',
    source: 'ico-transfers',
    severity: 'warning',
    field: 'lawApplies',
    explanation:
      'Answer the three questions, each with its reason. One “no” settles it: then nothing more is needed.',
    find: (transfer) =>
      when(
        goesAbroad(transfer) && findingOf(transfer) === 'notKnown',
        `Whether “${transfer.name}” is a restricted transfer has not been settled.`,
      ),
  }),
  rule({
    id: 'transfer-without-mechanism',
    title: 'Restricted transfer with nothing that lets it happen',
    citation: 'UK GDPR Art 44A',
    source: 'gdpr-44a',
    severity: 'error',
    field: 'mechanism',
    explanation:
      'Data may leave only under approval by regulations, appropriate safeguards or a specific exception. Record which, or stop the transfer.',
    find: (transfer, { today }) => {
      const found = standingOf(transfer, today)
      return when(
        goesAbroad(transfer) && found?.standing === 'nothing' && transfer.mechanism === null,
        `Nothing lets “${transfer.name}” happen. ${found?.reason ?? ''}`,
      )
    },
  }),
  rule({
    id: 'transfer-mechanism-out-of-date',
    title: 'Transfer mechanism not in force, or not covering the transfer',
    citation: 'UK GDPR Art 44A',
    source: 'gdpr-44a',
    severity: 'error',
    field: 'mechanism',
    explanation: 'Renew the mechanism, choose one that covers the transfer, or stop it.',
    find: (transfer, { today }) => {
      const found = standingOf(transfer, today)
      const isFailed = found?.needsTest === true && transfer.testOutcome === 'lower'
      return when(
        goesAbroad(transfer) && found?.standing === 'nothing' && transfer.mechanism !== null && !isFailed,
        `“${transfer.name}”: ${found?.reason ?? ''}`,
      )
    },
  }),
  rule({
    id: 'transfer-us-unchecked',
    title: 'Importer in the United States without a check of the UK Extension',
    citation: 'SI 2023/1028; UK GDPR Art 45A',
    source: 'si-2023-1028',
    severity: 'error',
    field: 'ukExtension',
    explanation:
      'The data bridge covers only importers on the Data Privacy Framework list with the UK Extension, and only data their entry covers. Look them up in the public list and record the day.',
    find: (transfer) => {
      const { country, ukExtension, mechanism, name } = transfer
      const reliesOnBridge = mechanism === null || transferMechanism(mechanism)?.kind === 'approval'
      return when(
        goesAbroad(transfer) && country === 'US' && ukExtension === null && reliesOnBridge,
        `Whether the importer of “${name}” is on the Data Privacy Framework list with the UK Extension was not checked.`,
      )
    },
  }),
  rule({
    id: 'transfer-cover-undated',
    title: 'Check of a partial approval without a day',
    citation: 'UK GDPR Art 45A',
    source: 'gdpr-45a',
    severity: 'warning',
    field: 'coverCheckedOn',
    explanation: 'Entries in such lists lapse. Record the day of the check, so that it can be made again.',
    find: ({ stage, name, ukExtension, conditionMet, coverCheckedOn }) =>
      when(
        stage !== 'stopped' && (ukExtension === true || conditionMet === true) && coverCheckedOn === null,
        `When the approval was checked for “${name}” is not recorded.`,
      ),
  }),
  rule({
    id: 'transfer-exception-used',
    title: 'Transfer rests on an exception',
    citation: 'UK GDPR Art 49',
    source: 'gdpr-49',
    severity: 'warning',
    field: 'mechanism',
    explanation:
      'Exceptions are for specific situations, not for what happens regularly. Look for a safeguard.',
    find: ({ stage, name, mechanism }) =>
      when(
        stage !== 'stopped' && transferMechanism(mechanism ?? '')?.kind === 'exception',
        `“${name}” rests on an exception for specific situations.`,
      ),
  }),
  rule({
    id: 'transfer-without-activity',
    title: 'Transfer that belongs to no activity',
    citation: 'UK GDPR Art 30(1)(e)',
    source: 'gdpr-30-1-e',
    severity: 'warning',
    field: 'activityIds',
    explanation: 'Transfers stand in the record of the activities whose data goes abroad. Choose them.',
    find: (transfer) =>
      when(
        goesAbroad(transfer) && transfer.activityIds.length === 0,
        `Which activities “${transfer.name}” serves is not recorded.`,
      ),
  }),
  rule({
    id: 'transfer-finding-without-reason',
    title: 'Finding without its reason',
    citation: 'ICO three-step test',
    source: 'ico-transfers',
    severity: 'warning',
    field: 'isSeparate',
    explanation: 'That a transfer is not restricted stands on one “no”. Give its reason.',
    find: (transfer) =>
      when(
        goesAbroad(transfer) &&
          findingOf(transfer) === 'notRestricted' &&
          [transfer.lawAppliesBecause, transfer.weInitiateBecause, transfer.isSeparateBecause].every(isBlank),
        `“${transfer.name}” is taken not to be a restricted transfer; why is not said.`,
      ),
  }),
  rule({
    id: 'transfer-location-old',
    title: 'Place of the data known only from years ago',
    citation: 'UK GDPR Art 30(1)(e)',
    source: 'gdpr-30-1-e',
    severity: 'warning',
    field: 'asOf',
    check: 'The limit of three years is a working habit, not law.',
    explanation: 'Suppliers move data. Ask again and record the day of the answer.',
    find: ({ stage, name, asOf }, { today }) =>
      when(
        stage !== 'stopped' && asOf !== null && isOlderThan(asOf, LOCATION_MONTHS, today),
        `Where the data of “${name}” is was last known on ${asOf ? formatDay(asOf) : ''}, over three years ago.`,
      ),
  }),
  ...TRANSFER_TEST_RULES,
]

/** Whether it leads abroad now or is about to; one that is only possible is asked about, not judged. */
function goesAbroad({ stage, country }: Transfer): boolean {
  return country !== null && country !== 'GB' && stage !== 'stopped' && stage !== 'possible'
}
