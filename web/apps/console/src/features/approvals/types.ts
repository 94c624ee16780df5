import type { components } from '@guildhall/api'

type Schemas = components['schemas']

export type Approval = Schemas['ApprovalView']
export type Delegation = Schemas['Delegation']
export type Colleague = Schemas['Colleague']
export type Verdict = 'approve' | 'reject' | 'return'
export type Box = 'inbox' | 'asked' | 'handled' | 'all'
