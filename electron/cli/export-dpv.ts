import { extname, resolve } from 'node:path'
import { AppError } from '#shared/errors.ts'
import { organisationNamed } from './registers.ts'
import type { Call } from './with-register.ts'

type Options = { readonly out: string; readonly organisation?: string; readonly asAt?: string }

const FORMS = { '.jsonld': 'jsonld', '.zip': 'archive' } as const

/** Which form the name of a file asks for; refuses a name that asks for none. */
export function dpvFormOf(out: string): (typeof FORMS)[keyof typeof FORMS] {
  const form = FORMS[extname(out).toLowerCase() as keyof typeof FORMS]
  if (form) return form
  throw new AppError(
    'invalid',
    'Name the file F.jsonld for one JSON-LD document, or F.zip for an archive with context, extension and shapes.',
  )
}

/** `dpo export dpv`: the register in the Data Privacy Vocabulary; the name of the file says in which form. */
export async function exportDpv(call: Call, { out, organisation, asAt }: Options) {
  const form = dpvFormOf(out)
  if (asAt) throw new AppError('invalid', 'dpv tells the register as it stands: leave out --as-at.')
  const organisationId = organisation ? await organisationNamed(call, organisation) : null
  const file = await call('archives.writeDpv', { to: resolve(out), form, organisationId })
  const told = Object.entries(file.counts).filter(([, count]) => count > 0)
  return { ...file, count: told.map(([kind, count]) => `${count} ${kind}`).join(', ') }
}
