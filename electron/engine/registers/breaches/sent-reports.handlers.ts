import { AppError } from '#shared/errors.ts'
import { ReportAnswer, SentReport } from '#shared/registers/breaches/kept.ts'
import { composeReport, keptAnswers } from '#shared/registers/breaches/report/compose.ts'
import { whyNotRecorded } from '#shared/registers/breaches/report/record-report.ts'
import type { sentReportProcedures } from '#shared/registers/breaches/sent-reports.contract.ts'
import { kindOf } from '../../described/kind-of.ts'
import { seal } from '../../described/seal.ts'
import { putInPlace } from '../../files/put-in-place.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { getBreach } from './get-breach.ts'
import { readPaper, writeReportFile } from './report-files.ts'
import { readReportFacts } from './report-facts.query.ts'

export const sentReportHandlers: HandlersFor<typeof sentReportProcedures> = {
  'breaches.composeReport': async ({ db, lookups, now }, { id, phase }) => {
    const known = await lookups()
    const breach = await getBreach(db, id)
    return composeReport(
      await readReportFacts(db, known, { breach, phase, now }),
      known.settings.breachQuestions,
    )
  },

  'breaches.recordReport': async ({ db, ledger, lookups, newId, now }, { id, ...asked }) => {
    const breach = await getBreach(db, id)
    const refusal = whyNotRecorded(breach, asked, now)
    if (refusal !== null) throw new AppError('rule', refusal)
    const { phase, sentAt, sentBy, channel, reference, lateBecause } = asked
    const because = lateBecause.trim() || (phase === 'initial' ? breach.lateBecause : '')
    const reported = {
      ...breach,
      ...(phase === 'initial' && { reportedAt: sentAt, lateBecause: because }),
      ...(reference.trim() !== '' && { caseReference: reference.trim() }),
    }
    const known = await lookups()
    const facts = await readReportFacts(db, known, { breach: reported, phase, now })
    const answers = ReportAnswer.array().safeParse(
      keptAnswers(composeReport(facts, known.settings.breachQuestions).sections),
    )
    if (!answers.success)
      throw new AppError(
        'invalid',
        'An answer is longer than a report can keep. Shorten it, and record the report again.',
      )
    const reportId = newId()
    const entry = {
      id: reportId,
      phase,
      sentAt,
      sentBy: sentBy.trim(),
      channel: channel.trim(),
      reference: reference.trim(),
      lateBecause: because,
      recordedAt: now,
      answers: answers.data,
    }
    const sentReports = [...breach.sentReports, SentReport.parse(seal(entry))]
    await ledger.put(kindOf('breaches'), { ...reported, sentReports } as never)
    return { reportId }
  },

  'breaches.writeReport': async (ctx, { id, which, format, to, asAt }) => {
    ctx.mayUse(to)
    await ctx.step(0, 1, 'Reading the register')
    const db = await ctx.readDb(asAt)
    const { paper, stamp } = await ctx.atRest(async () => ({
      paper: await readPaper(db, id, which, { now: ctx.now, today: asAt ?? ctx.today }),
      stamp: await ctx.stamp(asAt),
    }))
    const written = await putInPlace(to, ctx.step, (path) =>
      writeReportFile(format, paper, stamp, path, ctx.step),
    )
    return { ...written, chainHead: stamp.chain.head }
  },
}
