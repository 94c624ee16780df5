import type { Cell, MeasureResult } from './types'

/** One chart: its categories with their keys, and its series with a value per category. */
export interface Chart {
  keys: string[]
  labels: string[]
  series: { name: string; key?: string; values: number[]; earlier?: boolean }[]
  stacked?: boolean
  sideways?: boolean
}

const sum = (cells: Cell[]) => cells.reduce((total, cell) => total + cell.value, 0)
const at = (cells: Cell[], k1: string, k2?: string) =>
  sum(cells.filter((cell) => cell.k1 === k1 && (k2 === undefined || cell.k2 === k2)))

interface SeriesNames {
  now: string
  before: string
}

/** Months of the period beside the months in the same place of the period before. */
export function monthly(
  result: MeasureResult,
  months: string[],
  monthsBefore: string[],
  names: SeriesNames,
  k2?: string,
): Chart {
  return {
    keys: months,
    labels: months,
    series: [
      { name: names.now, ...(k2 === undefined ? {} : { key: k2 }), values: months.map((m) => at(result.cells, m, k2)) },
      {
        name: names.before,
        earlier: true,
        values: months.map((_, index) => at(result.previous, monthsBefore[index] ?? '', k2)),
      },
    ],
  }
}

/** One stacked series per value of k2, over the months of the period. */
export function stackedMonths(
  result: MeasureResult,
  months: string[],
  order: string[],
  name: (key: string) => string,
): Chart {
  const present = order.filter((key) => result.cells.some((cell) => cell.k2 === key))
  return {
    keys: months,
    labels: months,
    stacked: true,
    series: present.map((key) => ({ name: name(key), key, values: months.map((m) => at(result.cells, m, key)) })),
  }
}

/** The values of an attribute beside what they were, largest first or in a given order; at most `most` of them. */
export function mix(
  result: MeasureResult,
  names: SeriesNames,
  name: (key: string) => string,
  options: { k2?: string; order?: string[]; most?: number } = {},
): Chart {
  const found = new Set(
    [...result.cells, ...result.previous]
      .filter((cell) => options.k2 === undefined || cell.k2 === options.k2)
      .map((cell) => cell.k1),
  )
  const place = (key: string) => options.order?.indexOf(key) ?? -1
  const keys = [...found]
    .toSorted((a, b) =>
      options.order === undefined
        ? at(result.cells, b, options.k2) - at(result.cells, a, options.k2)
        : place(a) - place(b),
    )
    .slice(0, options.most ?? 12)
  const key = options.k2 === undefined ? {} : { key: options.k2 }
  return {
    keys,
    labels: keys.map(name),
    sideways: true,
    series: [
      { name: names.now, ...key, values: keys.map((k) => at(result.cells, k, options.k2)) },
      { name: names.before, earlier: true, values: keys.map((k) => at(result.previous, k, options.k2)) },
    ],
  }
}

/** The drawing of a chart: one value axis, labelled in the quantity's own words. */
export function optionOf(chart: Chart, text: (value: number) => string) {
  const categories = { type: 'category' as const, data: chart.labels, ...(chart.sideways ? { inverse: true } : {}) }
  const values = { type: 'value' as const, axisLabel: { formatter: text }, splitNumber: 4, minInterval: 1 }
  return {
    ...(chart.sideways
      ? { xAxis: values, yAxis: { ...categories, splitLine: { show: false } } }
      : { xAxis: categories, yAxis: values }),
    tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: (value: number) => text(value) },
    series: chart.series.map((series) => ({
      type: 'bar',
      name: series.name,
      data: series.values,
      barMaxWidth: 22,
      ...(chart.stacked ? { stack: 'all' } : {}),
      ...(series.earlier ? { itemStyle: { opacity: 0.35 } } : {}),
    })),
  }
}

/** The same figures as rows of text. */
export function tableOf(chart: Chart, head: string, text: (value: number) => string) {
  return {
    heads: [head, ...chart.series.map((series) => series.name)],
    rows: chart.keys.map((_, index) => [
      chart.labels[index] ?? '',
      ...chart.series.map((series) => text(series.values[index] ?? 0)),
    ]),
  }
}
