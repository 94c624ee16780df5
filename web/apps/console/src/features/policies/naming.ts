import { useUnits } from '@guildhall/api'
import {
  ensureWords,
  formatDate,
  formatDecimal,
  formatInteger,
  formatList,
  formatMoney,
  wordText,
} from '@guildhall/i18n'
import { inject, type InjectionKey } from 'vue'
import { useI18n } from 'vue-i18n'
import { isObject, nameOf, recordOf, typeOf } from './form'
import { useReferences } from './references'
import type { FormField, FormType, Json, JsonObject, PolicyForm } from './types'

/** Type names hold dots, message paths too. */
const key = (name: string) => name.replaceAll('.', '_')

/** The policy that is shown, for fields whose unit another field says. */
export const POLICY_BODY: InjectionKey<{ readonly value: JsonObject | undefined }> = Symbol('policy body')

const FEN = 'CNY'
/** Acts whose size is money; that of others is a count. */
const MONEY_ACTS = new Set(['cashback.payout', 'cashback.payout-reversal'])

/** What says in which unit a number is: the policy, and the record that holds it. */
export interface Around {
  body: JsonObject | undefined
  record: JsonObject | undefined
}

/** What is counted in money is kept in its smallest unit, and read and written in yuan. */
export const inMoney = (owner: string, field: string, around: Around) =>
  (owner === 'TiersPolicy.Tier' && field === 'threshold' && around.body?.measure === 'SPEND') ||
  (owner === 'ApprovalPolicy.Row' && field === 'from' && MONEY_ACTS.has(String(around.record?.act)))
export const moneyOf = (minor: Json | undefined) => (typeof minor === 'number' ? { minor, currency: FEN } : undefined)

/** What types, fields, options and values of a policy are called on the screen. */
export function useNaming() {
  const { t, te } = useI18n()
  const { unitName } = useUnits()
  const references = useReferences()
  const body = inject(POLICY_BODY, undefined)
  void ensureWords()
  const known = (message: string, otherwise: string) => (te(message) ? t(message) : otherwise)

  const field = (type: string, name: string) =>
    known(`policies.form.${key(type)}.${name}`, known(`policies.form.any.${name}`, name))
  const hint = (type: string, name: string) => known(`policies.formHint.${key(type)}.${name}`, '')
  const variant = (type: string, name: string) => known(`policies.variant.${key(type)}.${name}`, name)
  const option = (code: string) => known(`policies.option.${code}`, code)
  const kind = (code: string) => wordText('policy', code)

  /** A value in words, short enough for a line. */
  function value(form: PolicyForm, described: FormField | undefined, given: Json | undefined): string {
    if (given === undefined || given === null) return '—'
    if (typeof given === 'boolean') return t(given ? 'ui.yes' : 'ui.no')
    if (Array.isArray(given)) {
      if (given.length === 0) return t('ui.none')
      return formatList(given.map((item) => value(form, described?.items, item)))
    }
    if (isObject(given)) return object(form, described, given)
    if (typeof given === 'number') return Number.isInteger(given) ? formatInteger(given) : formatDecimal(given, 8)
    return word(described, given)
  }
  function partText(form: PolicyForm, owner: string, part: FormField, record: JsonObject) {
    const given = record[part.name]
    const money = inMoney(owner, part.name, { body: body?.value, record }) ? moneyOf(given) : undefined
    return money === undefined ? value(form, part, given) : formatMoney(money)
  }
  function word(described: FormField | undefined, given: string): string {
    if (described?.shape === 'enum') return option(given)
    if (described?.shape === 'date') return formatDate(given)
    if (described?.refersTo !== undefined) return references.nameOf(described.refersTo, given)
    return unitName(given) || wordText('tier', given)
  }
  function object(form: PolicyForm, described: FormField | undefined, given: { [name: string]: Json | undefined }) {
    if (typeof given.minor === 'number' && typeof given.currency === 'string') {
      return formatMoney({ minor: given.minor, currency: given.currency })
    }
    const { name, type, variant: chosen } = recordOf(form, described?.type, given)
    const parts = type.fields
      .filter((part) => given[part.name] !== undefined)
      .map((part) => `${field(name, part.name)} ${partText(form, name, part, given as JsonObject)}`)
    const head = chosen === undefined ? nameOf(given) : variant(described?.type ?? '', chosen)
    const rest = parts.join(t('policies.partSeparator'))
    if (!head || rest === '') return head || rest
    return chosen === undefined ? t('ui.named', { name: head, value: rest }) : `${head} ${rest}`
  }

  /** A path such as `ladder[gold].threshold` as the labels one sees in the editor. */
  function path(form: PolicyForm, place: string): string {
    let type: string | undefined = form.root
    let described: FormField | undefined
    const labels: string[] = []
    for (const step of place.matchAll(/([^.[\]]+)|\[([^\]]*)\]/g)) {
      if (step[2] !== undefined) {
        labels.push(itemLabel(step[2]))
        described = described?.items
        type = described?.type
        continue
      }
      const name = step[1]!
      // Which variant was chosen is told by the field that holds it.
      if (typeOf(form, type).discriminator === name) continue
      const owner = ownerOf(form, type, name)
      described = owner?.record.fields.find((candidate) => candidate.name === name)
      labels.push(owner === undefined ? name : field(owner.name, name))
      type = described?.type
    }
    return labels.join(' › ')
  }
  function itemLabel(item: string): string {
    if (item === 'order') return t('policies.order')
    return /^\d+$/.test(item) ? t('policies.item', { n: Number(item) + 1 }) : wordText('tier', item)
  }

  /** The description of the field a path ends in. */
  function fieldAt(form: PolicyForm, place: string): FormField | undefined {
    let type: string | undefined = form.root
    let described: FormField | undefined
    for (const step of place.matchAll(/([^.[\]]+)|\[([^\]]*)\]/g)) {
      described =
        step[2] === undefined
          ? ownerOf(form, type, step[1]!)?.record.fields.find((candidate) => candidate.name === step[1])
          : described?.items
      type = described?.type
    }
    return described
  }
  /** The value at a path in words; the choice of a variant is called as in the editor. */
  function valueAt(form: PolicyForm, place: string, given: Json): string {
    const cut = place.lastIndexOf('.')
    const owner = cut < 0 ? form.root : fieldAt(form, place.slice(0, cut))?.type
    const chooses = typeOf(form, owner).discriminator === place.slice(cut + 1)
    if (chooses && typeof given === 'string') return variant(owner ?? '', given)
    const described = fieldAt(form, place)
    return described === undefined || owner === undefined
      ? value(form, described, given)
      : partText(form, owner, described, { [described.name]: given })
  }
  return { field, hint, variant, option, kind, value, partText, valueAt, path }
}

/** The record that has a field of this name: the type itself, or any variant of a choice. */
function ownerOf(form: PolicyForm, name: string | undefined, wanted: string) {
  const type = typeOf(form, name)
  if (type.discriminator === undefined) return { name: name ?? '', record: type }
  const found = Object.values(type.variants).find((variant) =>
    typeOf(form, variant).fields.some((candidate) => candidate.name === wanted),
  )
  const record: FormType | undefined = found === undefined ? undefined : typeOf(form, found)
  return record === undefined ? undefined : { name: found!, record }
}
