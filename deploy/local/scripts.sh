# Shared by up, down and import: finds the project and a JDK, and calls the launcher. Sourced, POSIX sh.

fail() {
  echo "$1" >&2
  exit 1
}

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd -P) || exit 1
root=$(CDPATH= cd -- "$here/../.." && pwd -P) || exit 1
stamp=$here/target/built

# File names are bytes in the locale's encoding: without UTF-8, Java cannot open all of them.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
  *[Uu][Tt][Ff]*) ;;
  *) LC_ALL=C.UTF-8 && export LC_ALL ;;
esac

for word in "$@"; do
  case $word in
    -h | --help)
      cat "$here/src/main/resources/help.txt"
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

launch() {
  terminal=false
  [ -t 1 ] && terminal=true
  exec "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dtrivia.root="$root" -Dtrivia.terminal=$terminal \
    -cp "$here/target/*:$here/target/lib/*" app.vstrivia.local.launch.Launcher "$@"
}
