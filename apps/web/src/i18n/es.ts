/** All other texts, loaded with the house. */
export const texts = import.meta.glob<Record<string, string>>(['./*/es.po', '!./{house,accounts}/es.po'], {
  eager: true,
  import: 'messages',
})
