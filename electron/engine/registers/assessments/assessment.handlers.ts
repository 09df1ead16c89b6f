import { AppError } from '#shared/errors.ts'
import type { AssessmentKindCode } from '#shared/law/assessments/assessment-kind.ts'
import { screenForDpia } from '#shared/law/dpia-screening.ts'
import { approved, nextVersion, refusalOf } from '#shared/registers/assessments/approval.ts'
import type { assessmentProcedures } from '#shared/registers/assessments/assessment.contract.ts'
import { type Assessment, assessments } from '#shared/registers/assessments/assessment.register.ts'
import { neededAssessments } from '#shared/registers/assessments/needed.ts'
import { prefilledFromActivity, prefilledFromTransfer } from '#shared/registers/assessments/prefill.ts'
import { withAnswer } from '#shared/registers/assessments/questions.ts'
import { screeningFacts } from '#shared/registers/assessments/screening-facts.ts'
import type { Directory } from '#shared/registers/reports/directory.ts'
import type { Transfer } from '#shared/registers/transfers/transfer.register.ts'
import type { ReadDb } from '../../db/schema.ts'
import { kindOf } from '../../described/kind-of.ts'
import { nextInSeries } from '../../described/next-in-series.ts'
import { activityKind } from '../../records/activity.kind.ts'
import type { Lookups } from '../../records/lookups.ts'
import { allRecords, getRecord } from '../../records/store.ts'
import type { HandlersFor, WriteContext } from '../../rpc/context.ts'

export const assessmentHandlers: HandlersFor<typeof assessmentProcedures> = {
  'assessments.screen': async ({ db, lookups }, { activityId }) => {
    const activity = await getRecord(db, activityKind, activityId)
    const { terms } = await lookups()
    const { signals, notKnown, ...found } = screenForDpia(screeningFacts(activity, (id) => terms.get(id)))
    const title = `${activity.reference} ${activity.name}`.trim()
    return { activityId, title, ...found, signals: [...signals], notKnown: [...notKnown] }
  },

  'assessments.needed': async ({ db, today, lookups, remember }) =>
    remember(`assessments.needed ${today}`, async () => {
      const { terms, organisations } = await lookups()
      const needed = neededAssessments({
        activities: await allRecords(db, activityKind),
        transfers: (await allRecords(db, kindOf('transfers'))) as unknown as Transfer[],
        assessments: (await allRecords(db, kindOf('assessments'))) as unknown as Assessment[],
        term: (id) => terms.get(id),
        today,
      })
      return needed.map(({ organisationId, ...one }) => ({
        ...one,
        organisation: organisations.get(organisationId ?? '')?.legalName ?? '',
      }))
    }),

  'assessments.start': async (ctx, { kind, subject, id }) => {
    const assessment =
      subject === 'activities' ? await forActivity(ctx, kind, id) : await forTransfer(ctx, kind, id)
    await ctx.ledger.put(kindOf('assessments'), assessment)
    return { id: assessment.id }
  },

  'assessments.approve': async ({ db, ledger, today }, { id, approvedBy }) => {
    const assessment = await getAssessment(db, id)
    const refusal = refusalOf(assessment)
    if (refusal !== null) throw new AppError('rule', refusal)
    const done = approved(assessment, approvedBy.trim(), today)
    await ledger.put(kindOf('assessments'), done)
    const { replacesId, reviewOn } = done
    if (replacesId === null) return { reviewOn, replaced: null }
    const old = await getAssessment(db, replacesId)
    await ledger.put(kindOf('assessments'), { ...old, status: 'superseded' } as Assessment)
    return { reviewOn, replaced: replacesId }
  },

  'assessments.replace': async ({ db, ledger, newId }, { id }) => {
    const assessment = await getAssessment(db, id)
    const all = (await allRecords(db, kindOf('assessments'))) as unknown as Assessment[]
    const next = all.find(({ replacesId, status }) => replacesId === id && status !== 'rejected')
    if (next)
      throw new AppError('rule', `${next.reference} “${next.name}” replaces it already. Go on with that one.`)
    const version = nextVersion(assessment, newId(), await nextInSeries(db, 'assessments'))
    await ledger.put(kindOf('assessments'), version)
    return { id: version.id }
  },
}

async function getAssessment(db: ReadDb, id: string): Promise<Assessment> {
  return (await getRecord(db, kindOf('assessments'), id)) as unknown as Assessment
}

async function forActivity(ctx: WriteContext, kind: AssessmentKindCode, id: string): Promise<Assessment> {
  const activity = await getRecord(ctx.db, activityKind, id)
  const { name, organisationId, owner } = activity
  const answers = prefilledFromActivity(kind, activity, directoryIn(await ctx.lookups()))
  return withAnswers(ctx, await draft(ctx, name, { kind, organisationId, owner, activityIds: [id] }), answers)
}

async function forTransfer(ctx: WriteContext, kind: AssessmentKindCode, id: string): Promise<Assessment> {
  const transfer = (await getRecord(ctx.db, kindOf('transfers'), id)) as unknown as Transfer
  const { name, organisationId, owner, activityIds, processorId, country } = transfer
  const started = await draft(ctx, name, {
    kind,
    organisationId,
    owner,
    activityIds,
    processorIds: processorId ? [processorId] : [],
    countries: country ? [country] : [],
  })
  return withAnswers(ctx, started, prefilledFromTransfer(transfer))
}

async function draft(
  { db, newId, today, actor }: WriteContext,
  name: string,
  known: Partial<Assessment>,
): Promise<Assessment> {
  const reference = await nextInSeries(db, 'assessments')
  const blank = assessments.blank(newId(), name)
  return { ...blank, reference, status: 'draft', madeBy: actor, madeOn: today, ...known }
}

function withAnswers(
  { newId }: WriteContext,
  assessment: Assessment,
  answers: Readonly<Record<string, string>>,
): Assessment {
  return Object.entries(answers).reduce(
    (made, [key, answer]) => ({ ...made, answers: withAnswer(made, key, answer, newId) }) as Assessment,
    assessment,
  )
}

function directoryIn({ terms, organisations, contracts }: Lookups): Directory {
  return {
    term: (id) => terms.get(id),
    termName: (id) => terms.get(id)?.name ?? 'a term that is no longer in the register',
    organisation: (id) => organisations.get(id),
    organisationName: (id) => organisations.get(id ?? '')?.legalName ?? 'Organisation to be determined',
    contract: (id) => contracts.get(id),
  }
}
