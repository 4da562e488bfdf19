export function OpenLinkPage() {
  return null
}
