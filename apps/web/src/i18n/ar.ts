/** All other texts, loaded with the house. */
export const texts = import.meta.glob<Record<string, string>>(['./*/ar.po', '!./{house,accounts}/ar.po'], {
  eager: true,
  import: 'messages',
})
