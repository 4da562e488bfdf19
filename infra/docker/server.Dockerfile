FROM node:24.21.0-bookworm-slim AS libraries
RUN npm install --global pnpm@12.21.0
WORKDIR /house
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY packages packages
COPY apps/server apps/server
RUN pnpm install --frozen-lockfile --prod --filter '@ithaca/server...'

FROM node:24.21.0-bookworm-slim
WORKDIR /house
ENV NODE_ENV=production
COPY --from=libraries /house .
USER node
EXPOSE 3000
CMD ["node", "apps/server/src/main.ts"]
