import { existsSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { resourcePath } from '#engine/resources.ts'

afterEach(() => {
  delete process.env['DPO_RESOURCES']
})

test.each([
  'DejaVuSansCondensed.ttf',
  'DejaVuSansCondensed-Bold.ttf',
  'DejaVuSansCondensed-Oblique.ttf',
  'DejaVu-LICENSE.txt',
])('the font file %s ships with the program', (file) =>
  expect(existsSync(resourcePath(`fonts/${file}`))).toBe(true),
)

test('another folder of resources can be named', () => {
  process.env['DPO_RESOURCES'] = '/elsewhere'
  expect(resourcePath('fonts/a.ttf')).toBe('/elsewhere/fonts/a.ttf')
})
