import { basesOfActivity } from '#shared/portability/activity-bases.ts'
import { decideColumn } from '#shared/portability/decide-column.ts'
import { basisCitation, PORTABLE_BASES } from '#shared/portability/words.ts'
import type { Mapping } from '#shared/registers/mappings/mapping.register.ts'
import type { GapContext } from './context.ts'
import { type Finding, found, when } from './gap.ts'

type Column = Mapping['columns'][number]

/** Other records are known on the Gaps page only. */
function basesNamed({ activityId }: Mapping, { activities }: GapContext) {
  const activity = activities.find(({ id }) => id === activityId)
  return activity ? { name: activity.name, bases: basesOfActivity(activity) } : null
}

const isPortable = ({ basis }: Column) => basis !== null && PORTABLE_BASES.includes(basis)

/** Portable bases of a mapping that no purpose of its activity rests on. @source UK GDPR Art 20(1)(a) */
export function basisNotNamed(mapping: Mapping, context: GapContext): readonly Finding[] {
  const named = basesNamed(mapping, context)
  if (!named) return []
  const bases = new Set(mapping.columns.filter(isPortable).map(({ basis }) => basis!))
  return [...bases]
    .filter((basis) => !named.bases.includes(basis))
    .flatMap((basis) =>
      found(
        `“${mapping.name}” has columns on ${basisCitation(basis)}; no purpose of “${named.name}” rests on it.`,
      ),
    )
}

/** Columns left out for their basis although the activity rests on portable ones alone. @source UK GDPR Art 20(1)(a) */
export function basisWithheld(mapping: Mapping, context: GapContext): readonly Finding[] {
  const named = basesNamed(mapping, context)
  if (!named || named.bases.length === 0) return []
  if (!named.bases.every((basis) => PORTABLE_BASES.includes(basis))) return []
  const withheld = mapping.columns.filter((column) => {
    const decision = decideColumn(column)
    return decision.kind === 'out' && decision.reason === 'basis'
  })
  const columns = withheld.map(({ column }) => `“${column}”`).join(', ')
  return when(
    withheld.length > 0,
    `${columns}: left out for the basis, but every purpose of “${named.name}” rests on consent or contract.`,
  )
}
