import { DescribedName } from '#shared/described/names.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { gapsOfRecord } from '#shared/law/gaps/described-rules.ts'
import { type GapContext, gapContext } from '#shared/law/gaps/context.ts'
import type { Gap } from '#shared/law/gaps/gap.ts'
import { gapRule, gapsOf, gapsOfContract, gapsOfOrganisation } from '#shared/law/gaps/rules.ts'
import { waiverKey } from '#shared/law/gaps/apply.ts'
import type { RegisterName } from '#shared/records/record.ts'
import type { RegisterContent } from '#shared/records/register-content.ts'
import type { gapProcedures, GapLine } from '#shared/registers/gaps/gap.contract.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import type { PlainDate } from '#shared/time/plain-date.ts'
import { readContent } from '../../content.ts'
import { kindOf } from '../../described/kind-of.ts'
import { activityKind } from '../../records/activity.kind.ts'
import { gapContextOf } from '../../records/gap-context.ts'
import { getRecord } from '../../records/store.ts'
import type { HandlersFor } from '../../rpc/context.ts'

const SEVERITIES = ['error', 'warning', 'note']

export const gapHandlers: HandlersFor<typeof gapProcedures> = {
  'gaps.list': async ({ db, today }, { organisationId, withWaived }) => {
    const lines = gapLines(await readContent(db), today)
    return lines
      .filter(
        ({ line, organisation }) =>
          (withWaived || !line.waiver) && (!organisationId || organisation === organisationId),
      )
      .map(({ line }) => line)
      .toSorted((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity))
  },

  'gaps.ofRecord': async ({ db, today, lookups }, { register, id }) => {
    if (register === 'activities') {
      // An activity's rules need no other activities, so the register is not read whole.
      const [activity, known] = [await getRecord(db, activityKind, id), await lookups()]
      return linesOfActivity(activity, gapContextOf(known)).map(({ line }) => line)
    }
    const name = DescribedName.safeParse(register)
    if (name.success) {
      const [record, known] = [await getRecord(db, kindOf(name.data), id), await lookups()]
      return linesOfRecord(name.data, record, gapContextOf(known)).map(({ line }) => line)
    }
    return gapLines(await readContent(db), today, id)
      .map(({ line }) => line)
      .filter((line) => line.register === register)
  },
}

type Found = { readonly line: GapLine; readonly organisation: string | null }

/** The gaps of every record, or of one. */
function gapLines(content: RegisterContent, today: PlainDate, only?: string): Found[] {
  const context = gapContext(content, today)
  const nameOf = (id: string | null) => context.organisation(id)?.legalName ?? ''
  const of = <T extends { readonly id: string }>(records: readonly T[]) =>
    records.filter(({ id }) => !only || id === only)
  return [
    ...of(content.organisations).flatMap((record) =>
      gapsOfOrganisation(record, context).map((gap) =>
        found('organisations', record.id, record.legalName, record.id, record.legalName, gap),
      ),
    ),
    ...of(content.contracts).flatMap((record) =>
      gapsOfContract(record, context).map((gap) =>
        found('contracts', record.id, record.name, record.organisationId, nameOf(record.organisationId), gap),
      ),
    ),
    ...of(content.activities).flatMap((record) => linesOfActivity(record, context)),
    ...DescribedName.options.flatMap((name) =>
      of(content.described[name]).flatMap((record) => linesOfRecord(name, record, context)),
    ),
  ]
}

function linesOfActivity(activity: Activity, context: GapContext): Found[] {
  const { id, reference, name, organisationId } = activity
  const organisation = context.organisation(organisationId)?.legalName ?? ''
  return gapsOf(activity, context).map((gap) =>
    found('activities', id, `${reference} ${name}`.trim(), organisationId, organisation, gap),
  )
}

function linesOfRecord(register: DescribedName, record: AnyRecord, context: GapContext): Found[] {
  const { id, reference, name, organisationId } = record
  const organisation = context.organisation(organisationId)?.legalName ?? ''
  return gapsOfRecord(register, record, context).map((gap) =>
    found(register, id, `${reference} ${name}`.trim(), organisationId, organisation, gap),
  )
}

function found(
  register: RegisterName,
  id: string,
  title: string,
  organisationId: string | null,
  organisation: string,
  gap: Gap,
): Found {
  const rule = gapRule(gap.ruleId)
  const { ruleId, severity, field, item, message, citation, check, waived } = gap
  return {
    organisation: organisationId,
    line: {
      register,
      id,
      title,
      organisation,
      ruleId,
      ruleTitle: rule?.title ?? '',
      severity,
      field,
      item,
      waiverKey: waiverKey(gap),
      message,
      explanation: rule?.explanation ?? '',
      citation,
      check,
      waiver: waived,
    },
  }
}
