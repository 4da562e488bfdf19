import { readFileSync } from 'node:fs'

/** Clock ticks a second, as Linux counts a process's time. */
const ticks = 100

/** Seconds of processor time that these processes have used so far. */
export function processorSeconds(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return sum + (Number(fields[11]) + Number(fields[12])) / ticks
  }, 0)
}
