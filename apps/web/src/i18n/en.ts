/** All other texts, loaded with the house. */
export const texts = import.meta.glob<Record<string, string>>(['./*/en.po', '!./{house,accounts}/en.po'], {
  eager: true,
  import: 'messages',
})
