import { AppError } from '#shared/errors.ts'
import { zipSource } from '../../archive/zip-source.ts'
import type { Progress } from '../../pdf/write-record.ts'
import { checkFormats } from '../check/check-formats.ts'

/**
 * Reads a finished export and holds each table in each form against the schemas that lie in it; gives what was found in
 * sentences. Throws `rule` where anything is not as promised.
 *
 * @source UK GDPR Art 20(1)
 */
export async function checkExport(
  path: string,
  passphrase: string | null,
  step: Progress,
): Promise<readonly string[]> {
  const source = await zipSource(path, passphrase)
  try {
    const damage = source.problems[0]
    if (damage) throw notGood(damage.about, damage.detail)
    const found = await checkFormats(source, step)
    // A stop while a file was read looks like a fault of that file.
    await step(1, 1, 'Checking the export')
    for (const { name, ok, problems } of found)
      if (!ok) throw notGood(problems[0]?.about ?? name, problems[0]?.detail ?? '')
    return found.map(({ name, says }) => `${name}: ${says}`)
  } finally {
    await source.close()
  }
}

const notGood = (about: string, detail: string) =>
  new AppError(
    'rule',
    `The export was not put in place, because it does not hold what it promises. ${about}: ${detail} Build it again; if this comes back, report it.`,
  )
