/**
 * Paths through the flattened tree: slots and shadow roots included.
 * A file of its own, so that controllers which look for an ancestor agree on the path that events
 * take.
 */

/** Works for elements of another realm, as in the canvas of a page builder, where `instanceof` doesn't. */
export const isElement = (node: Node): node is Element => node.nodeType === Node.ELEMENT_NODE;

/** The parent in the flattened tree: the slot of a slotted element, the host of a shadow root. */
export function parentOf(node: Node): Node | null {
  return (isElement(node) && node.assignedSlot) || node.parentNode || ((node as Partial<ShadowRoot>).host ?? null);
}
