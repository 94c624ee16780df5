export { default as ChartPanel } from './ChartPanel.vue'
