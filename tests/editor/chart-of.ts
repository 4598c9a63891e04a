import type { EditorState } from '@/app/_editor/document/store'

export const ids = (state: EditorState) => state.document.chart.nodes.map(node => node.id)
export const edge = (state: EditorState, from: string, to: string) =>
  state.document.chart.edges.find(edge => edge.from === from && edge.to === to)
export const placeOf = (state: EditorState, id: string) =>
  state.document.chart.nodes.find(node => node.id === id)?.position
