import { expect, PASSPHRASE, test } from './fixtures.ts'

test.use({ register: 'empty', freshProgram: true })

test('a killed engine is replaced, the window asks for the passphrase, and what was acknowledged is there', async ({
  program,
  page,
  registerPath,
}) => {
  const before = await chainHead()
  const changed = await page.evaluate(() =>
    window.engine.call('organisations.create', { legalName: 'Riverside Trust', relation: 'own' }),
  )
  expect(changed).toMatchObject({ ok: true })
  const acknowledged = await chainHead()
  expect(acknowledged).not.toBe(before)

  // Asked all the while, before the engine dies and after: each answer comes at once, and says when a change may be lost. The window is
  // loaded anew once it knows that the register is locked, so the answers are told outside of it.
  const answers: unknown[] = []
  await page.exposeFunction('tell', (answer: unknown) => answers.push(answer))
  await page.evaluate(() => {
    setInterval(() => void ask(), 5)
    async function ask() {
      const reply = await window.engine.call('registerFile.keepAwake', {})
      Reflect.get(window, 'tell')(reply.ok || reply.error.reason)
    }
  })
  await expect.poll(() => answers).toContain(true)
  await killEngine()
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeVisible()
  expect(new Set(answers)).toEqual(new Set([true, 'engine-restarted']))
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE)
  await page.getByLabel('Passphrase', { exact: true }).press('Enter')
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeHidden()
  expect(await chainHead()).toBe(acknowledged)

  async function chainHead(): Promise<string> {
    const reply = await page.evaluate(() => window.engine.call('registerFile.status', {}))
    expect(reply).toMatchObject({ ok: true, value: { state: 'open', path: registerPath } })
    return (reply as { value: { chain: { head: string } } }).value.chain.head
  }

  async function killEngine(): Promise<void> {
    await program.evaluate(({ Menu }) => {
      const debug = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&Debug')
      debug?.submenu?.items.find(({ label }) => label === '&Kill the engine')?.click()
    })
  }
})
