import type { ConsoleMessage, Dialog, Page, Request } from '@playwright/test'

const OWN = /^(app|blob|data|devtools):/

/**
 * What must not happen while a test runs: errors, dialogs of the page, and any request but to the program itself.
 * Connections that the program counted before are none of this test's.
 */
export async function watchForProblems(page: Page) {
  const problems: string[] = []
  const earlier = await countedConnections(page)
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  }
  const onError = (error: Error) => problems.push(`page error: ${error.message}`)
  const onCrash = () => problems.push('the page crashed')
  const onRequest = (request: Request) => {
    if (!OWN.test(request.url())) problems.push(`request: ${request.url()}`)
  }
  const onDialog = (dialog: Dialog) => {
    problems.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss().catch(() => undefined)
  }
  page.on('console', onConsole).on('pageerror', onError).on('crash', onCrash)
  page.on('request', onRequest).on('dialog', onDialog)

  return {
    /** The problems that none of the patterns foresees, with the connections the program itself counted; then it rests. */
    async unexpected(expected: readonly RegExp[]): Promise<string[]> {
      const counted = page.isClosed() ? {} : await countedConnections(page)
      page.off('console', onConsole).off('pageerror', onError).off('crash', onCrash)
      page.off('request', onRequest).off('dialog', onDialog)
      const connections = Object.entries(counted)
        .map(([kind, count]) => [kind, count - (earlier[kind] ?? 0)] as const)
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => `connections ${kind}: ${count}`)
      return [...problems, ...connections].filter(
        (problem) => !expected.some((pattern) => pattern.test(problem)),
      )
    },
  }
}

async function countedConnections(page: Page): Promise<Record<string, number>> {
  const reply = await page.evaluate(() => window.engine.shell('shell.runtimeInfo', {}))
  if (!reply.ok) throw new Error(`The connections cannot be counted: ${reply.error.message}`)
  return (reply.value as { connections: Record<string, number> }).connections
}
