import type { Tone } from '@guildhall/ui'
import type { Movement, MovementKind, PaymentMethod, RefundGround } from './types'

export const METHODS: PaymentMethod[] = ['cash', 'card', 'code', 'transfer']
export const GROUNDS: RefundGround[] = ['without-reason', 'merchant', 'consumer']
export const KINDS: MovementKind[] = [
  'top-up',
  'payment',
  'lock',
  'use',
  'release',
  'return',
  'refund',
  'transfer-out',
  'transfer-in',
  'freeze',
  'unfreeze',
  'undo',
]

const TONES: Partial<Record<MovementKind, Tone>> = { 'top-up': 'good', refund: 'warn', freeze: 'bad', undo: 'warn' }

export const movementTone = (movement: Movement): Tone =>
  movement.notices.length > 0 ? 'warn' : (TONES[movement.kind] ?? 'quiet')

/** What can be done with a movement now. */
export const canUndo = (movement: Movement) =>
  !movement.undone && ['top-up', 'refund', 'transfer-out'].includes(movement.kind)
/** What a sale took comes back with the sale. */
export const canGiveBack = (movement: Movement) => movement.kept === undefined && (movement.returnable?.minor ?? 0) > 0
