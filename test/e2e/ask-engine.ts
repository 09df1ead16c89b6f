import type { Page } from '@playwright/test'

/** The engine's answer to a question that the window asks it; throws what the engine says where it refuses. */
export async function askEngine(page: Page, procedure: string, input: unknown): Promise<unknown> {
  const reply = await page.evaluate(([name, question]) => window.engine.call(name, question), [
    procedure,
    input,
  ] as const)
  if (!reply.ok) throw new Error(reply.error.message)
  return reply.value
}
