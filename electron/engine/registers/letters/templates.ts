import { deadlineContext } from '#shared/described/deadline-context.ts'
import { AppError } from '#shared/errors.ts'
import type { letterProcedures } from '#shared/registers/letters/letter.contract.ts'
import type { RequestRecord } from '#shared/registers/requests/request.fields.ts'
import { requestLetter } from '#shared/registers/requests/letters.ts'
import { templateProblems } from '#shared/registers/requests/templates/check-template.ts'
import { exampleOrganisation, exampleRequest } from '#shared/registers/requests/templates/example-request.ts'
import { isFor } from '#shared/registers/requests/templates/template.schema.ts'
import { withTemplate } from '#shared/registers/requests/templates/templates.ts'
import { kindOf } from '../../described/kind-of.ts'
import { getRecord } from '../../records/store.ts'
import type { HandlersFor } from '../../rpc/context.ts'
import { readSettings, settingsKind } from '../settings/settings.kind.ts'
import { composeRequestLetter, worldOf } from './compose-letter.ts'

type Handlers = HandlersFor<typeof letterProcedures>

/** A letter in a wording that is not kept yet: of a request, or of a made-up one. */
export const previewTemplate: Handlers['letters.previewTemplate'] = async (ctx, asked) => {
  const { db, lookups, today } = ctx
  const { kind, version, words, requestId } = asked
  const known = await lookups()
  if (requestId) {
    const request = (await getRecord(db, kindOf('requests'), requestId)) as unknown as RequestRecord
    return composeRequestLetter(db, request, { kind, version, words }, known, today)
  }
  const context = deadlineContext(known.settings, () => undefined)
  const own = [...known.organisations.values()].find(({ relation }) => relation === 'own')
  const world = {
    ...worldOf({ organisationId: null }, known, today),
    organisation: own ?? exampleOrganisation(),
  }
  return requestLetter(kind, exampleRequest(today), world, context, { version, words })
}

/**
 * Keeps our own wording of a letter, or goes back to the one that the program brings.
 *
 * @throws AppError with the first thing that is wrong with it
 */
export const changeTemplate: Handlers['letters.changeTemplate'] = async ({ db, ledger }, asked) => {
  const { kind, version, words } = asked
  const wrong = words && templateProblems({ kind }, words).find(({ severity }) => severity === 'error')
  if (wrong) throw new AppError('rule', wrong.message)
  const settings = await readSettings(db)
  const letterTemplates = withTemplate(settings.letterTemplates, { kind, version }, words)
  await ledger.put(settingsKind, { ...settings, letterTemplates })
  return { isOwn: letterTemplates.some(isFor({ kind, version })) }
}
