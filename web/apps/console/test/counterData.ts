/** What the server says at the counter: a price, a sale, and who buys. */
export const yuan = (amount: number) => ({ minor: amount * 100, currency: 'CNY' })
export const why = (code: string, facts: object, parts: object[] = []) => ({ code, facts, parts })
export const quote = {
  tier: 'gold',
  expected: {
    discount: yuan(10),
    benefitAmount: yuan(0),
    points: 0,
    pointsAmount: yuan(0),
    stored: yuan(0),
    due: yuan(90),
  },
  total: yuan(100),
  due: yuan(90),
  cashback: yuan(0),
  mostCashback: yuan(0),
  payable: yuan(90),
  lines: [],
  benefits: [
    {
      benefit: 'tea-day',
      name: '品茶日',
      clause: '4.11',
      left: 2,
      applied: false,
      amount: yuan(20),
      why: why('checkout.benefit-not-asked', { name: '品茶日', clause: '4.11', amount: yuan(20), left: 2 }),
    },
  ],
  coupons: [],
  deductions: [
    {
      kind: 'BENEFIT',
      amount: yuan(0),
      points: 0,
      most: yuan(20),
      mostPoints: 0,
      why: why('checkout.no-benefit-used', { amount: yuan(0) }),
    },
    {
      kind: 'TIER_DISCOUNT',
      amount: yuan(10),
      points: 0,
      most: yuan(10),
      mostPoints: 0,
      why: why('checkout.tier-discount', { tier: 'gold', percent: 10, amount: yuan(10) }),
    },
    {
      kind: 'POINTS_AS_MONEY',
      amount: yuan(0),
      points: 0,
      most: yuan(5),
      mostPoints: 500,
      why: why('checkout.points-not-asked', { points: 500, amount: yuan(5) }),
    },
    {
      kind: 'STORED_VALUE',
      amount: yuan(0),
      points: 0,
      most: yuan(0),
      mostPoints: 0,
      why: why('checkout.no-stored-value', { available: yuan(0) }),
    },
  ],
  why: why('checkout.priced', { total: yuan(100), due: yuan(90) }),
}
export const sold = {
  checkout: {
    id: 'c-1',
    number: '260302-ABC',
    store: 's-1',
    total: yuan(100),
    paid: yuan(90),
    state: 'sold',
    occurredAt: '2026-03-02T02:00:00Z',
    actor: 'staff:1',
  },
  points: 0,
  discount: yuan(10),
  pointsAmount: yuan(0),
  stored: yuan(0),
  cashback: yuan(0),
  pointsEarned: 90,
  lines: [],
  payments: [{ method: 'cash', amount: yuan(90), back: yuan(0) }],
  returns: [],
}
export const called = { number: 'M0001', name: '陈*', mobile: '138****0001' }
export const buyer = { member: 'm-1', ...called, status: 'ACTIVE', homeUnit: 's-1' }
export const owned = { tier: 'gold', points: 800, stored: { principal: yuan(300), bonus: yuan(60), frozen: false } }
export const other = { ...buyer, homeUnit: 's-2', servedUntil: '2026-03-02T02:20:00Z', ...owned }
