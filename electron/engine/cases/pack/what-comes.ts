import type { ListedDocument } from '#shared/cases/pack-document.ts'
import { referencesOf } from '#shared/cases/pack-document.ts'
import { type PackPlan, pagesOfPlan, type PlanDocument } from '#shared/cases/pack-plan.ts'
import { countOf } from '#shared/count-words.ts'

/** A document of a pack with the file and page it begins on. */
export type PlacedInFile = ListedDocument & { readonly document: PlanDocument }

/** What comes with the covering letter, a line each. */
export function whatComes(
  plan: PackPlan,
  { volumes, listed }: { readonly volumes: number; readonly listed: readonly ListedDocument[] },
): readonly string[] {
  const pages = pagesOfPlan(plan)
  const isRedacted = plan.removals.marks > 0
  return [
    `${countOf(pages, 'page')} of ${countOf(listed.length, 'document')} in ${countOf(volumes, 'volume')}, ${referencesOf(plan.reference, plan.firstNumber, pages)};`,
    ...(plan.workbooks.length > 0
      ? [`${countOf(plan.workbooks.length, 'spreadsheet')} of them also as workbooks, with their values;`]
      : []),
    isRedacted
      ? 'the contents, a key to the labels, lists of what was removed or left out and why, and how we searched;'
      : 'the contents, a list of what was left out and why, and how we searched;',
    'a sheet about how your data is used.',
  ]
}
