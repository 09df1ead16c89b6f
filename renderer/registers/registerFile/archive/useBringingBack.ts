import { useEffect, useRef, useState } from 'react'
import { call, onPush } from '#renderer/api/engine.ts'
import type { Input, Output } from '#shared/rpc/contract.ts'
import type { Push } from '#shared/rpc/wire.ts'

type Progress = Extract<Push, { event: 'progress' }>

/** Brings an archive in, tells how far that has come, and can stop it. */
export function useBringingBack() {
  const [progress, setProgress] = useState<Progress | null>(null)
  const [isRunning, setRunning] = useState(false)
  const listens = useRef(false)
  useEffect(() => onPush((push) => push.event === 'progress' && listens.current && setProgress(push)), [])

  const run = async (asked: Input<'archives.import'>): Promise<Output<'archives.import'>> => {
    listens.current = true
    setRunning(true)
    try {
      return await call('archives.import', asked)
    } finally {
      listens.current = false
      setRunning(false)
      setProgress(null)
    }
  }
  const stop = () => {
    if (progress) void call('registerFile.cancelTask', { task: progress.task })
  }
  return { progress, isRunning, run, stop }
}
