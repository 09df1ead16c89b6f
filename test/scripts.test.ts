import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const PROJECT = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'dpo-scripts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a line of a script module's own JavaScript and answers what it printed as JSON. */
function evaluate(module: string, expression: string, env: Record<string, string> = {}): unknown {
  const code = `import * as it from ${JSON.stringify(join(PROJECT, 'scripts', 'lib', module))}
    console.log(JSON.stringify(await (${expression})))`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  if (stderr) throw new Error(stderr)
  return JSON.parse(stdout)
}

function report(name: string, content: unknown): string {
  const file = join(folder, name)
  writeFileSync(file, JSON.stringify(content))
  return JSON.stringify(file)
}

describe('the sum of a vitest run', () => {
  test('counts what passed and names what failed', () => {
    const file = report('unit.json', {
      numPassedTests: 7,
      testResults: [
        {
          name: 'a.test.ts',
          status: 'failed',
          assertionResults: [{ status: 'failed', fullName: 'adds up' }],
        },
        { name: 'b.test.ts', status: 'failed', assertionResults: [] },
      ],
    })
    expect(evaluate('count-tests.mjs', `it.countVitest(${file}, 1)`)).toEqual({
      passed: 7,
      failures: ['unit: adds up', 'unit: b.test.ts could not be run'],
    })
  })

  test('that broke off without a failing test is a failure', () => {
    const file = report('unit-off.json', { numPassedTests: 7, testResults: [] })
    expect(evaluate('count-tests.mjs', `it.countVitest(${file}, 1)`)).toEqual({
      passed: 7,
      failures: ['unit: ended with exit code 1'],
    })
  })

  test('that wrote no report is a failure', () => {
    expect(evaluate('count-tests.mjs', `it.countVitest('/nowhere.json', 0)`)).toEqual({
      passed: 0,
      failures: ['unit: no report was written'],
    })
  })
})

test('the sum of a Playwright run finds tests at any depth, and a flaky one has passed once and is named', () => {
  const spec = (title: string, status: string) => ({ title, file: 'x.spec.ts', tests: [{ status }] })
  const file = report('e2e.json', {
    errors: [],
    stats: { expected: 1 },
    suites: [
      {
        title: 'x.spec.ts',
        file: 'x.spec.ts',
        specs: [spec('opens', 'expected')],
        suites: [{ title: 'keys', specs: [spec('moves', 'unexpected'), spec('jumps', 'flaky')] }],
      },
    ],
  })
  expect(evaluate('count-tests.mjs', `it.countPlaywright(${file}, 1)`)).toEqual({
    passed: 2,
    failures: ['e2e: x.spec.ts › keys › moves'],
    flaky: ['e2e: x.spec.ts › keys › jumps'],
  })
})

test('the last lines name what was flaky and what failed, and end with the sum', () => {
  const run = { passed: 8, failures: ['e2e: a › b'], flaky: ['e2e: c › d'] }
  expect(evaluate('count-tests.mjs', `it.closingLines(${JSON.stringify(run)})`)).toEqual([
    '',
    'Passed only at the second try:',
    '  e2e: c › d',
    '',
    'Failed:',
    '  e2e: a › b',
    '',
    '8 passed, 1 failed',
  ])
  const clean = { passed: 8, failures: [], flaky: [] }
  expect(evaluate('count-tests.mjs', `it.closingLines(${JSON.stringify(clean)})`)).toEqual([
    '',
    '8 passed, 0 failed',
  ])
})

describe('the evaluation runtime', () => {
  test('is not taken when the tarball is not the pinned one, and the wrong file is removed', () => {
    const { tarball } = evaluate('evaluation-runtime.mjs', 'it.EVALUATION_RUNTIME') as { tarball: string }
    writeFileSync(join(folder, tarball), 'something else')
    const refusal = evaluate(
      'evaluation-runtime.mjs',
      `it.getEvaluationRuntime(() => {}).then(() => 'taken', (error) => error.message)`,
      { DPO_CACHE: folder },
    )
    expect(refusal).toMatch(/sha512 differs|There is no evaluation runtime for this system/)
    expect(() => process.platform === 'linux' && readFileSync(join(folder, tarball))).toThrow(/ENOENT/)
  })

  test('is refused by the packager', () => {
    const { stderr, status } = spawnSync(process.execPath, [join(PROJECT, 'scripts', 'package.mjs')], {
      encoding: 'utf8',
      env: {
        ...process.env,
        DPO_CACHE: folder,
        DPO_ELECTRON: join(folder, 'evaluation-electron-25.1.1', 'electron'),
      },
    })
    expect(status).toBe(1)
    expect(stderr).toContain('out of support and is not packaged')
  })
})

test('the installed dependencies are those of package-lock.json', () => {
  expect(evaluate('dependencies.mjs', 'it.dependenciesMatch()')).toBe(true)
})

test('a program that ends badly hands its exit code on, and one that hangs is ended with what it started', () => {
  expect(evaluate('run-command.mjs', `it.run('sh', ['-c', 'exit 3'], { show: false })`)).toMatchObject({
    code: 3,
  })
  const hung = `it.run('sh', ['-c', 'sleep 60 & wait'], { show: false, timeoutMs: 200 })`
  expect(evaluate('run-command.mjs', hung)).toMatchObject({ code: 1, signal: 'SIGKILL' })
})

test('npm run dpo refuses a program it does not know', () => {
  const { stderr, status } = spawnSync(
    process.execPath,
    [join(PROJECT, 'scripts', 'run.mjs'), 'constructor'],
    {
      encoding: 'utf8',
    },
  )
  expect(status).toBe(1)
  expect(stderr).toContain('Usage')
})
