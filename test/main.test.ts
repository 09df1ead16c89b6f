import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createGrants } from '../electron/main/grants.ts'
import { openRecentRegisters } from '../electron/main/recent.ts'
import { isSupportedElectron } from '../electron/main/runtime.ts'

describe('an Electron is supported', () => {
  test.each([
    ['25.1.1', false],
    ['42.3.2', false],
    ['42.3.3', true],
    ['42.4.0', true],
    ['43.0.0-beta.1', true],
    ['45.4.1', true],
  ])('%s: %s', (version, supported) => {
    expect(isSupportedElectron(version)).toBe(supported)
  })
})

describe('a path may be used', () => {
  const heard: string[] = []
  const grants = createGrants((path) => heard.push(path))
  grants.allow('/home/dpo/Register.dpo')

  test('when it was chosen, or lies below what was chosen', () => {
    expect(() => grants.check('/home/dpo/Register.dpo')).not.toThrow()
    expect(() => grants.check('/home/dpo/Register.dpo/backups/x')).not.toThrow()
    expect(heard).toEqual(['/home/dpo/Register.dpo'])
  })

  test.each(['/home/dpo', '/home/dpo/Register.dpo2', '/home/dpo/Register.dpo/../other', '/etc/passwd'])(
    'but not %s',
    (path) => {
      expect(() => grants.check(path)).toThrow('was not chosen in a dialog')
    },
  )
})

describe('recent registers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dpo-recent-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('come back with the latest first, each once, at most ten, and say when one is not there', () => {
    const recent = openRecentRegisters(folder)
    for (let number = 1; number <= 12; number += 1) recent.remember(`/registers/${number}.dpo`)
    recent.remember('/registers/7.dpo')
    recent.forget('/registers/12.dpo')

    const again = openRecentRegisters(folder).list()
    expect(again.map(({ name }) => name)).toEqual(['7', '11', '10', '9', '8', '6', '5', '4', '3'])
    expect(again.every(({ isThere }) => !isThere)).toBe(true)
  })
})
