import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verifyArchive } from '#engine/archive/verify-archive.ts'
import { revisionLines } from '#engine/revisions/lines.ts'
import { anActivity } from '#test/support/builders.ts'
import { startTestEngine } from '#test/support/engine.ts'

describe('the trail in an archive', () => {
  test('goes with the register whole, ends at its chain head, and holds no earlier contents', async () => {
    await using engine = await startTestEngine()
    const id = await anActivity(engine.call, 'A first name nobody should see')
    await engine.call('activities.change', { id, changes: { name: 'The name that is handed out' } })
    const to = join(engine.folder, 'archive.zip')
    await engine.call('reports.writeRecord', {
      format: 'archive',
      to,
      organisationId: null,
      target: null,
      asAt: null,
    })
    const { ok, checks } = await verifyArchive(to)
    expect(ok).toBe(true)
    expect(checks.find(({ name }) => name === 'Chain of revisions')).toMatchObject({
      ok: true,
      detail: expect.stringContaining('3 revisions'),
    })
    const lines: string[] = []
    for await (const line of revisionLines(engine.engine.session().db, 3)) lines.push(line)
    expect(lines).toHaveLength(3)
    expect(lines.join()).not.toContain('A first name')
    expect((await readFile(to)).includes('A first name')).toBe(false)
  })

  test('stays out of an archive of a part of the register, and of a past day', async () => {
    await using engine = await startTestEngine({ register: 'sample' })
    const [organisation] = await engine.call('organisations.list', { relation: 'own' })
    const to = join(engine.folder, 'part.zip')
    await engine.call('reports.writeRecord', {
      format: 'archive',
      to,
      organisationId: organisation!.id,
      target: null,
      asAt: null,
    })
    const { ok, checks } = await verifyArchive(to)
    expect(ok).toBe(true)
    expect(checks.map(({ name }) => name)).not.toContain('Chain of revisions')
  })

  test('a file that is no archive is named as such', async () => {
    await using engine = await startTestEngine({ register: 'none' })
    const path = join(engine.folder, 'not-a.zip')
    await writeFile(path, 'plain text')
    expect(await engine.call('reports.verifyArchive', { path })).toMatchObject({ ok: false })
  })
})
