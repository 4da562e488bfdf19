FROM node:24.21.0-bookworm-slim AS pages
RUN npm install --global pnpm@12.21.0
WORKDIR /house
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY packages packages
COPY apps/web apps/web
RUN pnpm install --frozen-lockfile --filter '@ithaca/web...' && pnpm --filter @ithaca/web run build

FROM caddy:2.10.2-alpine
COPY infra/caddy/Caddyfile /etc/caddy/Caddyfile
COPY --from=pages /house/apps/web/dist /srv
RUN chown -R 1000:1000 /data /config
USER 1000:1000
EXPOSE 80 443 443/udp
