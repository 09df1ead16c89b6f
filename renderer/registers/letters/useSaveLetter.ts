import { notifications } from '@mantine/notifications'
import { useAsAt } from '#renderer/api/as-at.ts'
import { useEngineTask } from '#renderer/api/client.ts'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import type { LetterFormat, LetterRegister } from '#shared/registers/letters/letter.contract.ts'
import type { RequestLetterVersion } from '#shared/registers/requests/templates/template.schema.ts'

/** Which letter: of which record, which kind, in which version. */
export type WhichLetter = {
  readonly register: LetterRegister
  readonly id: string
  readonly letter: string
  readonly version: RequestLetterVersion
}

/** Saves a letter where the person chooses, as it reads now or as it was sent. */
export function useSaveLetter() {
  const asAt = useAsAt()
  const write = useEngineTask('letters.write')
  const save = async (
    which: WhichLetter,
    format: LetterFormat,
    suggestedName: string,
    sentId: string | null = null,
  ) => {
    try {
      const { path: to } = await shell('shell.chooseSavePath', {
        suggestedName: suggestedName.slice(0, 200),
        kind: format,
      })
      if (!to) return
      const { pages } = await write.mutateAsync({ ...which, sentId, format, to, asAt })
      const length = pages === 1 ? '1 page' : `${pages} pages`
      notifications.show({ message: format === 'pdf' ? `Saved, ${length}.` : 'Saved.' })
    } catch (error) {
      notifications.show({ color: 'red', title: 'That did not work', message: sentenceOf(error) })
    }
  }
  return { save, isPending: write.isPending }
}
