import { webcrypto } from 'node:crypto'

// Older Nodes, that of the evaluation runtime among them, have no global `crypto`. Libraries look for it when they are
// loaded, so this module is imported before them.
if (!('crypto' in globalThis) || globalThis.crypto === undefined)
  Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true })
