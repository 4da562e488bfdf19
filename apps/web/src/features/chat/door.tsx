/** The last words of each of my conversations, and what is unread. */
export function LastWords() {
  return null
}
