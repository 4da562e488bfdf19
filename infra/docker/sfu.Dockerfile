FROM node:24.21.0-bookworm-slim AS libraries
RUN npm install --global pnpm@12.21.0
WORKDIR /house
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY packages packages
COPY apps/sfu apps/sfu
RUN pnpm install --frozen-lockfile --prod --filter '@ithaca/sfu...'

# The official prebuilt where it can be had, else our build; either has made a call before it is taken.
FROM libraries AS worker
COPY infra/media-worker infra/media-worker
RUN pnpm install --frozen-lockfile --prod --filter @ithaca/media-worker
RUN cp "$(node infra/media-worker/ready.ts)" /usr/local/bin/mediasoup-worker

FROM node:24.21.0-bookworm-slim
# What a worker of our own build needs at run time.
RUN apt-get update \
  && apt-get install -y --no-install-recommends libabsl20220623 libsrtp2-1 libssl3 libuv1 \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /house
ENV NODE_ENV=production MEDIASOUP_WORKER_BIN=/usr/local/bin/mediasoup-worker
COPY --from=worker /usr/local/bin/mediasoup-worker /usr/local/bin/mediasoup-worker
COPY --from=libraries /house .
USER node
EXPOSE 4000 4001/udp 4001/tcp
CMD ["node", "apps/sfu/src/main.ts"]
