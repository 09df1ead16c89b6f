import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from './lib/build.mjs'
import { closingLines, countPlaywright, countVitest, oneCheck } from './lib/count-tests.mjs'
import { ensureDependencies } from './lib/dependencies.mjs'
import { runEndToEnd } from './lib/end-to-end.mjs'
import { main, run } from './lib/run-command.mjs'
import { ensureSystemPackages, TEST_PACKAGES } from './lib/system-packages.mjs'

const MINUTE_MS = 60_000
const results = mkdtempSync(join(tmpdir(), 'dpo-test-results-'))
const say = (line) => process.stdout.write(`${line}\n`)

/** Every suite, in order: each runs whatever became of the one before, and answers what passed, failed and was flaky. */
const SUITES = {
  format: () => npmScript('format:check'),
  lint: () => npmScript('lint'),
  types: () => npmScript('types'),
  unit: async () => {
    const report = join(results, 'unit.json')
    const args = ['run', '--config', 'test/vitest.config.ts', '--reporter=default', '--reporter=json']
    const { code } = await run('vitest', [...args, `--outputFile.json=${report}`], {
      timeoutMs: 30 * MINUTE_MS,
    })
    return countVitest(report, code)
  },
  build: async () => {
    const problem = await build({}).then(
      () => undefined,
      (error) => error.message,
    )
    return oneCheck('build', problem === undefined)
  },
  e2e: async () => {
    const report = join(results, 'e2e.json')
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, FORCE_COLOR: '0' }
    const { code } = await runEndToEnd(say, ['--reporter=list,json'], env, 35 * MINUTE_MS)
    return countPlaywright(report, code)
  },
}

// `npm test`: sets itself up and runs everything; `npm test -- unit e2e` runs some of it. The last line is the sum.
await main(async () => {
  const wanted = process.argv.slice(2)
  const unknown = wanted.filter((name) => !Object.hasOwn(SUITES, name))
  if (unknown.length > 0)
    throw new Error(`No suite named ${unknown.join(', ')}: ${Object.keys(SUITES).join(', ')}`)
  await ensureDependencies(say)
  await ensureSystemPackages(TEST_PACKAGES, say)

  let passed = 0
  /** @type {string[]} */
  const failures = []
  /** @type {string[]} */
  const flaky = []
  for (const [name, suite] of Object.entries(SUITES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    say(`\n── ${name} ──`)
    const result = await suite().catch((error) => oneCheck(`${name}: ${error.message}`, false))
    passed += result.passed
    failures.push(...result.failures)
    flaky.push(...(result.flaky ?? []))
  }
  rmSync(results, { recursive: true, force: true })
  for (const line of closingLines({ passed, failures, flaky })) say(line)
  return failures.length > 0 || passed === 0 ? 1 : 0
})

async function npmScript(name) {
  const { code } = await run('npm', ['run', '--silent', name])
  return oneCheck(name, code === 0)
}
