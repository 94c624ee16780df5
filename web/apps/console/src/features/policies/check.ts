import { holdsUnreadable } from '@guildhall/i18n'
import { fieldsOf, isObject, join, recordOf } from './form'
import type { FormField, Json, PolicyForm } from './types'

/** One field that can't be as it is: the rule it breaks and what the remedy needs. */
export interface Broken {
  field: string
  rule: string
  facts: Record<string, unknown>
}

/** What can be told without the server: missing values, ranges, lengths. The server checks again and more. */
export function check(form: PolicyForm, body: Json): Broken[] {
  const broken: Broken[] = []
  record('', form.root, body)
  return broken

  function add(field: string, rule: string, facts: Record<string, unknown> = {}) {
    broken.push({ field, rule, facts })
  }
  function record(path: string, name: string | undefined, value: Json | undefined) {
    const { name: owner, type } = recordOf(form, name, value)
    const values = isObject(value) ? value : {}
    for (const field of fieldsOf(owner, type, values)) one(join(path, field.name), field, values[field.name])
  }
  function one(path: string, field: FormField, value: Json | undefined) {
    if (value === undefined || value === null || value === '') {
      if (field.required) add(path, 'required')
      return
    }
    if (field.shape === 'money' && holdsUnreadable(value)) add(path, 'amount-of-money')
    if (typeof value === 'number') number(path, field, value)
    if (typeof value === 'string' && field.longest !== undefined && value.length > field.longest) {
      add(path, 'at-most-characters', { most: field.longest })
    }
    if (field.shape === 'list' && Array.isArray(value)) {
      if (field.longest !== undefined && value.length > field.longest)
        add(path, 'at-most-items', { most: field.longest })
      value.forEach((item, index) => one(`${path}[${index}]`, { ...field.items!, required: true }, item))
    }
    if (field.shape === 'map' && isObject(value)) {
      for (const [name, item] of Object.entries(value)) one(join(path, name), { ...field.items!, required: true }, item)
    }
    if (field.shape === 'object') record(path, field.type, value)
  }
  function number(path: string, field: FormField, value: number) {
    if (Number.isNaN(value)) add(path, 'number')
    else if (field.shape === 'integer' && !Number.isSafeInteger(value)) add(path, 'whole-number')
    else if (field.min !== undefined && value < field.min) add(path, 'at-least', { least: field.min })
    else if (field.max !== undefined && value > field.max) add(path, 'at-most', { most: field.max })
  }
}
