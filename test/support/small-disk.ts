import { execFileSync } from 'node:child_process'
import {
  closeSync,
  fstatSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  rmdirSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Why a disk of a test's own cannot be mounted here, or null when it can. */
export function whyNoSmallDisk(): string | null {
  if (process.platform !== 'linux') return 'needs a tmpfs, which only Linux has'
  if (process.getuid?.() !== 0) return 'needs root, to mount a tmpfs'
  try {
    smallDisk(1).unmount()
    return null
  } catch {
    return 'mounting a tmpfs is not allowed here'
  }
}

/** A disk in memory of a few MiB, which can be filled up, freed and made read-only. */
export function smallDisk(mebibytes: number) {
  const path = mkdtempSync(join(tmpdir(), 'dpo-disk-'))
  const mount = (...options: string[]) => execFileSync('mount', options, { stdio: 'ignore' })
  mount('-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', path)
  const ballast = join(path, 'ballast')
  return {
    path,
    /** Leaves only so many bytes free. */
    fill(spare = 0): void {
      const file = openSync(ballast, 'a')
      try {
        for (const size of [65_536, 4_096, 1]) fillWith(file, Buffer.alloc(size))
        ftruncateSync(file, fstatSync(file).size - spare)
      } finally {
        closeSync(file)
      }
    },
    free: () => rmSync(ballast, { force: true }),
    makeReadOnly: () => mount('-o', 'remount,ro', path),
    makeWritable: () => mount('-o', 'remount,rw', path),
    unmount(): void {
      execFileSync('umount', ['-l', path])
      rmdirSync(path)
    },
  }
}

function fillWith(file: number, bytes: Buffer): void {
  try {
    while (writeSync(file, bytes) === bytes.length);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
  }
}
