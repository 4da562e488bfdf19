import { createServer } from 'node:http'
import { Pool } from 'pg'
import { Server } from 'socket.io'

// The least a durable chat can do: one request, one committed insert, one word to everybody. No sign-in, no rules.
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 16 })
await pool.query(
  'create table if not exists floor_messages (id uuid primary key, body text not null, at timestamptz not null default now())',
)
const http = createServer((request, response) => {
  let text = ''
  request.on('data', (part: Buffer) => {
    text += part.toString('utf8')
  })
  request.on('end', () => {
    const { id, body } = JSON.parse(text) as { id: string; body: string }
    pool.query('insert into floor_messages (id, body) values ($1, $2)', [id, body]).then(() => {
      response.setHeader('content-type', 'application/json')
      response.end(text)
      io.emit('chat.sent', { id, body })
    })
  })
})
const io = new Server(http, { transports: ['websocket'], serveClient: false })
http.listen(0, '127.0.0.1', () => {
  const address = http.address()
  process.send?.(typeof address === 'object' && address ? address.port : 0)
})
process.on('disconnect', () => process.exit(0))
