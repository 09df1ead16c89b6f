import { type Line, openLine } from './line.ts'

// The reader: a process of its own that is handed bytes and answers what they hold. It is told no path, writes nothing
// and keeps nothing; the engine ends it when it takes too long or too much. Its first argument says what it is for.
void openLine().then(serve)

async function serve(line: Line): Promise<void> {
  const mode = process.argv[2]
  if (mode === 'papers') await (await import('./papers/serve-papers.ts')).servePapers(line)
  else if (mode === 'recogniser')
    await (await import('./recogniser/serve-recogniser.ts')).serveRecogniser(line)
  else if (mode === 'prover') await (await import('./prover/serve-prover.ts')).serveProver(line)
  else (await import('./serve-files.ts')).serveFiles(line)
}
