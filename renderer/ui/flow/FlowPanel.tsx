import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { sentenceOf } from '#renderer/api/engine.ts'
import { shell } from '#renderer/api/shell.ts'
import { labelOf } from '#shared/law/code-list.ts'
import { LAWFUL_BASES } from '#shared/law/lawful-bases.ts'
import { TRANSFER_MECHANISMS } from '#shared/law/transfer-mechanisms.ts'
import { flowOf } from '#shared/registers/activities/activity.flow.ts'
import type { Activity } from '#shared/registers/activities/activity.schema.ts'
import { layOutFlow } from '#shared/registers/activities/flow.layout.ts'
import { flowToSvg } from '#shared/registers/activities/flow.svg.ts'
import { useTerms } from '../terms/useTerms.ts'
import { FlowDiagram } from './FlowDiagram.tsx'
import { rowsAt } from './flow-highlight.ts'
import { FlowTable } from './FlowTable.tsx'
import classes from './flow.module.css'

type FlowPanelProps = {
  readonly title: string
  readonly activities: readonly Activity[] | Activity
  readonly fileName: string
}

/** The data flow of one or several activities: a drawing, its table, and the drawing as a file. */
export function FlowPanel({ title, activities: given, fileName }: FlowPanelProps) {
  const { byId } = useTerms()
  const activities = useMemo(
    () => (Array.isArray(given) ? (given as readonly Activity[]) : [given as Activity]),
    [given],
  )
  const flow = useMemo(
    () => flowOf(title, activities, { terms: byId, basis: shortBasis, mechanism: mechanismName }),
    [title, activities, byId],
  )
  const drawing = useMemo(() => layOutFlow(flow), [flow])
  const [chosen, setChosen] = useState<string | null>(null)
  const [message, setMessage] = useState('')

  const save = async () => {
    const { path } = await shell('shell.chooseSavePath', { suggestedName: fileName, kind: 'svg' })
    if (path === null) return
    await shell('shell.saveText', { path, text: flowToSvg(drawing) })
    setMessage(`Written to ${path}`)
  }
  const highlighted = rowsAt(drawing, chosen)
  return (
    <div className={classes.panel}>
      <div className={classes.bar}>
        <p>Drawn from the record. Choose a box to see its lines; the table below says the same in words.</p>
        <span role="status">{message}</span>
        <Button
          variant="default"
          leftSection={<IconDownload size={14} />}
          onClick={() => void save().catch((error: unknown) => setMessage(sentenceOf(error)))}
        >
          Save as SVG
        </Button>
      </div>
      <FlowDiagram drawing={drawing} chosen={chosen} onChoose={setChosen} />
      <FlowTable flow={flow} highlighted={highlighted} withActivity={activities.length > 1} />
    </div>
  )
}

const mechanismName = (code: string) => labelOf(TRANSFER_MECHANISMS, code)

function shortBasis(code: string): string {
  const basis = LAWFUL_BASES.find((entry) => entry.code === code)
  return basis ? `${basis.short} ${basis.label}` : code
}
