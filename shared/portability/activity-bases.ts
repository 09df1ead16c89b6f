import { valueOf } from '#shared/answer.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import { ColumnBasis } from './column-rule.ts'

/** The bases of an activity's purposes, explicit consent among them, each once in the order of the law. */
export function basesOfActivity({ purposes }: Pick<Activity, 'purposes'>): readonly ColumnBasis[] {
  const named = new Set<string>(
    purposes.flatMap(({ basis, article9 }) => [valueOf(basis) ?? '', ...article9]),
  )
  return ColumnBasis.options.filter((basis) => named.has(basis))
}
