import { described } from '#shared/described/all.ts'
import type { DescribedName } from '#shared/described/names.ts'
import type { AnyRecord } from '#shared/described/register.ts'
import { AppError } from '#shared/errors.ts'

/** A record as its register's description allows; refuses what does not fit, field by field. */
export function readInput(register: DescribedName, given: object): AnyRecord {
  const { schema, one } = described(register)
  const unknown = Object.keys(given).filter((key) => !Object.hasOwn(schema.shape, key))
  if (unknown.length > 0)
    throw new AppError(
      'invalid',
      `A ${one} has no field called ${unknown.map((key) => `“${key}”`).join(', ')}.`,
    )
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data as unknown as AnyRecord
  const fields = Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), message]))
  const [first] = Object.entries(fields)
  throw new AppError('invalid', `${labelOf(register, first![0])}: ${first![1]}`, { fields })
}

function labelOf(register: DescribedName, path: string): string {
  const { fields, nameLabel } = described(register)
  const key = path.split('.')[0]!
  return key === 'name' ? nameLabel : (fields[key]?.label ?? key)
}
