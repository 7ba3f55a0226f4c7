# Named by what is in it, so that every build is of the same; a newer one is chosen by a person.
ARG NODE_IMAGE=node:22-bookworm-slim@sha256:43ac6c60b8f89723f746e8a92ce91abd5017e627ce1ddfe4238355d3a30b772c

# Builds everything with the same commands as on a laptop.
FROM ${NODE_IMAGE} AS build
WORKDIR /monitor
ENV npm_config_yes=true CI=true
COPY . .
RUN npx pnpm@12.4.2 install --frozen-lockfile && npx pnpm@12.4.2 build
# What server and command need to run, without tools and without the built-in PostgreSQL; all of it is in the store already.
RUN rm -rf node_modules apps/*/node_modules packages/*/node_modules \
  && npx pnpm@12.4.2 --filter '@monitor/api...' --filter '@monitor/cli...' install --prod --no-optional --frozen-lockfile --offline
# Sources, types, maps for debuggers and tests are not run: half of all bytes.
RUN find . -type f \
    \( -name '*.ts' -o -name '*.tsx' -o -name '*.[cm]ts' -o -name '*.map' -o -name '*.tsbuildinfo' -o -path '*/node_modules/*/test/*' \) -delete \
  && rm -rf apps/bench docs testing apps/web/public apps/web/src apps/web/*.mjs apps/web/index.html \
  && find . -type d -empty -delete

FROM ${NODE_IMAGE}
WORKDIR /monitor
# Owned by root, so that the running program cannot change itself.
COPY --from=build /monitor ./
USER node
# As `pnpm start` sets them: docs/adr/0025-memory-after-a-crowd.md.
ENV MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=131072 MALLOC_TRIM_THRESHOLD_=131072
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 LOG_LEVEL=info
EXPOSE 8080
# Node itself is process 1, so that signals reach it.
CMD ["node", "apps/api/dist/main.js"]
