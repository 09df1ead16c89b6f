import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import manifest from '../package.json' with { type: 'json' }

// Main and preload also run in Electron 25 (Node 18, Chromium 114): CommonJS, for that Node.
const NODE = 'node18'

// Loaded from node_modules at run time: native, or CommonJS, or finding their own files. The others are ES modules only,
// which an old Electron cannot `require` and whose default exports get lost on the way: they are bundled.
const EXTERNAL = [
  'better-sqlite3',
  'pdfkit',
  'archiver',
  'yauzl',
  'write-excel-file',
  'iconv-lite',
  '@embedpdf/pdfium',
  '@neslinesli93/qpdf-wasm',
  'tesseract.js',
  '@tesseract.js-data/eng',
]
const bundled = Object.keys(manifest.dependencies).filter((name) => !EXTERNAL.includes(name))

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: NODE,
      externalizeDeps: { exclude: bundled },
      rollupOptions: {
        input: {
          index: 'electron/main/index.ts',
          engine: 'electron/engine/entry.utility.ts',
          reader: 'electron/reader/entry.node.ts',
          binder: 'electron/binder/entry.node.ts',
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name].cjs' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: NODE,
      externalizeDeps: false,
      rollupOptions: {
        input: { index: 'electron/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      target: 'chrome114',
      minify: true,
      // No inlined data: addresses and no preload script: the Content-Security-Policy has no room for them.
      assetsInlineLimit: 0,
      modulePreload: false,
      rollupOptions: { input: 'renderer/index.html' },
    },
  },
})
