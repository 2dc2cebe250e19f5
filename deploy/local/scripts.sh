# Shared by the commands here: finds the project and a JDK, builds, and calls what does the work. Sourced, POSIX sh.
# Before it is sourced, help= may name the text of --help.

fail() {
  echo "$1" >&2
  exit 1
}

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P) || exit 1
root=$(CDPATH='' cd -- "$here/../.." && pwd -P) || exit 1
stamp=$here/target/built

# File names are bytes in the locale's encoding: without UTF-8, Java cannot open all of them.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  *[Uu][Tt][Ff]*) ;;
  *) LC_ALL=C.UTF-8 && export LC_ALL ;;
esac

for word in "$@"; do
  case $word in
    -h | --help)
      cat "$here/src/main/resources/${help:-help.txt}"
      exit 0
      ;;
  esac
done

find_java() {
  if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || fail "JAVA_HOME is $JAVA_HOME, and there is no bin/java in it: set it to a JDK 17 or newer."
  else
    java=$(command -v java) || fail "No Java was found: install a JDK 17 or newer, or set JAVA_HOME to one."
  fi
  home=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p') || home=
  version=$("$java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p' | head -n 1)
  major=${version#1.}
  major=${major%%[!0-9]*}
  [ -n "$major" ] || fail "$java does not say which Java it is: set JAVA_HOME to a JDK 17 or newer."
  [ "$major" -ge 17 ] || fail "Java $version is too old: install a JDK 17 or newer, or set JAVA_HOME to one."
}

built() {
  [ -f "$stamp" ] || return 1
  for product in "$root"/api-service/target/api-service-runner.jar \
    "$root"/realtime-service/target/realtime-service-runner.jar \
    "$here"/target/lib; do
    [ -e "$product" ] || return 1
  done
  newer=$(find "$root/pom.xml" "$root"/*/pom.xml "$here/pom.xml" "$here"/*/pom.xml \
    "$root"/*/src/main "$here/src/main" "$here"/*/src/main -newer "$stamp" 2>/dev/null | head -n 1)
  [ -z "$newer" ]
}

build() {
  [ -x "$home/bin/javac" ] || fail "$home is a Java runtime without a compiler: install a JDK 17 or newer to build with, or set JAVA_HOME to one."
  free=$(df -Pk "$root" | awk 'NR == 2 { print int($4 / 1024) }')
  [ "${free:-500}" -ge 500 ] || { echo "Only $free MB are free where $root is; 500 MB are needed." >&2; exit 6; }
  mkdir -p "$here/target" || fail "$here/target cannot be written."
  log=$here/target/build.log
  start=$(date +%s)
  [ -t 1 ] || echo "  Build … its output is in $log"
  : >"$here/target/started" || fail "$here/target cannot be written."
  (cd "$root" && JAVA_HOME=$home exec ./mvnw -B -DskipTests package) >"$log" 2>&1 </dev/null &
  maven=$!
  trap 'kill "$maven" 2>/dev/null; wait "$maven"; echo; exit 130' INT TERM HUP
  while kill -0 "$maven" 2>/dev/null; do
    if [ -t 1 ]; then
      printf '\r\033[K  %-18s … %s s  %s' "Build" "$(($(date +%s) - start))" \
        "$(sed -n 's/^\[INFO\] Building VS Trivia: \(.*\) 1\..*/\1/p' "$log" | tail -n 1)"
    fi
    sleep 1
  done
  wait "$maven"
  status=$?
  trap - INT TERM HUP
  [ -t 1 ] && printf '\r\033[K'
  if [ "$status" -ne 0 ]; then
    tail -n 30 "$log" >&2
    fail "The build failed. All of its output is in $log."
  fi
  printf '  %-18s ✔ %s s\n' "Build" "$(($(date +%s) - start))"
  mv "$here/target/started" "$stamp"
}

# The class with a main method, below app.vstrivia.local, and its arguments.
run_class() {
  class=$1
  shift
  terminal=false
  [ -t 1 ] && terminal=true
  exec "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dtrivia.root="$root" -Dtrivia.terminal=$terminal \
    -cp "$here/target/*:$here/target/lib/*" "app.vstrivia.local.$class" "$@"
}

launch() {
  run_class launch.Launcher "$@"
}
