import { ensureDependencies } from './lib/dependencies.mjs'
import { runEndToEnd } from './lib/end-to-end.mjs'
import { main } from './lib/run-command.mjs'
import { ensureSystemPackages, TEST_PACKAGES } from './lib/system-packages.mjs'

// `npm run e2e -- …` and `npm run screenshots`: the end-to-end tests in a real Electron, on a virtual display if need be.
await main(async () => {
  const say = (line) => process.stdout.write(`${line}\n`)
  await ensureDependencies(say)
  await ensureSystemPackages(TEST_PACKAGES, say)
  const args = process.argv.slice(2)
  if (!args.includes('--screenshots')) return (await runEndToEnd(say, args)).code
  const others = args.filter((argument) => argument !== '--screenshots')
  return (await runEndToEnd(say, ['screenshots.spec.ts', ...others], { DPO_SCREENSHOTS: '1' })).code
})
