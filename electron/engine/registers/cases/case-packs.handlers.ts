import { AppError } from '#shared/errors.ts'
import { isOpen, releaseChecks } from '#shared/law/release/release-checks.ts'
import { type PackKind, pagesOfPlan } from '#shared/cases/pack-plan.ts'
import type { casePackProcedures } from '#shared/registers/cases/case-packs.contract.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { buildInternal } from '../../cases/pack/build-internal.ts'
import { buildPack } from '../../cases/pack/build-pack.ts'
import { startPackGate } from '../../cases/pack/pack-gate.ts'
import { knownTo, passphraseFor } from '../../cases/pack/passphrase-for.ts'
import { makePlan, planDocuments } from '../../cases/pack/make-plan.ts'
import {
  getPack,
  keepAccepted,
  keepBuilt,
  keepReleased,
  listAccepted,
  listPacks,
  pagesTakenBack,
} from '../../cases/pack/packs.ts'
import { placeLagging } from '../../cases/people/place-lagging.ts'
import { readForPack } from '../../cases/pack/read-register.ts'
import { readReleaseState } from '../../cases/pack/release-state.ts'
import { releasedPages } from '../../cases/pack/released-pages.ts'
import { isRemovedOtherwise } from '../../cases/pack/freeze-removals.ts'
import { refuseWhileShut } from '../../cases/gate/results.ts'
import type { Cases } from '../../cases/open-cases.ts'
import type { ReadDb } from '../../db/schema.ts'
import { putInPlace } from '../../files/put-in-place.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { getRequest } from './requests.query.ts'

export const casePackHandlers: HandlersFor<typeof casePackProcedures> = {
  'cases.checks': async ({ db, cases, today }, { request, kind }) => {
    const { store, checks } = await looked(db, cases, { request, kind, today })
    const { phases } = releasedPages(store)
    const documents = planDocuments(store, 'came')
    return {
      checks: [...checks],
      pages: pagesOfPlan({ documents }),
      documents: documents.length,
      phase: phases + 1,
    }
  },

  'cases.accept': async ({ cases, now, actor }, { request, check, says, because }) => {
    const store = await cases.get(request)
    keepAccepted(store, check, because === null ? null : { check, says, because, by: actor, at: now })
    return {}
  },

  'cases.plan': async ({ db, cases, now, today, actor }, { request, kind, order, limits }) => {
    // A search for people that was killed may have left pages without their marks.
    await placeLagging(await cases.get(request), { at: now, by: actor }, () => Promise.resolve())
    const { store, from, checks } = await looked(db, cases, { request, kind, today })
    const open = checks.filter(isOpen)
    if (open.length > 0)
      throw new AppError(
        'rule',
        `${open.length === 1 ? '1 check stands' : `${open.length} checks stand`} in the way: ${open[0]!.says} ${open[0]!.wayOut}`,
      )
    const accepted = checks.flatMap((check) => check.accepted ?? [])
    const { pack, planSha256, plan } = await makePlan(store, from, {
      kind,
      order,
      limits,
      accepted,
      at: now,
      by: actor,
    })
    return { pack, planSha256, pages: pagesOfPlan(plan) }
  },

  'cases.build': async (ctx, asked) => {
    const { request, pack, delivery, keepPassphrase, openBecause, to } = asked
    ctx.mayUse(to)
    const store = await ctx.cases.get(request)
    const { plan, row, delivery: before } = getPack(store, pack)
    if (delivery === 'open' && openBecause.trim() === '')
      throw new AppError(
        'invalid',
        'Say why the pack is not encrypted, for example that it is handed over in person.',
        {
          fields: { openBecause: 'Say why' },
        },
      )
    const { passphrase, isNew } = passphraseFor(
      asked,
      before?.passphrase ?? null,
      knownTo(await requestOf(ctx, request)),
    )
    let built = { fingerprint: '', volumes: 0, pages: 0 }
    const written = await putInPlace(to, ctx.step, async (path) => {
      const gate = await startPackGate(ctx, store, { request, pack, plan, planSha256: row.plan_sha256 })
      try {
        built = await buildPack(store, { pack, plan, delivery, passphrase }, path, {
          gate,
          progress: ctx.step,
        })
      } finally {
        gate.close()
      }
    })
    keepBuilt(store, pack, built.fingerprint, {
      delivery,
      at: ctx.now,
      bytes: written.bytes,
      sha256: written.sha256,
      passphrase: keepPassphrase ? passphrase : null,
      openBecause: openBecause.trim(),
      ...(before?.releasedHow !== undefined && { releasedHow: before.releasedHow }),
    })
    return { ...written, ...built, passphrase: isNew ? passphrase : null }
  },

  'cases.buildInternal': async (ctx, { request, pack, to }) => {
    ctx.mayUse(to)
    const store = await ctx.cases.get(request)
    const { plan, row, delivery } = getPack(store, pack)
    const { passphrase: _, ...told } = delivery ?? { passphrase: null }
    const [record, stamp] = [await requestOf(ctx, request), await ctx.stamp(null)]
    const copy = {
      pack,
      plan,
      planSha256: row.plan_sha256,
      request: record,
      stamp,
      delivery: { ...told, fingerprint: row.fingerprint },
    }
    let files = 0
    const written = await putInPlace(to, ctx.step, async (path) => {
      files = await buildInternal(store, copy, path, ctx.step)
    })
    return { ...written, files }
  },

  'cases.release': async ({ db, cases, now, today, actor }, { request, pack, how, address }) => {
    const record = await getRequest(db, request)
    if (asWords(address) !== asWords(record.sendTo))
      throw new AppError(
        'invalid',
        'This is not the address of the request. Compare the two before anything is sent.',
        {
          fields: { address: 'Not the address that the request has' },
        },
      )
    const store = await cases.get(request)
    const { plan, row, delivery } = getPack(store, pack)
    if (!delivery) throw new AppError('rule', 'This pack was never built. Build it first.')
    if (row.released_at) throw new AppError('rule', 'This pack was released already.')
    if (delivery.delivery === 'open' && how !== 'collected')
      throw new AppError(
        'rule',
        'A pack that is not encrypted is only handed over in person. Build it encrypted to send it.',
      )
    refuseWhileShut(store, pack, null)
    const taken = pagesTakenBack(store, plan)
    if (taken > 0)
      throw new AppError(
        'rule',
        `${taken === 1 ? '1 page of it is' : `${taken} pages of it are`} no longer flagged to be released. Freeze the pack anew.`,
      )
    if (isRemovedOtherwise(store, pack, plan))
      throw new AppError(
        'rule',
        'What is to be removed from its pages was changed since it was frozen. Freeze the pack anew.',
      )
    const { checks } = await looked(db, cases, { request, kind: plan.kind, today })
    const stop = checks.find((check) => !check.canBeAccepted && check.code !== 'nothing')
    if (stop) throw new AppError('rule', `${stop.says} ${stop.wayOut}`)
    keepReleased(store, pack, { ...delivery, releasedHow: how }, now, actor)
    return { isRequestAnswered: record.sentOn !== null }
  },

  'cases.packs': async ({ cases }, { request }) => {
    const store = await cases.find(request)
    return store ? listPacks(store) : []
  },
}

type Looked = { readonly request: string; readonly kind: PackKind; readonly today: PlainDate }

async function looked(db: ReadDb, cases: Cases, { request, kind, today }: Looked) {
  const store = await cases.get(request)
  const from = await readForPack(db, request, kind, today)
  const state = readReleaseState(store, { ...from, letters: [from.letter, from.article15] })
  return { store, from, checks: releaseChecks(state, kind, listAccepted(store)) }
}

async function requestOf(
  ctx: { readonly readDb: (asAt: null) => Promise<ReadDb> },
  id: string,
): Promise<RequestRecord> {
  return getRequest(await ctx.readDb(null), id)
}

const asWords = (text: string) =>
  text
    .trim()
    .replaceAll(/[\s,;]+/gu, ' ')
    .toLowerCase()
