# Remit in a container. Its state is in the volume /data, and, without DATABASE_URL, so is its own PostgreSQL.

FROM node:20-bookworm-slim AS build
WORKDIR /remit
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund --include=dev
COPY . .
# Builds as `npm start` does, so that starting finds nothing left to build.
RUN node server/start/build-only.mjs

FROM node:20-bookworm-slim AS packages
WORKDIR /remit
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-audit --no-fund --omit=dev

FROM node:20-bookworm-slim
WORKDIR /remit
# Not root: PostgreSQL does not run as root, and Remit need not. The folder /data is that user's.
RUN mkdir /data && chown node:node /data
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    NEXT_MANUAL_SIG_HANDLE=1 \
    REMIT_DATA=/data \
    REMIT_HOST=0.0.0.0 \
    PORT=3000
COPY --from=packages /remit/node_modules node_modules
COPY --from=build /remit/package.json /remit/next.config.js ./
COPY --from=build /remit/.next .next
COPY --from=build /remit/.build .build
COPY --from=build /remit/drizzle/migrations drizzle/migrations
COPY --from=build /remit/server/seed server/seed
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node directly, so that it gets the signal to stop.
CMD ["node", ".build/main.js"]
