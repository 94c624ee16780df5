import {
  queryText,
  request,
  takeOut,
  useKeyset,
  useStale,
  type components,
  type FileWish,
  type Money,
  type Page,
} from '@guildhall/api'
import { formatDate, formatInteger, formatMoney, formatRange } from '@guildhall/i18n'
import type { Tone } from '@guildhall/ui'
import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'

type Schemas = components['schemas']
export type Simulation = Schemas['SimulationView']
export type Result = Schemas['SimulationResult']
export type Figure = Schemas['SimulatedFigure']
export type Cost = Schemas['SimulatedCost']
export type MoneyResult = Schemas['MoneySimulation']
export type Start = Schemas['StartSimulation']
type State = Simulation['state']

const PAGE = 50
const AGAIN_MS = 1_000
const path = '/api/loyalty/simulations'

/** What is simulated in money is told with words of its own, by the kind of policy. */
const MONEY_POLICIES = ['cashback.rates', 'cashback.distribution', 'checkout.rules']
export const POLICIES = [
  'loyalty.earning',
  'loyalty.tiers',
  'loyalty.expiry',
  'loyalty.returns',
  'loyalty.occasions',
  ...MONEY_POLICIES,
]
export const inMoney = (policy: string) => MONEY_POLICIES.includes(policy)
export const moneyKey = (policy: string) => `loyalty.simulation.money.kinds.${policy.replace('.', '-')}`
export const stateTone: Record<State, Tone> = {
  WAITING: 'info',
  RUNNING: 'info',
  DONE: 'good',
  FAILED: 'bad',
  CANCELLED: 'quiet',
}
export const ofTone: Record<Simulation['of'], Tone> = { DRAFT: 'info', VERSION: 'good', OUTDATED: 'warn' }
export const atWork = (simulation: Simulation) => simulation.state === 'WAITING' || simulation.state === 'RUNNING'
export const periodOf = (simulation: Pick<Simulation, 'from' | 'to'>) =>
  formatRange(formatDate(simulation.from), formatDate(simulation.to))
export const signed = (value: number) => formatInteger(value, { signed: true })
export const signedMoney = (money: Money) => (money.minor > 0 ? '+' : '') + formatMoney(money)
/** What a simulation says of cost, whether it is about points or about money. */
export const costOf = (simulation: Simulation) => simulation.totals?.cost ?? simulation.moneyTotals?.cost
export const costText = (cost: Cost | undefined, side: keyof Cost = 'difference') =>
  cost === undefined ? '—' : formatMoney(cost[side])

export function useSimulations(ask: () => Record<string, string | undefined>) {
  return useKeyset<Simulation>({
    key: ['loyalty', 'simulations'],
    ask,
    load: (cursor) => request<Page<Simulation>>('GET', `${path}?${queryText({ ...ask(), cursor, limit: PAGE })}`),
  })
}

/** The newest few of a kind of policy; asked again while one is at work. */
export function useNewest(policy: () => string, most: number) {
  return useQuery({
    queryKey: computed(() => ['loyalty', 'simulations-of', policy()]),
    queryFn: async () =>
      (await request<Page<Simulation>>('GET', `${path}?${queryText({ policy: policy(), limit: most })}`)).items,
    refetchInterval: (query) => (query.state.data?.some(atWork) ? AGAIN_MS : false),
  })
}

/** One with its result; asked again while it is at work. */
export function useSimulation(id: () => string) {
  return useQuery({
    queryKey: computed(() => ['loyalty', 'simulation', id()]),
    queryFn: () => request<Simulation>('GET', `${path}/${id()}`),
    refetchInterval: (query) => (query.state.data && atWork(query.state.data) ? AGAIN_MS : false),
  })
}

export const simulations = {
  start: (command: Start) => request<Simulation>('POST', path, command),
  cancel: (id: string) => request<Simulation>('POST', `${path}/${id}/cancel`),
  export: (id: string, file: FileWish) => takeOut(`${path}/${id}/export`, {}, file),
}

export const useSimulationsStale = () => useStale('loyalty')
