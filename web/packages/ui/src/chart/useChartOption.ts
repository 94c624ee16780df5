import type { EChartsCoreOption } from 'echarts/core'
import { computed, onBeforeUnmount, onMounted, ref } from 'vue'

/** Colours of the charts follow the tokens, also when the appearance changes while one is shown. */
export function useChartOption(source: () => EChartsCoreOption | undefined) {
  const turn = ref(0)
  const observer = new MutationObserver(() => (turn.value += 1))
  onMounted(() => observer.observe(document.documentElement, { attributes: true, attributeFilter: ['class', 'lang'] }))
  onBeforeUnmount(() => observer.disconnect())

  return computed<EChartsCoreOption>(() => {
    void turn.value
    const style = getComputedStyle(document.documentElement)
    const token = (name: string) => style.getPropertyValue(name).trim()
    const line = { lineStyle: { color: token('--line') } }
    const axis = (given: unknown, splitLine: object) => ({
      axisLine: { lineStyle: { color: token('--line-2') } },
      splitLine,
      ...(given as object),
      axisLabel: { color: token('--text-2'), ...(given as { axisLabel?: object }).axisLabel },
    })
    const option = source() ?? {}
    return {
      color: [1, 2, 3, 4, 5, 6].map((n) => token(`--chart-${n}`)),
      textStyle: { fontFamily: token('--font-sans'), color: token('--text-2') },
      grid: { left: 8, right: 12, top: 32, bottom: 4, containLabel: true },
      legend: {
        top: 0,
        right: 0,
        icon: 'roundRect',
        itemWidth: 10,
        itemHeight: 10,
        textStyle: { color: token('--text-2') },
      },
      aria: { enabled: true },
      animationDuration: 200,
      ...option,
      tooltip: {
        trigger: 'axis',
        backgroundColor: token('--raised'),
        borderColor: token('--line-2'),
        textStyle: { color: token('--text') },
        ...(option.tooltip as object | undefined),
      },
      ...(option.xAxis === undefined ? {} : { xAxis: axis(option.xAxis, { show: false }) }),
      ...(option.yAxis === undefined ? {} : { yAxis: axis(option.yAxis, line) }),
    }
  })
}
