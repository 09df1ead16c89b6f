import { mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chooseRegister, end, launch, putAway, type Running } from './program.ts'

/** How long a program may take to be put away, in milliseconds. */
const PATIENCE = 10_000

/** The one program of a worker, which its tests use one after the other. */
export type SharedProgram = {
  /** Starts the program if it does not run; it then knows the register at the path, or none where that is empty. */
  takeWith(registerPath: string): Promise<Running>
  /** Puts the program away for the next test; one that may be damaged, or cannot be put away, is ended. */
  giveBack(isSound: boolean): Promise<void>
  end(): Promise<void>
}

/** A program with its settings below the given folder; it starts with the first test that wants it. */
export function shareProgram(folder: string): SharedProgram {
  let running: Running | undefined
  const drop = async () => {
    const dropped = running
    running = undefined
    if (dropped) await end(dropped)
  }
  return {
    async takeWith(registerPath) {
      running ??= await launch(await mkdtemp(join(folder, 'profile-')))
      await (await running.program.firstWindow()).waitForLoadState()
      running.takeOutput()
      if (registerPath) await chooseRegister(running, registerPath)
      return running
    },
    async giveBack(isSound) {
      if (!running) return
      const isAway = isSound && (await isDone(putAway(running)))
      if (!isAway) await drop()
    },
    end: drop,
  }
}

/** Whether something was done, and in time. */
function isDone(doing: Promise<void>): Promise<boolean> {
  const done = doing.then(
    () => true,
    () => false,
  )
  return Promise.race([done, wait(PATIENCE, false, { ref: false })])
}
