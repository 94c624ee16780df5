import type { components } from '@guildhall/api'

type Schemas = components['schemas']

export type Quote = Schemas['CheckoutQuote']
export type Deducted = Schemas['QuotedDeduction']
export type QuotedBenefit = Schemas['QuotedBenefit']
export type QuotedCoupon = Schemas['QuotedCoupon']
export type Coupon = Schemas['Coupon']
export type Checkout = Schemas['CheckoutView']
export type CheckoutRow = Schemas['CheckoutRow']
export type CheckoutState = Schemas['CheckoutState']
export type Returned = Schemas['CheckoutReturn']
export type CounterDay = Schemas['PaymentDay']
export type CountedTill = Schemas['CounterTill']
export type Payment = Schemas['CounterPayment']
export type PaidFor = NonNullable<Schemas['PaidFor']>
export type Basket = Schemas['Basket']
export type PaymentMethod = Schemas['PaymentMethod']
export type Buyer = Schemas['CounterBuyer']
