import type { z } from 'zod'

/** What to write where: any text for text fields, the branch to take for answers. */
export type Filling = { readonly text: (path: string, longest: number) => string; readonly branch: string }

type Definition = {
  type: string
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  options?: z.ZodType[]
  innerType?: z.ZodType
  values?: unknown[]
  entries?: Record<string, string>
  items?: z.ZodType[]
}

/**
 * A value that a schema accepts, with the same text in every field that takes
 * text, found by walking the schema: a field added later is filled too.
 */
export function fillSchema(schema: z.ZodType, filling: Filling, path = ''): unknown {
  const definition = schema.def as unknown as Definition
  switch (definition.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(definition.shape!).map(([key, field]) => [
          key,
          fillSchema(field, filling, `${path}.${key}`),
        ]),
      )
    case 'array':
      return [fillSchema(definition.element!, filling, `${path}[]`)]
    case 'nullable':
    case 'optional':
    case 'default':
    case 'prefault':
      return fillSchema(definition.innerType!, filling, path)
    case 'union':
      return fillSchema(branchOf(definition.options!, filling.branch), filling, path)
    case 'record':
      return {}
    case 'unknown':
      return filling.text(path, 20_000)
    case 'tuple':
      return definition.items!.map((item, index) => fillSchema(item, filling, `${path}[${index}]`))
    case 'literal':
      return definition.values![0]
    case 'enum':
      return Object.values(definition.entries!)[0]
    case 'boolean':
      return true
    case 'number':
      return schema.safeParse(7).success ? 7 : 1
    case 'string':
      return fixedText(schema) ?? filling.text(path, longestOf(schema))
    default:
      throw new Error(`No filling for ${definition.type} at ${path}`)
  }
}

/** The fields of a schema that take any text, by path; what `fillSchema` fills with it. */
export function textFields(schema: z.ZodType, branch: string): string[] {
  const paths: string[] = []
  fillSchema(schema, { branch, text: (path) => (paths.push(path), 'x') })
  return paths
}

/** What a schema of text takes when it takes no other: a day, a moment, a country or a hash. */
const fixedText = (schema: z.ZodType) =>
  schema.safeParse('x').success
    ? undefined
    : ['2026-11-22', '2026-11-22T09:00:00.000Z', 'FR', '0'.repeat(64)].find(
        (text) => schema.safeParse(text).success,
      )

function longestOf(schema: z.ZodType): number {
  const { maxLength } = schema as unknown as { maxLength?: number | null }
  return maxLength ?? 20_000
}

/** The branch whose `state` is the one asked for, else the first. */
function branchOf(options: readonly z.ZodType[], branch: string): z.ZodType {
  const wanted = options.find((option) => {
    const { state } = (option.def as unknown as Definition).shape ?? {}
    return (state?.def as unknown as Definition | undefined)?.values?.[0] === branch
  })
  return wanted ?? options[0]!
}
