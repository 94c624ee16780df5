import type { Tone } from '@guildhall/ui'
import type { RebateState, RunState } from './types'

export const STATES: RebateState[] = ['pending', 'settled', 'reversed']
export const stateTone: Record<RebateState, Tone> = { pending: 'warn', settled: 'good', reversed: 'quiet' }
export const runTone: Record<RunState, Tone> = { running: 'info', done: 'good', failed: 'bad', 'cut-short': 'warn' }

/** Hundredths of a percent as a percent: 125 as 1.25. */
export function percentText(basisPoints: number): string {
  const digits = String(basisPoints).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '')
}
