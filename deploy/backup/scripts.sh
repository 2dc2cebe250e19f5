# Shared by the commands here: builds what is not built, and calls what does the work. Sourced, POSIX sh.

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P) || exit 1
root=$(CDPATH='' cd -- "$here/../.." && pwd -P) || exit 1
command=${0##*/}

if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; else java=java; fi
"$java" -version >/dev/null 2>&1 || { echo "No Java was found: install a JDK 17 or newer, or set JAVA_HOME to one." >&2; exit 1; }

if [ ! -d "$here/target/lib" ] || [ -z "$(ls "$here"/target/backup-*.jar 2>/dev/null)" ]; then
  echo "Building …" >&2
  mkdir -p "$here/target"
  (cd "$root" && ./mvnw -B -ntp -q -DskipTests -pl deploy/backup -am package) >"$here/target/build.log" 2>&1 </dev/null || {
    tail -n 30 "$here/target/build.log" >&2
    echo "The build failed. All of its output is in $here/target/build.log." >&2
    exit 1
  }
fi

exec "$java" -XX:+UseSerialGC -Dslf4j.internal.verbosity=ERROR -cp "$here/target/*:$here/target/lib/*" \
  app.vstrivia.backup.Main "$command" "$@"
