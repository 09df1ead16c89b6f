import { type DragEvent, useState } from 'react'
import { DROP_PLACE } from '#shared/rpc/drops.ts'

/** Makes a place on which files may be let fall while `canTake` holds; spread the result on it. `data-over` is set meanwhile. */
export function useFileDrop(canTake: boolean, onTaken: () => void) {
  const [isOver, setOver] = useState(false)
  const takes = (event: DragEvent) => canTake && event.dataTransfer.types.includes('Files')
  return {
    ...(canTake && { [DROP_PLACE]: '' }),
    'data-over': isOver || undefined,
    onDragOver(event: DragEvent) {
      if (!takes(event)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'copy'
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop(event: DragEvent) {
      setOver(false)
      if (!takes(event)) return
      event.preventDefault()
      onTaken()
    },
  }
}
