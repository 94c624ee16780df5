import type { Tone } from '@guildhall/ui'
import type { CheckoutState } from './types'

export const toneOf: Record<CheckoutState, Tone> = { sold: 'good', 'partly-returned': 'warn', returned: 'quiet' }
