import { DescribedName } from '#shared/described/names.ts'
import { AppError } from '#shared/errors.ts'
import type { Call } from './with-register.ts'

/** The registers that are not made from a description and can be listed. */
export const PLAIN_REGISTERS = ['organisations', 'contracts', 'activities', 'vocabulary'] as const
export type PlainRegister = (typeof PLAIN_REGISTERS)[number]

/** One of some names as typed, or a refusal that lists them all. */
export function oneOf<Name extends string>(names: readonly Name[], typed: string, verb: string): Name {
  const found = names.find((name) => name === typed.toLowerCase())
  if (found) return found
  throw new AppError('invalid', `“${typed}” cannot be ${verb}. What can be ${verb}: ${names.join(', ')}.`)
}

/** The described register of a name that may be another's. */
export function asDescribed(name: string): DescribedName | null {
  return DescribedName.options.find((one) => one === name) ?? null
}

/** The organisation of our own by an id, a name, or a part of a name that only one has. */
export async function organisationNamed(call: Call, name: string): Promise<string> {
  const all = await call('organisations.list', { relation: 'own' })
  const wanted = name.toLowerCase()
  const matches = all.filter(({ id, legalName, tradingNames }) =>
    [id, legalName, ...tradingNames].some((one) => one.toLowerCase() === wanted),
  )
  const near =
    matches.length > 0 ? matches : all.filter(({ legalName }) => legalName.toLowerCase().includes(wanted))
  if (near.length === 1) return near[0]!.id
  const names = (near.length > 1 ? near : all).map(({ legalName }) => `“${legalName}”`).join(', ')
  throw new AppError(
    'invalid',
    `${near.length > 1 ? 'Several organisations are' : 'No organisation is'} called “${name}”. The register has: ${names}.`,
  )
}
