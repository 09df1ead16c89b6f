import type { Page } from '@playwright/test'

const OWN = /^(app|blob|data|devtools):/

/** What must not happen while a test runs: errors, dialogs of the page, and any request but to the program itself. */
export function watchForProblems(page: Page) {
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`))
  page.on('crash', () => problems.push('the page crashed'))
  page.on('request', (request) => {
    if (!OWN.test(request.url())) problems.push(`request: ${request.url()}`)
  })
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss().catch(() => undefined)
  })

  return {
    /** The problems that none of the patterns foresees, with the connections the program itself counted. */
    async unexpected(expected: readonly RegExp[]): Promise<string[]> {
      const connections = page.isClosed() ? [] : await countedConnections(page)
      return [...problems, ...connections].filter(
        (problem) => !expected.some((pattern) => pattern.test(problem)),
      )
    },
  }
}

async function countedConnections(page: Page): Promise<string[]> {
  const reply = await page.evaluate(() => window.engine.shell('shell.runtimeInfo', {}))
  if (!reply.ok) return [`runtime info: ${reply.error.message}`]
  const { connections } = reply.value as { connections: Record<string, number> }
  return Object.entries(connections)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `connections ${kind}: ${count}`)
}
