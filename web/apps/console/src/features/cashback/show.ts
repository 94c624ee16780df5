import type { Tone } from '@guildhall/ui'
import type { Payout, PayoutHeld, PayoutLine, PayoutState, RebateState, RunState } from './types'

export const STATES: RebateState[] = ['pending', 'settled', 'reversed']
export const stateTone: Record<RebateState, Tone> = { pending: 'warn', settled: 'good', reversed: 'quiet' }
export const runTone: Record<RunState, Tone> = { running: 'info', done: 'good', failed: 'bad', 'cut-short': 'warn' }

export const PAYOUT_STATES: PayoutState[] = ['asked', 'paid', 'dropped']
export const payoutTone: Record<PayoutState, Tone> = { asked: 'warn', paid: 'good', dropped: 'quiet' }
export const HELD: PayoutHeld[] = ['below-least', 'owed', 'no-member']

/** What became of a promoter's line: why nothing was proposed, that it was taken back, paid, left out with the yes, or waits. */
export function lineState(line: PayoutLine, reversing = false): { tone: Tone; word: string } {
  if (line.held !== undefined) return { tone: line.held === 'owed' ? 'bad' : 'quiet', word: `heldWhy.${line.held}` }
  if (line.reversed !== undefined) return { tone: 'warn', word: 'lineReversed' }
  if (line.paid !== undefined && reversing) return { tone: 'warn', word: 'lineReversing' }
  if (line.paid !== undefined) return { tone: 'good', word: 'state.paid' }
  return line.state === 'paid'
    ? { tone: 'quiet', word: 'leftOut' }
    : { tone: payoutTone[line.state], word: `state.${line.state}` }
}

/** The request to take this payment back that waits for a decision, its own or that for all of the payout. */
export const reversingOf = (payout: Payout | undefined, line: PayoutLine) =>
  line.reversed === undefined
    ? payout?.reversing.find((one) => one.member === undefined || one.member === line.member)
    : undefined

/** Hundredths of a percent as a percent: 125 as 1.25. */
export function percentText(basisPoints: number): string {
  const digits = String(basisPoints).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`.replace(/\.?0+$/, '')
}
