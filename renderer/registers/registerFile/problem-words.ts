import type { StorageReason } from '#shared/errors.ts'

type Problem = { readonly title: string; readonly way: string; readonly canRestore: boolean }

const PROBLEMS: Record<Exclude<StorageReason, 'wrong-passphrase' | 'engine-restarted'>, Problem> = {
  missing: {
    title: 'The register is not there',
    way: 'It may have been moved or renamed, or stand on a drive that is not connected. Choose it where it is now.',
    canRestore: false,
  },
  damaged: {
    title: 'The register is damaged',
    way: 'Nothing was changed. A backup can be put in its place; the damaged file is kept beside it.',
    canRestore: true,
  },
  'newer-schema': {
    title: 'The register was last used with a newer version',
    way: 'This version leaves it untouched, so that nothing is lost. Open it with the newer version of DPO Workbench.',
    canRestore: false,
  },
  'folder-read-only': {
    title: 'The folder can only be read',
    way: 'Choose a folder that can be written to, or ask for the right to write in this one.',
    canRestore: false,
  },
  'disk-full': {
    title: 'The disk is full',
    way: 'Nothing was lost. Make room on the disk and try again.',
    canRestore: false,
  },
  'already-exists': {
    title: 'Something already has this name',
    way: 'Nothing was overwritten. Open what is there, or choose another name.',
    canRestore: false,
  },
  'in-use': {
    title: 'The register is in use',
    way: 'One program writes to a register at a time. Close it there, then try again.',
    canRestore: false,
  },
}

const UNKNOWN: Problem = {
  title: 'The register cannot be used',
  way: 'Nothing was changed. Try again, or choose another register.',
  canRestore: true,
}

/** What the problem screen says about a storage trouble, and whether a backup can help. */
export function problemOf(reason: StorageReason | undefined): Problem {
  return reason && reason in PROBLEMS ? PROBLEMS[reason as keyof typeof PROBLEMS] : UNKNOWN
}
