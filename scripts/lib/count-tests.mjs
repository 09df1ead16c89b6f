import { readFileSync } from 'node:fs'

/** A suite that is one check: it passed or it failed. */
export function oneCheck(name, passed) {
  return passed ? { passed: 1, failures: [] } : { passed: 0, failures: [name] }
}

/** Counts a vitest JSON report. A file that could not be loaded is a failure, and so is a run that broke off. */
export function countVitest(reportFile, exitCode) {
  const report = readReport(reportFile)
  if (!report) return oneCheck('unit: no report was written', false)
  const failures = []
  for (const { name, status, assertionResults } of report.testResults) {
    const failed = assertionResults.filter((test) => test.status === 'failed')
    failures.push(...failed.map((test) => `unit: ${test.fullName}`))
    if (status === 'failed' && failed.length === 0) failures.push(`unit: ${name} could not be run`)
  }
  return settled('unit', report.numPassedTests, failures, exitCode)
}

/**
 * Counts a Playwright JSON report in the same way. A test that passed only when repeated has passed, once, and is
 * named in `flaky`.
 */
export function countPlaywright(reportFile, exitCode) {
  const report = readReport(reportFile)
  if (!report) return oneCheck('e2e: no report was written', false)
  const failures = report.errors.map(({ message }) => `e2e: ${String(message).split('\n')[0]}`)
  const tests = testsOf(report.suites)
  const namesOf = (wanted) =>
    tests.filter(({ status }) => status === wanted).map(({ title, file }) => `e2e: ${file} › ${title}`)
  const flaky = namesOf('flaky')
  failures.push(...namesOf('unexpected'))
  return { ...settled('e2e', report.stats.expected + flaky.length, failures, exitCode), flaky }
}

/** The last lines of a run: what was flaky, what failed, and the sum, which stands last of all. */
export function closingLines({ passed, failures, flaky }) {
  return [
    ...named('Passed only at the second try', flaky),
    ...named('Failed', failures),
    '',
    `${passed} passed, ${failures.length} failed`,
  ]
}

function named(heading, names) {
  return names.length > 0 ? ['', `${heading}:`, ...names.map((name) => `  ${name}`)] : []
}

function settled(name, passed, failures, exitCode) {
  const brokeOff = exitCode !== 0 && failures.length === 0
  return { passed, failures: brokeOff ? [`${name}: ended with exit code ${exitCode}`] : failures }
}

function testsOf(suites, path = []) {
  return suites.flatMap((suite) => {
    const here = suite.file === suite.title ? path : [...path, suite.title]
    const own = (suite.specs ?? []).flatMap(({ title, file, tests }) =>
      tests.map(({ status }) => ({ title: [...here, title].join(' › '), file, status })),
    )
    return [...own, ...testsOf(suite.suites ?? [], here)]
  })
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
