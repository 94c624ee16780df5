import { describe, expect, it } from 'vitest'
import {
  detailsOf,
  draftOf,
  oddsComplete,
  partsOf,
  percentOf,
  prizeComplete,
  sumOf,
} from '../src/features/lottery/edit'
import type { LotteryDetails, Proof, ProofDraw } from '../src/features/lottery/types'
import { bytesOf, keyOf, prizeOf, recompute, sha256, ticketOf } from '../src/features/lottery/verify'

// Worked out by tools/recompute-lottery.py, as are those of the server's test.
const SEED = Array.from({ length: 32 }, (_, at) => at.toString(16).padStart(2, '0')).join('')
const LOTTERY = '00000000-0000-7000-8000-000000000001'
const BELOW = 4_294_000_000
const ONE = '00112233445566aa'
const OTHER = 'ffeeddccbbaa9988'

const prizes: Proof['prizes'] = [
  { code: 'GOLD', name: '金', odds: 100_000, stock: 1 },
  { code: 'TEA', name: '茶', odds: 500_000 },
  { code: 'NONE', name: '无', odds: 400_000 },
]

async function proof(): Promise<Proof> {
  const terms = '{"points": 10}'
  return {
    lottery: LOTTERY,
    code: 'L',
    name: '抽奖',
    state: 'revealed',
    method: 'HMAC-SHA-256/uint32-be/reject/mod-1000000',
    fairBelow: BELOW,
    prizes,
    consolation: 'NONE',
    commitment: '630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd',
    seed: SEED,
    terms,
    termsHash: await sha256(new TextEncoder().encode(terms)),
  }
}

const draw = (over: Partial<ProofDraw>): ProofDraw => ({
  position: 1,
  participant: ONE,
  number: 1,
  ticket: 59_729,
  drawn: 'GOLD',
  hit: 1,
  given: 'GOLD',
  cancelled: false,
  drawnAt: '2026-03-02T02:00:00Z',
  ...over,
})

const drawn = (): ProofDraw[] => [
  draw({}),
  draw({ number: 2, ticket: 107_223, drawn: 'TEA', hit: undefined, given: 'TEA' }),
  draw({ participant: OTHER, ticket: 751_362, drawn: 'NONE', hit: undefined, given: 'NONE' }),
]

describe('the published method, in the browser', () => {
  it('makes of seed and number what somebody else makes of them', async () => {
    const key = await keyOf(SEED)
    const ticket = (participant: string, number: number) =>
      ticketOf(key, BELOW, { lottery: LOTTERY, participant, number })
    expect(await ticket(ONE, 1)).toBe(59_729)
    expect(await ticket(ONE, 2)).toBe(107_223)
    expect(await ticket(OTHER, 1)).toBe(751_362)
    expect(await ticket(OTHER, 1000)).toBe(574_878)
    // The first four bytes of this one lie above the fair range.
    expect(await ticket(ONE, 5098)).toBe(640_478)
    expect(await sha256(bytesOf(SEED))).toBe((await proof()).commitment)
  })

  it('gives every ticket to exactly one prize', () => {
    expect(prizeOf(prizes, 0)?.code).toBe('GOLD')
    expect(prizeOf(prizes, 99_999)?.code).toBe('GOLD')
    expect(prizeOf(prizes, 100_000)?.code).toBe('TEA')
    expect(prizeOf(prizes, 999_999)?.code).toBe('NONE')
    expect(prizeOf(prizes, 1_000_000)).toBeUndefined()
  })

  it('agrees with what was drawn, counting as it goes', async () => {
    const told: number[] = []
    expect(await recompute(await proof(), drawn(), (done) => told.push(done))).toEqual([])
    expect(told).toEqual([1, 2, 3])
  })

  it.each([
    ['ticket', { ticket: 59_730 }],
    ['drawn', { drawn: 'TEA' }],
    ['given', { given: 'NONE' }],
    ['order', { number: 2, ticket: 107_223, drawn: 'TEA', given: 'TEA', hit: undefined }],
    ['hit', { hit: 0 }],
    ['given', { hit: 2 }],
  ] as const)('notices a changed %s', async (what, over) => {
    const draws = [draw(over as Partial<ProofDraw>), ...drawn().slice(2)]
    const found = await recompute(await proof(), draws)
    expect(found.map((one) => one.what)).toContain(what)
  })

  it.each([
    ['seed', { seed: SEED.replace(/^00/, '01') }],
    ['terms', { terms: '{}' }],
    ['odds', { prizes: prizes.slice(1) }],
  ] as const)('notices another %s than was published', async (what, over) => {
    const found = await recompute({ ...(await proof()), ...(over as Partial<Proof>) }, [])
    expect(found.map((one) => one.what)).toContain(what)
  })
})

describe('odds as they are typed', () => {
  it('become whole parts per million, and back, without a fraction on the way', () => {
    expect(partsOf('0.0001')).toBe(1)
    expect(partsOf('29.9999')).toBe(299_999)
    expect(partsOf('100')).toBe(1_000_000)
    expect(partsOf('0.00001')).toBeUndefined()
    expect(partsOf('')).toBeUndefined()
    expect(partsOf('-1')).toBeUndefined()
    for (const parts of [0, 1, 10, 10_000, 299_999, 333_333, 1_000_000]) expect(partsOf(percentOf(parts))).toBe(parts)
    // 0.1 % and 0.2 % sum to 0.3 %, which fractions would not.
    const tenth = (percent: string) => ({ ...draftOf().prizes[0]!, percent })
    expect(sumOf([tenth('0.1'), tenth('0.2')])).toBe(3_000)
  })

  it('say whether a draft is complete, and go out as they came', () => {
    const details: LotteryDetails = {
      code: 'L-1',
      name: '抽奖',
      clause: '4.14',
      firstDay: '2026-03-01',
      lastDay: '2026-03-31',
      points: 100,
      freeDraws: 1,
      perDay: 3,
      stores: [],
      tiers: [],
      prizes: [
        {
          code: 'TEA',
          name: '茶',
          award: { kind: 'thing', collectDays: 7 },
          odds: 1,
          stock: 5,
          worth: { minor: 8_800, currency: 'CNY' },
        },
        { code: 'NONE', name: '无', award: { kind: 'nothing' }, odds: 999_999, worth: { minor: 0, currency: 'CNY' } },
      ],
      consolation: 'NONE',
    }
    const draft = draftOf(details)
    expect(detailsOf(draft)).toEqual(details)
    expect(draft.prizes.every(prizeComplete)).toBe(true)
    expect(oddsComplete(draft)).toBe(true)
    draft.prizes[0]!.percent = '0.0002'
    expect(oddsComplete(draft)).toBe(false)
    draft.prizes[0]!.stock = ''
    expect(prizeComplete(draft.prizes[0]!)).toBe(false)
  })
})
