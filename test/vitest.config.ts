import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

/** These start processes, kill them and look at memory, so each file gets a process of its own. */
const APART = ['test/reliability/**/*.test.ts', 'test/reading/**/*.test.ts']

export default defineConfig({
  test: {
    // By itself vitest leaves one core idle, which on two is half of them.
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'apart', include: APART } },
      {
        extends: true,
        test: {
          name: 'together',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...APART],
          // Loading the program anew for every file takes longer than most files do.
          isolate: false,
        },
      },
    ],
  },
})
