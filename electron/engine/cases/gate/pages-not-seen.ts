import type { GateFinding } from '#shared/cases/gate.ts'
import type { PackPlan } from '#shared/cases/pack-plan.ts'
import type { CaseStore } from '../open-cases.ts'
import { removalsHash } from '../pack/removals.ts'
import type { CheckedFile } from './proved-files.ts'

type Asked = { readonly store: CaseStore; readonly pack: number; readonly plan: PackPlan }

/** What the plan has and no file had: pages, marks, or removals that are not those that were frozen. */
export function pagesNotSeen({ store, pack, plan }: Asked, files: readonly CheckedFile[]): GateFinding[] {
  const volumes = files.filter(({ file }) => file.name.endsWith('.pdf'))
  const seen = new Map<number, number>()
  for (const { casePages } of volumes) for (const page of casePages) seen.set(page, (seen.get(page) ?? 0) + 1)
  const findings: GateFinding[] = []
  const unread = (casePage: number | null, says: string) =>
    findings.push({
      file: '',
      page: null,
      casePage,
      mark: null,
      person: null,
      reader: 'names',
      kind: 'unread',
      found: '',
      says,
    })
  for (const page of pagesIn(plan)) {
    const times = seen.get(page) ?? 0
    if (times === 0) unread(page, 'A page of the plan is in no file that was read.')
    if (times > 1) unread(page, 'A page of the plan is in the files more than once.')
    seen.delete(page)
  }
  for (const page of seen.keys()) unread(page, 'A page is in a file and not in the plan.')
  const frozen = removalsHash(store, pack)
  if (frozen.sha256 !== plan.removals.sha256 && plan.removals.pages > 0)
    unread(null, 'What is removed is not what was frozen with the plan.')
  if (frozen.pages !== plan.removals.pages)
    unread(null, 'Other pages have marks than when the plan was frozen.')
  return findings
}

function* pagesIn(plan: PackPlan): Generator<number> {
  for (const { runs } of plan.documents)
    for (const { firstPage, pages } of runs)
      for (let page = 0; page < pages; page += 1) yield firstPage + page
}
