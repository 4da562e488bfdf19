import { type Logger, pino } from 'pino'

type Logged = {
  type: string
  message: string
  code?: string
  constraint?: string
  stack: string
  cause?: Logged
  errors?: (Logged | string)[]
}

/** The log of a process, in lines of JSON. What is logged of an error holds no words that people wrote. */
export function createLog(level: string, to?: { write(line: string): void }): Logger {
  return pino({ level, serializers: { err: withoutWords } }, ...(to ? [to] : []))
}

/**
 * An error with its place and its code. A failed query carries its values, and the database quotes them in its own
 * message: of these only the statement, the code and the constraint are kept.
 */
function withoutWords(error: unknown): Logged | string {
  if (!(error instanceof Error)) return typeof error
  const { code, constraint, query, severity } = error as Error & Record<string, unknown>
  const fromDatabase = typeof severity === 'string'
  const cause = error.cause instanceof Error ? withoutWords(error.cause) : undefined
  return {
    type: error.name,
    message: typeof query === 'string' ? query : fromDatabase ? 'The database refused.' : error.message,
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    stack: frames(error),
    ...(typeof cause === 'object' && { cause }),
    ...(error instanceof AggregateError && { errors: error.errors.map(withoutWords) }),
  }
}

/** A stack begins with the message, which was left out for a reason. */
function frames({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .join('\n')
}
