import { defineConfig } from '@playwright/test'
import type { AppOptions } from './fixtures.ts'

const MINUTE_MS = 60_000

export default defineConfig<AppOptions>({
  testDir: '.',
  outputDir: '../../test-results',
  // The screenshots of the README are a run of their own.
  testIgnore: process.env['DPO_SCREENSHOTS'] ? [] : ['*screenshots.spec.ts'],
  fullyParallel: true,
  workers: 2,
  // A test that passes only at its second try fails nothing, but is named at the end.
  retries: 1,
  forbidOnly: true,
  timeout: 2 * MINUTE_MS,
  globalTimeout: 30 * MINUTE_MS,
  expect: { timeout: 10_000 },
  // Playwright makes neither traces nor pictures of an Electron; the fixtures attach a picture to what fails.
  use: { trace: 'off', screenshot: 'off' },
})
