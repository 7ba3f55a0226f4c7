# PostgreSQL with what keeps the databases of compose.scale.yml together, as Debian and PostgreSQL provide it for their releases.
ARG POSTGRES_IMAGE=postgres:18@sha256:86c951e05bf56c93d95d397747fb8820ac76cc3bedb78f43abd83eedbe3666ae
FROM ${POSTGRES_IMAGE}
RUN apt-get update \
  && apt-get install --yes --no-install-recommends etcd-server patroni pgbouncer python3-etcd \
  && rm -rf /var/lib/apt/lists/*
USER postgres
