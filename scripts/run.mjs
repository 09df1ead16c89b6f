import { ensureDependencies } from './lib/dependencies.mjs'
import { inProject, projectNode } from './lib/project.mjs'
import { main, run } from './lib/run-command.mjs'

const PROGRAMS = {
  dpo: inProject('electron', 'cli', 'dpo.ts'),
  bench: inProject('test', 'bench', 'bench.ts'),
}

// `npm run dpo -- …` and `npm run bench`: a program of the project in the project's Node, its exit code passed on.
await main(async () => {
  const [name, ...args] = process.argv.slice(2)
  if (!Object.hasOwn(PROGRAMS, name ?? ''))
    throw new Error(`Usage: node scripts/run.mjs ${Object.keys(PROGRAMS).join('|')} …`)
  await ensureDependencies((line) => process.stderr.write(`${line}\n`))
  return (await run(projectNode(), [PROGRAMS[name], ...args], { input: 'inherit' })).code
})
