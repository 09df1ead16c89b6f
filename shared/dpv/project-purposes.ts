import type { Purpose } from '#shared/registers/activities/activity.parts.ts'
import type { DataUse } from '#shared/registers/activities/activity.schema.ts'
import { nameOfCode } from './concepts.ts'
import { thing } from './names.ts'
import { type DpvRecord, recordOf, startAsking } from './record.ts'
import type { Scope } from './scope.ts'

/** A purpose of an activity with what it rests on. Where assessments are filed stays out. */
export function* purposeRecords(activity: string, purpose: Purpose, scope: Scope): Generator<DpvRecord> {
  const asking = startAsking('purposes', activity, purpose.id)
  const basis = asking.answer('hasLegalBasis', purpose.basis)
  yield recordOf('purposes', thing('purposes', activity, purpose.id), {
    description: purpose.text,
    hasLegalBasis: basis && nameOfCode('lawfulBases', basis),
    basisNote: purpose.basisNote,
    hasRecognisedInterest:
      purpose.recognisedInterest && nameOfCode('recognisedInterests', purpose.recognisedInterest),
    legitimateInterest: purpose.legitimateInterest,
    hasApplicableLaw: scope.all('statutes', purpose.statuteIds),
    hasArticle9Condition: purpose.article9.map((code) => nameOfCode('article9', code)),
    hasSchedule1Condition: purpose.schedule1.map((code) => nameOfCode('schedule1', code)),
    ...asking.noted(),
  })
  yield* asking.reasons()
}

/** How an activity uses one category of data, with how long it is kept. */
export function* useRecords(activity: string, use: DataUse, scope: Scope): Generator<DpvRecord> {
  const asking = startAsking('uses', activity, use.id)
  const rule = asking.answer('hasStorageCondition', use.retention)
  const period = thing('periods', activity, use.id)
  yield recordOf('uses', thing('uses', activity, use.id), {
    category: scope.one('data', use.categoryId),
    dataClass: nameOfCode('dataClasses', use.dataClass),
    hasDataSubject: scope.all('people', use.peopleIds),
    hasDataSource: scope.all('sources', use.sourceIds),
    hasStorageCondition: rule && period,
    onlyIf: use.onlyIf,
    ...asking.noted(),
  })
  yield* asking.reasons()
  if (!rule) return
  yield recordOf('periods', period, {
    trigger: rule.trigger,
    periodAmount: rule.period?.amount,
    periodUnit: rule.period?.unit,
    criterion: rule.criterion,
    fate: rule.fate,
    authority: rule.authority,
  })
}
