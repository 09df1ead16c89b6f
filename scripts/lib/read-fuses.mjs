import { readFileSync } from 'node:fs'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { inProject } from './project.mjs'
import { main } from './run-command.mjs'

/** The fuses as electron-builder.yml sets them, by name. */
function wantedFuses() {
  const settings = readFileSync(inProject('electron-builder.yml'), 'utf8')
  const section = /^electronFuses:\n((?: {2}.*\n?)+)/m.exec(settings)?.[1] ?? ''
  return [...section.matchAll(/^ {2}(\w+): (true|false)$/gm)].map(([, name, on]) => ({
    name,
    on: on === 'true',
  }))
}

// Reads the fuses of a packaged program and says which differ from electron-builder.yml.
await main(async () => {
  const wire = await getCurrentFuseWire(process.argv[2])
  const wrong = wantedFuses().filter(({ name, on }) => {
    const state = wire[FuseV1Options[name[0].toUpperCase() + name.slice(1)]]
    return state !== (on ? FuseState.ENABLE : FuseState.DISABLE)
  })
  for (const { name, on } of wrong)
    process.stdout.write(`Fuse ${name} should be ${on ? 'on' : 'off'} and is not.\n`)
  if (wrong.length === 0)
    process.stdout.write(`All ${wantedFuses().length} fuses are as electron-builder.yml sets them.\n`)
  return wrong.length > 0 ? 1 : 0
})
