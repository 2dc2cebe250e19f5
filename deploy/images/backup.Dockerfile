# Backups: the database's own programs, and Java beside them. deploy/images/build lays out what is copied here.
ARG BASE_IMAGE
ARG MYSQL_IMAGE
FROM ${BASE_IMAGE} AS java

FROM ${MYSQL_IMAGE}
ARG JAVA
ARG SERVICE
ARG MANAGEMENT_PORT
ARG VERSION
ARG REVISION
ARG CREATED
ARG SOURCE
ARG MYSQL_IMAGE

LABEL org.opencontainers.image.title="${SERVICE}" \
      org.opencontainers.image.description="VS Trivia: ${SERVICE}" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.created="${CREATED}" \
      org.opencontainers.image.source="${SOURCE}" \
      org.opencontainers.image.base.name="${MYSQL_IMAGE}"

COPY --from=java ${JAVA} /opt/java
WORKDIR /app
COPY lib/ lib/
COPY app/ ./

ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60" \
    TRIVIA_BACKUP_PORT=${MANAGEMENT_PORT}

USER 10001:10001
STOPSIGNAL SIGTERM
# As of the services: what is meant is not warned of.
ENTRYPOINT ["/opt/java/bin/java", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", "-Dslf4j.internal.verbosity=ERROR", "-cp", "/app/*:/app/lib/*", "app.vstrivia.backup.Main"]
CMD ["--help"]
