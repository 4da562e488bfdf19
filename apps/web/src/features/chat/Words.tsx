import { piecesOf } from './links.ts'

/** The words of a message as they were written, in their own direction, with the addresses in them as links. */
export function Words({ text }: { text: string }) {
  return (
    <p dir="auto" className="[overflow-wrap:anywhere] whitespace-pre-wrap">
      {piecesOf(text).map((piece, at) =>
        piece.href ? (
          <a
            // The pieces of a text never change their order.
            key={at}
            href={piece.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="rounded-sm text-accent underline underline-offset-3"
          >
            {piece.text}
          </a>
        ) : (
          piece.text
        ),
      )}
    </p>
  )
}
