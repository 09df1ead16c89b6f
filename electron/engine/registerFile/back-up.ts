import { mkdir } from 'node:fs/promises'
import { AppError } from '#shared/errors.ts'
import type { Instant } from '#shared/time/instant.ts'
import { backUpCases } from '../cases/back-up-cases.ts'
import { storageError } from '../db/storage-error.ts'
import type { Engine } from '../start.ts'
import { writeBackup } from './backups.ts'
import { filesOf } from './folder.ts'
import { rememberProgress } from './heads.ts'
import type { Session } from './session.ts'

/**
 * Backs the open register up: the records as they stand, every document they name, and the case files that changed.
 * Says where the backup is and which chain head it has; throws when a document or a case could not be copied, and names
 * it.
 */
export function backUp(
  engine: Engine,
  now: Instant,
): Promise<{ readonly path: string; readonly chainHead: string }> {
  // A lock that is asked for meanwhile waits until the backup is whole.
  return engine.oneRegisterAtATime(async () => {
    const session = engine.session()
    const { raw, key, folder, head, readOnlyBecause } = session
    if (readOnlyBecause) throw new AppError('read-only', readOnlyBecause)
    const sound = new Set<string>()
    // Documents never change, so most are copied while others go on writing; the few that came meanwhile follow below.
    await backUpDocuments(session, now, sound)
    const { problems, ...done } = await engine.serially(async () => {
      const path = await writeBackup(raw, key, { folder, now, expected: head() })
      if (engine.home) await rememberProgress(engine.home, session)
      return {
        path,
        chainHead: head().head,
        problems: await backUpDocuments(session, now, sound),
      }
    })
    // A case may be long. Its key is in the backup by now, and others go on writing while it is copied.
    const cases = await backUpCases(session)
    refuseIncomplete(problems, cases)
    return done
  })
}

/** What could not be copied is named; the records are safe all the same. */
function refuseIncomplete(documents: readonly string[], cases: readonly string[]): void {
  const what = [
    ...(documents.length > 0 ? ['every attached file'] : []),
    ...(cases.length > 0 ? ['the documents of every request'] : []),
  ]
  if (what.length === 0) return
  throw new AppError(
    'storage',
    `The records were backed up, but not ${what.join(' and ')}: ${[...documents, ...cases].join(' ')} Check the register to see what is wrong.`,
    { reason: 'damaged' },
  )
}

async function backUpDocuments(
  { documents, folder }: Session,
  now: Instant,
  sound: Set<string>,
): Promise<string[]> {
  if (!(await documents.isThere())) return []
  const { backups, documentsCopy } = filesOf(folder)
  try {
    await mkdir(backups, { recursive: true })
    return await documents.backUpTo(documentsCopy, now, sound)
  } catch (error) {
    const known = storageError(error, documentsCopy)
    // Damaged documents must not keep the records from being backed up.
    if (known instanceof AppError && known.reason === 'damaged') return [known.message]
    throw known
  }
}
