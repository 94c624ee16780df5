import type { Proof, ProofDraw } from './types'

/** What is wrong with a published draw, or with what was published. */
export interface Difference {
  what: 'seed' | 'terms' | 'odds' | 'order' | 'ticket' | 'drawn' | 'hit' | 'given'
  draw?: ProofDraw
  expected: string
  published: string
}

const WHOLE = 1_000_000
const WORD = 4
const encoder = new TextEncoder()

export function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array((hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)))
}

export function hexOf(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

export const sha256 = async (bytes: Uint8Array<ArrayBuffer>) => hexOf(await crypto.subtle.digest('SHA-256', bytes))

/** The seed as a key of HMAC-SHA-256. */
export const keyOf = (seed: string) =>
  crypto.subtle.importKey('raw', bytesOf(seed), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])

/** The ticket of a participant's draw, by the published method. */
export async function ticketOf(
  key: CryptoKey,
  fairBelow: number,
  draw: { lottery: string; participant: string; number: number },
): Promise<number> {
  const message = `${draw.lottery}|${draw.participant}|${draw.number}`
  for (let round = 0; ; round++) {
    const text = round === 0 ? message : `${message}|${round}`
    const mac = new DataView(await crypto.subtle.sign('HMAC', key, encoder.encode(text)))
    for (let at = 0; at < mac.byteLength; at += WORD) {
      const word = mac.getUint32(at)
      if (word < fairBelow) return word % WHOLE
    }
  }
}

/** The prize that a ticket stands for. */
export function prizeOf(prizes: Proof['prizes'], ticket: number) {
  let until = 0
  for (const prize of prizes) {
    until += prize.odds
    if (ticket < until) return prize
  }
  return undefined
}

/** What was published as a whole: the seed is the one committed to, the terms are those hashed, the odds are one. */
export async function published(proof: Proof): Promise<Difference[]> {
  const found: Difference[] = []
  const note = (what: Difference['what'], expected: string, given: string) => {
    if (expected !== given) found.push({ what, expected, published: given })
  }
  note('seed', await sha256(bytesOf(proof.seed ?? '')), proof.commitment ?? '')
  note('terms', await sha256(encoder.encode(proof.terms ?? '')), proof.termsHash ?? '')
  note('odds', String(WHOLE), String(proof.prizes.reduce((sum, prize) => sum + prize.odds, 0)))
  return found
}

/** Recomputes every draw from the seed, one after the other, here in the browser. */
export async function recompute(
  proof: Proof,
  draws: ProofDraw[],
  told: (done: number) => void = () => {},
): Promise<Difference[]> {
  const found = await published(proof)
  const key = await keyOf(proof.seed ?? '')
  const last = new Map<string, number>()
  const hits = new Map<string, Set<number>>()
  let done = 0
  for (const draw of draws) {
    const note = (what: Difference['what'], expected: string | number, given: string | number) => {
      if (expected !== given) found.push({ what, draw, expected: String(expected), published: String(given) })
    }
    note('order', (last.get(draw.participant) ?? 0) + 1, draw.number)
    last.set(draw.participant, draw.number)
    const ticket = await ticketOf(key, proof.fairBelow, { lottery: proof.lottery, ...draw })
    note('ticket', ticket, draw.ticket)
    const prize = prizeOf(proof.prizes, ticket)
    note('drawn', prize?.code ?? '', draw.drawn)
    let given = prize?.code ?? ''
    if (prize?.stock !== undefined) {
      const seen = hits.get(prize.code) ?? new Set<number>()
      hits.set(prize.code, seen)
      const hit = draw.hit ?? 0
      if (hit < 1 || seen.has(hit)) note('hit', '', hit)
      seen.add(hit)
      if (hit > prize.stock) given = proof.consolation
    }
    note('given', given, draw.given)
    told(++done)
  }
  for (const [code, seen] of hits) {
    const highest = Math.max(...seen)
    if (highest !== seen.size) found.push({ what: 'hit', expected: `${code} ${seen.size}`, published: String(highest) })
  }
  return found
}
