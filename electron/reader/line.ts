/** What joins this process to the engine: messages in, messages out. */
export type Line = {
  hear(listener: (message: unknown) => void): void
  tell(message: object): void
}

type Port = {
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  once(event: 'close', listener: () => void): void
  postMessage(message: object): void
  start(): void
}

/** The part of Electron's utility process that is used here; a Node child has none of it. */
type Hosted = {
  readonly parentPort?: {
    once(event: 'message', listener: (event: { ports: readonly Port[] }) => void): void
  }
}

/** The line of this process: a port that main joins to the engine, or the channel of a Node child. Ends with it. */
export function openLine(): Promise<Line> {
  const { parentPort } = process as Hosted
  return parentPort
    ? new Promise((resolve) => parentPort.once('message', ({ ports }) => resolve(portLine(ports[0]!))))
    : Promise.resolve(channelLine())
}

function portLine(port: Port): Line {
  port.once('close', () => process.exit(0))
  return {
    hear(listener) {
      port.on('message', ({ data }) => listener(data))
      port.start()
    },
    tell: (message) => port.postMessage(message),
  }
}

function channelLine(): Line {
  process.once('disconnect', () => process.exit(0))
  return {
    hear: (listener) => void process.on('message', listener),
    tell(message) {
      if (process.connected) process.send?.(message)
    },
  }
}
