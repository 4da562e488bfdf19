/** The texts of the pages before the sign-in. */
export const texts = import.meta.glob<Record<string, string>>('./{house,accounts}/es.po', {
  eager: true,
  import: 'messages',
})
