import { stat } from 'node:fs/promises'
import { AppError } from '#shared/errors.ts'
import type { TaskContext } from '../../rpc/context.ts'
import type { CaseStore } from '../open-cases.ts'
import { forgetIntake, keepIntake, unfinishedIntakes } from './intakes.ts'
import { type Imported, readWaiting } from './read-waiting.ts'
import { type Intake, takeIn } from './take-in.ts'
import { refuseMissing } from './walk.ts'

type Task = Pick<TaskContext, 'step' | 'mayRead' | 'cases'>

/** Cases that files are being brought into. Two at once would read the same file twice. */
const busy = new WeakSet<CaseStore['raw']>()

/** Runs what reads the files of a case; throws `rule` while another such task runs. */
export async function alone<Result>(store: CaseStore, work: () => Promise<Result>): Promise<Result> {
  if (store.raw.readonly)
    throw new AppError('read-only', 'The register is open to read only, so no file can be brought in.')
  if (busy.has(store.raw))
    throw new AppError(
      'rule',
      'Files are being brought into this case already. Wait until that is done, or stop it first.',
    )
  busy.add(store.raw)
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError && error.code === 'cancelled')
      throw new AppError('cancelled', 'Stopped. What was read stays; the rest waits and can be read later.', {
        cause: error,
      })
    throw error
  } finally {
    busy.delete(store.raw)
  }
}

/** Brings chosen files and folders into a case and reads them, and whatever else was waiting. */
export async function importChosen(
  task: Task,
  store: CaseStore,
  intake: Intake,
  password: string | null,
): Promise<Imported> {
  await refuseMissing(intake.chosen)
  keepIntake(store, intake)
  return importRest(task, store, password)
}

/** Takes in what an earlier import left off, and reads all that waits. */
export async function importRest(task: Task, store: CaseStore, password: string | null): Promise<Imported> {
  let taken = 0
  const left: Intake[] = []
  for (const intake of unfinishedIntakes(store)) {
    if (!(await canBeRead(task, intake))) {
      left.push(intake)
      continue
    }
    taken += await takeIn(store, intake, (count, path) => task.step(count, count + 1, `Taking in ${path}`))
    forgetIntake(store, intake)
  }
  const imported = await readWaiting(task, store, { password, family: null })
  if (left.length > 0) throw notAllTaken(left)
  return { ...imported, added: imported.added + taken }
}

/** After a restart, what was chosen in a dialog has to be chosen again before it may be read. */
async function canBeRead(task: Task, { chosen }: Intake): Promise<boolean> {
  for (const path of chosen) {
    try {
      task.mayRead(path)
    } catch (error) {
      if (error instanceof AppError) return false
      throw error
    }
    if (!(await stat(path).catch(() => null))) return false
  }
  return true
}

const notAllTaken = (left: readonly Intake[]) =>
  new AppError(
    'rule',
    `The program ended before all of ${left
      .flatMap(({ chosen }) => chosen)
      .slice(0, 3)
      .map((path) => `“${path.split(/[\\/]/u).findLast(Boolean) ?? path}”`)
      .join(', ')} was taken in. Bring it in again: what is in the case already does not come in twice.`,
  )
