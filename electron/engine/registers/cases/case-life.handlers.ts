import { AppError } from '#shared/errors.ts'
import type { caseLifeProcedures } from '#shared/registers/cases/case-life.contract.ts'
import { whyNotDestroy } from '#shared/registers/cases/ending.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { certificateOf } from '../../cases/certificate.ts'
import { emptyOverview, overviewOf } from '../../cases/overview.ts'
import { writeCertificateFile } from '../../cases/write-certificate.ts'
import { kindOf } from '../../described/kind-of.ts'
import { putInPlace } from '../../files/put-in-place.ts'
import { readLookups } from '../../records/lookups.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { readBoard, readCard } from './board.query.ts'
import { getRequest, openComplaints } from './requests.query.ts'

export const caseLifeHandlers: HandlersFor<typeof caseLifeProcedures> = {
  'cases.overview': async ({ cases, today }, { request }) => {
    const known = cases.key(request)
    if (known && !known.key) return emptyOverview('destroyed')
    return (await cases.glance(request, (store) => overviewOf(store, today))) ?? emptyOverview('none')
  },

  'cases.board': async ({ db, cases, lookups, today }) => readBoard(db, cases, await lookups(), today),

  'cases.summary': async ({ db, cases, lookups, today }, { request }) =>
    readCard(cases, await lookups(), today, await getRequest(db, request)),

  'cases.ending': async ({ db, cases }, { request }) => {
    const record = await getRequest(db, request)
    const known = cases.key(request)
    return {
      isOpen: Boolean(known?.key),
      mayNot: whyNotDestroy(record, await openComplaints(db, request)),
      destroyAfter: record.caseDestroyAfter,
      mayHoldKey: [...(await cases.oldPlaces(request))],
      certificate: record.caseDestroyed.at(-1) ?? null,
    }
  },

  'cases.destroy': async (ctx, { request, confirm, reason }) => {
    const { db, cases, ledger, now } = ctx
    const record = await getRequest(db, request)
    if (confirm.trim() !== record.reference)
      throw new AppError('invalid', `Type the reference of the request to go on: ${record.reference}.`, {
        fields: { confirm: 'This is not the reference of the request' },
      })
    const because = whyNotDestroy(record, await openComplaints(db, request))
    if (because) throw new AppError('rule', because)
    if (ctx.isWorkedOn(request))
      throw new AppError(
        'rule',
        'Its documents are being worked on just now. Let that end, or stop it; then destroy them.',
      )
    const certificate = await certificateOf(ctx, record, reason)
    cases.destroyKey(request, JSON.stringify(certificate), now)
    const after = { ...record, caseDestroyed: [...record.caseDestroyed, certificate] }
    await ledger.put(kindOf('requests'), after as unknown as AnyRecord)
    ctx.afterwards(() => cases.sweep())
    return { certificate }
  },

  'cases.writeCertificate': async (ctx, { request, to, format }) => {
    ctx.mayUse(to)
    const db = await ctx.readDb(null)
    const record = await getRequest(db, request)
    const certificate = record.caseDestroyed.at(-1)
    if (!certificate)
      throw new AppError(
        'rule',
        'The documents of this request were not destroyed, so there is no certificate.',
      )
    const { organisations } = await readLookups(db, ctx.today)
    const organisation = organisations.get(record.organisationId ?? '')?.legalName ?? ''
    return putInPlace(to, ctx.step, (path) => writeCertificateFile(certificate, organisation, format, path))
  },
}
