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

/** Counts a Playwright JSON report in the same way; a test that passed only when repeated counts as failed. */
export function countPlaywright(reportFile, exitCode) {
  const report = readReport(reportFile)
  if (!report) return oneCheck('e2e: no report was written', false)
  const failures = report.errors.map(({ message }) => `e2e: ${String(message).split('\n')[0]}`)
  for (const { title, file, status } of testsOf(report.suites))
    if (status === 'unexpected' || status === 'flaky') failures.push(`e2e: ${file} › ${title}`)
  return settled('e2e', report.stats.expected, failures, exitCode)
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
