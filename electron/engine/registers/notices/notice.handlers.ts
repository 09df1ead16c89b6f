import type { noticeProcedures } from '#shared/registers/notices/notice.contract.ts'
import type { Notice } from '#shared/registers/notices/notice.register.ts'
import { kindOf } from '../../described/kind-of.ts'
import { allRecords } from '../../records/store.ts'
import type { HandlersFor } from '../../rpc/context.ts'

export const noticeHandlers: HandlersFor<typeof noticeProcedures> = {
  'notices.whoReceived': async ({ db }, { noticeId, activityId }) => {
    const notices = (await allRecords(db, kindOf('notices'))) as unknown as Notice[]
    return notices
      .filter(
        ({ id, activityIds }) =>
          (noticeId === undefined || id === noticeId) &&
          (activityId === undefined || activityIds.includes(activityId)),
      )
      .flatMap(({ id, reference, name, version, given }) =>
        given.map(({ toWhom, givenOn, how, event }) => ({
          noticeId: id,
          notice: `${reference} ${name}`.trim(),
          version,
          toWhom,
          givenOn,
          how,
          event,
        })),
      )
      .toSorted((one, other) => (other.givenOn ?? '').localeCompare(one.givenOn ?? ''))
  },
}
