import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dpo as runHere } from '#test/support/dpo.ts'
import { expect, test } from 'vitest'
import { PASSPHRASE, startTestEngine } from '../support/engine.ts'

const LIST = `Full name;E-mail;Relationship;Case
Ann Example;ann@example.org;mother;7
=1+1;bad;xyz;8
;x@example.org;;9
ann example;ANN@example.org;;10
`

test('the command line brings in a list, and says what became of each row', { timeout: 60_000 }, async () => {
  await using engine = await startTestEngine()
  await engine.call('breaches.log', {
    what: 'Report to the wrong parent',
    noticedAt: null,
    noticedBy: '',
    people: { state: 'unknown', from: null, to: null },
    nearMiss: false,
  })
  await engine.call('registerFile.lock', {})
  const file = join(engine.folder, 'people.csv')
  await writeFile(file, LIST)
  const recipients = (...more: string[]) =>
    dpo(engine.folder, ['recipients', 'import', '--register', engine.path, '--file', file, ...more])

  const tried = await recipients('--breach', 'br-0001', '--map', 'Case=notes', '--dry-run')
  expect(tried).toContain(
    'Column Full name: name\nColumn E-mail: email\nColumn Relationship: kind\nColumn Case: notes',
  )
  expect(tried).toContain('Row 4: not taken. There is no name.')
  expect(tried).toContain('Row 5: ann example: left out. Looks like a double: row 2 names the same person.')
  expect(tried).toContain('2 would be taken in, 2 not.')

  expect(await recipients('--breach', 'BR-0001')).toContain(
    '2 taken in as PT-0001 to PT-0002, 2 not, of 4 rows.',
  )
  expect(await recipients('--breach', 'BR-0001')).toContain('Nobody on the list can be taken in.')
  expect(await recipients('--breach', 'BR-0001', '--map', 'Nope=name')).toContain('has no column “Nope”')
  expect(await recipients('--breach', 'BR-0099')).toContain('No breach has the reference “BR-0099”')
})

/** What the command line says, on whichever output. */
async function dpo(folder: string, words: readonly string[]): Promise<string> {
  const said = await runHere(words, {
    DPO_PASSPHRASE: PASSPHRASE,
    DPO_HOME: join(folder, 'home-of-command-line'),
  })
  return said.output + said.errors
}
