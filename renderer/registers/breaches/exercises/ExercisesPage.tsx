import { useStore } from '#renderer/api/store.ts'
import { useRoute } from '#renderer/app/routing.tsx'
import { caseAsTold, findCase } from '#shared/law/breaches/cases.ts'
import { CaseList } from './CaseList.tsx'
import { DebriefPage } from './DebriefPage.tsx'
import { DrillPage } from './DrillPage.tsx'
import { exerciseOf, runStore } from './exercise-run.ts'
import { StartPage } from './StartPage.tsx'

/** Breaches to practise on: the list of cases, and the drill of one from its start to its debrief. */
export function ExercisesPage() {
  const { page: code } = useRoute()
  const run = useStore(runStore)
  const one = code === null ? undefined : findCase(code)
  if (!one) return <CaseList />
  if (run?.code !== one.code) return <StartPage one={one} />
  const told = caseAsTold(one, run.adapted)
  const exercise = exerciseOf(run)
  if (exercise) return <DebriefPage one={told} run={run} exercise={exercise} />
  return <DrillPage one={told} run={run} />
}
