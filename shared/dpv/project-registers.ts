import type { RegisterContent } from '#shared/records/register-content.ts'
import type { Arrangement } from '#shared/registers/arrangements/arrangement.register.ts'
import type { Assessment } from '#shared/registers/assessments/assessment.register.ts'
import type { Processor } from '#shared/registers/processors/processor.register.ts'
import { inRecordOrder } from '#shared/registers/reports/directory.ts'
import type { ScheduleRule } from '#shared/registers/retention/retention-rule.record.ts'
import { findingOf } from '#shared/registers/transfers/standing.ts'
import type { Transfer } from '#shared/registers/transfers/transfer.register.ts'
import { nameOfCode } from './concepts.ts'
import { thing } from './names.ts'
import { REGISTER } from './project-library.ts'
import { breachRecord, requestRecord } from './project-people.ts'
import { type DpvRecord, recordOf, startAsking } from './record.ts'
import { countryOfCode, type Scope } from './scope.ts'

/** Processors, transfers, arrangements, retention rules, assessments, rights requests and breaches. */
export function* otherRecords({ described }: RegisterContent, scope: Scope): Generator<DpvRecord> {
  const listed = <Kept>(records: readonly unknown[]) =>
    inRecordOrder(records as readonly (Kept & { id: string; reference: string; name: string })[])
  for (const record of listed<Processor>(described.processors)) yield processorRecord(record, scope)
  for (const record of listed<Transfer>(described.transfers)) yield transferRecord(record, scope)
  for (const record of listed<Arrangement>(described.arrangements)) yield* arrangementRecords(record, scope)
  for (const record of listed<ScheduleRule>(described.retention)) yield retentionRecord(record, scope)
  for (const record of listed<Assessment>(described.assessments)) yield assessmentRecord(record, scope)
  for (const record of listed<Parameters<typeof requestRecord>[0]>(described.requests))
    yield requestRecord(record, scope)
  for (const record of listed<Parameters<typeof breachRecord>[0]>(described.breaches))
    yield breachRecord(record, scope)
}

/** What every record says: its number, whose it is, and of which register. */
function base(
  { reference, organisationId }: { readonly reference: string; readonly organisationId: string | null },
  scope: Scope,
) {
  return {
    identifier: reference,
    hasResponsibleEntity: scope.one('organisations', organisationId),
    partOf: REGISTER,
  } as const
}

/** Contacts, checks, prices and clauses stay out. */
function processorRecord(processor: Processor, scope: Scope): DpvRecord {
  return recordOf('processors', thing('processors', processor.id), {
    ...base(processor, scope),
    name: processor.name,
    role: processor.kind && nameOfCode('roles', processor.kind),
    state: processor.stage,
    related: scope.one('organisations', processor.partnerId),
    category: scope.one('recipients', processor.recipientId),
    hasCountry: countryOfCode(processor.country),
    contractState: processor.contractState,
    signedOn: processor.signedOn,
    startsOn: processor.startsOn,
    endsOn: processor.endsOn,
    hasSubProcessor: scope.all(
      'processors',
      processor.subProcessors.map(({ processorId }) => processorId),
    ),
    reviewOn: processor.reviewOn,
  })
}

function transferRecord(transfer: Transfer, scope: Scope): DpvRecord {
  const asking = startAsking('transfers', transfer.id)
  const finding = findingOf(transfer)
  return recordOf('transfers', thing('transfers', transfer.id), {
    ...base(transfer, scope),
    label: transfer.name,
    description: transfer.purpose,
    way: transfer.way,
    state: transfer.stage,
    hasCountry: asking.should('hasCountry', countryOfCode(transfer.country)),
    hasDataExporter: scope.one('organisations', transfer.organisationId),
    hasDataImporter: [
      scope.one('processors', transfer.processorId),
      scope.one('organisations', transfer.importerId),
      scope.one('recipients', transfer.recipientId),
    ],
    isImplementedUsingTechnology: scope.all('systems', transfer.systemIds),
    hasProcess: scope.all('activities', transfer.activityIds),
    hasPersonalData: scope.all('data', transfer.dataIds),
    hasDataSubject: scope.all('people', transfer.peopleIds),
    restricted: finding === 'notKnown' ? null : finding === 'restricted',
    hasLegalBasis: asking.should(
      'hasLegalBasis',
      transfer.mechanism && nameOfCode('mechanisms', transfer.mechanism),
    ),
    startsOn: transfer.startedOn,
    endsOn: transfer.stoppedOn,
    hasAssessment: scope.one('assessments', transfer.assessmentId),
    testMadeOn: transfer.testMadeOn,
    testOutcome: transfer.testOutcome && nameOfCode('testOutcomes', transfer.testOutcome),
    reviewOn: transfer.reviewOn,
    ...asking.noted(),
  })
}

function* arrangementRecords(arrangement: Arrangement, scope: Scope): Generator<DpvRecord> {
  const { id, duties } = arrangement
  yield recordOf('arrangements', thing('arrangements', id), {
    ...base(arrangement, scope),
    label: arrangement.name,
    description: arrangement.together,
    state: arrangement.stage,
    hasJointDataControllers: scope.all('organisations', [
      arrangement.organisationId,
      ...arrangement.partyIds,
    ]),
    hasProcess: scope.all('activities', arrangement.activityIds),
    underContract: scope.all('contracts', arrangement.contractIds),
    essence: arrangement.essence,
    place: arrangement.essencePlace,
    hasDuty: duties.map((duty) => thing('duties', id, duty.id)),
    signedOn: arrangement.signedOn,
    endsOn: arrangement.endsOn,
    reviewOn: arrangement.reviewOn,
  })
  for (const { id: dutyId, duty, partyId } of duties)
    yield recordOf('duties', thing('duties', id, dutyId), {
      duty,
      hasResponsibleEntity: scope.one('organisations', partyId),
    })
}

/** Exceptions, holds and batches stay out: they speak of cases and claims. */
function retentionRecord(rule: ScheduleRule, scope: Scope): DpvRecord {
  return recordOf('retention', thing('retention', rule.id), {
    ...base(rule, scope),
    label: rule.name,
    state: rule.status,
    hasPersonalData: scope.all('data', rule.dataIds),
    hasDataSubject: scope.all('people', rule.peopleIds),
    hasProcess: scope.all('activities', rule.activityIds),
    isImplementedUsingTechnology: scope.all('systems', rule.systemIds),
    trigger: rule.trigger,
    periodAmount: rule.periodAmount,
    periodUnit: rule.periodUnit,
    criterion: rule.criterion,
    hasFate: rule.fate && nameOfCode('fates', rule.fate),
    authorityKind: rule.authorityKind,
    authority: rule.authority,
    hasApplicableLaw: scope.all('statutes', rule.statuteIds),
    underContract: scope.all('contracts', rule.contractIds),
    reviewOn: rule.reviewOn,
  })
}

/** Answers, conclusions, advice and the names of those who made and approved it stay out. */
function assessmentRecord(assessment: Assessment, scope: Scope): DpvRecord {
  return recordOf('assessments', thing('assessments', assessment.id), {
    ...base(assessment, scope),
    label: assessment.name,
    assessmentKind: assessment.kind && nameOfCode('assessmentKinds', assessment.kind),
    state: assessment.status,
    hasProcess: scope.all('activities', assessment.activityIds),
    hasDataProcessor: scope.all('processors', assessment.processorIds),
    hasCountry: assessment.countries.map(countryOfCode),
    outcome: assessment.outcome,
    residualRisk: assessment.residualRisk,
    madeOn: assessment.madeOn,
    approvedOn: assessment.approvedOn,
    reviewOn: assessment.reviewOn,
    endsOn: assessment.expiresOn,
    replaces: scope.one('assessments', assessment.replacesId),
  })
}
