import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Call } from './with-register.ts'

/** The whole register to leave with, and the register in the Data Privacy Vocabulary. */
export async function writeLeaving(call: Call, folder: string): Promise<void> {
  const isThere = (await readdir(folder).catch(() => [])).length > 0
  if (isThere) return console.log(`${folder}: the archives were there already`)
  await mkdir(folder, { recursive: true })
  const whole = await call('archives.writeWhole', {
    to: join(folder, 'whole-register.zip'),
    withHistory: true,
    withCases: true,
    passphrase: '',
  })
  const { records, documents, cases, revisions } = whole.counts
  console.log(
    `${whole.path}: ${records} records, ${documents} files, ${cases} cases, ${revisions} revisions, ${whole.bytes} bytes, SHA-256 ${whole.sha256}`,
  )
  console.log(`Passphrase of the archive, shown this once: ${whole.passphrase}`)
  for (const [form, name] of [
    ['jsonld', 'register.jsonld'],
    ['archive', 'data-privacy-vocabulary.zip'],
  ] as const) {
    const { path, bytes, sha256 } = await call('archives.writeDpv', {
      to: join(folder, name),
      form,
      organisationId: null,
    })
    console.log(`${path}: ${bytes} bytes, SHA-256 ${sha256}`)
  }
}
