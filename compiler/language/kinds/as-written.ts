import { type FactType, type JsonValue, toJson, toPoint } from '../../runtime/values'

/** The words of a node, for the customer and for the agent; what it has not is left out. */
export const words = (node: { say?: string; note?: string }) => ({
  ...(node.say !== undefined && { say: node.say }),
  ...(node.note !== undefined && { note: node.note }),
})

/** A literal parameter in the canonical form of its type. */
export function literalArgument(type: FactType | undefined, value: JsonValue): JsonValue {
  const point = type === undefined || value === null ? undefined : toPoint(type, value)
  return point === undefined ? value : toJson(type!, point)
}
