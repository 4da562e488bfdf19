export { migrate } from './migrate.ts'
export { countTry, deleteNews, takeNews } from './news.ts'
export { type Audience, createDb, type Db, type News, type Tx } from './tx.ts'
