# SPDX-License-Identifier: EPL-2.0
# Functions shared by the scripts in this folder, such as finding a JDK and Maven. Sourced, not executed.

MAVEN_VERSION=3.9.16
RELENG=$(dirname -- "$(readlink -f -- "$0")")
ROOT=$(dirname -- "$RELENG")

# Java uses the encoding of the locale for file names and output; it must support Vietnamese.
case $(locale charmap 2>/dev/null || echo UTF-8) in
    UTF-8) ;;
    *) LC_ALL=C.UTF-8; export LC_ALL ;;
esac

# Prints a message and exits with code 3.
fail() {
    printf '%s\n' "$1" >&2
    exit 3
}

# Prints the major version of the Java in a folder; nothing if there is none. Reading the file is faster than running Java.
java_version() {
    [ -x "$1/bin/java" ] || return 0
    if [ -r "$1/release" ]; then
        sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
        return
    fi
    "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1
}

# Sets JAVA_HOME to a JDK of version 21 or newer, and JAVA_MAJOR to its version. Prefers JAVA_HOME, then the JDK on the path,
# then the newest installed JDK.
find_jdk() {
    on_path=$(command -v javac 2>/dev/null) && on_path=$(dirname -- "$(dirname -- "$(readlink -f -- "$on_path")")")
    best=
    best_version=0
    for candidate in "${JAVA_HOME:-}" "${on_path:-}"; do
        [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] || continue
        version=$(java_version "$candidate")
        if [ "${version:-0}" -ge 21 ]; then
            JAVA_HOME=$candidate
            JAVA_MAJOR=$version
            export JAVA_HOME
            return
        fi
    done
    for candidate in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
            /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [ -x "$candidate/bin/javac" ] || continue
        version=$(java_version "$candidate")
        if [ "${version:-0}" -ge 21 ] && [ "$version" -gt "$best_version" ]; then
            best=$candidate
            best_version=$version
        fi
    done
    [ -n "$best" ] || fail "Cần JDK từ bản 21 trở lên: hãy cài gói openjdk-21-jdk (hoặc mới hơn), rồi đặt JAVA_HOME nếu cần.
A JDK 21 or newer is needed: install the package openjdk-21-jdk (or newer) and set JAVA_HOME if necessary."
    JAVA_HOME=$best
    JAVA_MAJOR=$best_version
    export JAVA_HOME
}

# Sets MVN to Maven 3.9 or newer. If the installed Maven is older, downloads a newer one with it.
find_maven() {
    command -v mvn >/dev/null 2>&1 || fail "Cần Maven (bản nào cũng được): hãy cài gói maven.
Maven is needed (any version): install the package maven."
    MVN=mvn
    version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1)
    major=${version% *}
    minor=${version#* }
    if [ "${major:-0}" -gt 3 ] || { [ "${major:-0}" -eq 3 ] && [ "${minor:-0}" -ge 9 ]; }; then
        return
    fi
    cache=${XDG_CACHE_HOME:-$HOME/.cache}/bieumau
    MVN=$cache/apache-maven-$MAVEN_VERSION/bin/mvn
    [ -x "$MVN" ] && return
    mkdir -p -- "$cache" || fail "Không tạo được thư mục $cache. / The folder $cache cannot be created."
    mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy -DoutputDirectory="$cache" \
        -Dartifact="org.apache.maven:apache-maven:$MAVEN_VERSION:zip:bin" >"$cache/fetch.log" 2>&1 ||
        fail "Không tải được Maven $MAVEN_VERSION; xem $cache/fetch.log. / Maven $MAVEN_VERSION could not be downloaded; see $cache/fetch.log."
    (cd -- "$cache" && "$JAVA_HOME/bin/jar" xf "apache-maven-$MAVEN_VERSION-bin.zip" && rm -f "apache-maven-$MAVEN_VERSION-bin.zip") &&
        chmod +x "$MVN" || fail "Không giải nén được Maven vào $cache. / Maven could not be unpacked into $cache."
}

# Sets SCREEN if Maven is to run on a virtual screen, and WINDOWS to a window manager for it, if there is one. If there is
# no screen at all, sets UI_TESTS to skip the tests of the Studio and prints a message; fails instead if
# BIEUMAU_NEEDS_SCREEN is set.
find_screen() {
    SCREEN=
    WINDOWS=
    UI_TESTS=
    if [ -z "$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null | grep 'libgtk-3\.so\.0')" ]; then
        UI_TESTS=-DskipUiTests=true
    elif command -v xvfb-run >/dev/null 2>&1; then
        SCREEN=own
        command -v openbox >/dev/null 2>&1 && WINDOWS=openbox
    elif [ -z "${DISPLAY:-}" ]; then
        UI_TESTS=-DskipUiTests=true
    fi
    if [ -n "$UI_TESTS" ]; then
        message='Không có màn hình: bỏ qua các kiểm thử của Studio; chúng cần gói xvfb và libgtk-3-0.
No screen: the tests of the Studio are skipped; they need the packages xvfb and libgtk-3-0.'
        [ -z "${BIEUMAU_NEEDS_SCREEN:-}" ] || fail "$message"
        printf '%s\n' "$message" >&2
    fi
}

# Runs Maven on a POM in this folder. The other arguments are passed to Maven.
run_maven() {
    project=$1
    shift
    if [ -n "${SCREEN:-}" ]; then
        xvfb-run -a -s '-screen 0 1280x800x24' sh -c "${WINDOWS:+$WINDOWS >/dev/null 2>&1 & }"'exec "$@"' maven \
            "$MVN" -B -ntp -f "$RELENG/$project" "$@"
    else
        "$MVN" -B -ntp -f "$RELENG/$project" ${UI_TESTS:+"$UI_TESTS"} "$@"
    fi
}

# Returns whether a source is newer than the file STAMP.
changed() {
    [ -n "$(find "$ROOT/bundles" "$ROOT/dsl" "$ROOT/features" "$RELENG" -name target -prune -o -name src-gen -prune -o \
        -type f -newer "$STAMP" -print 2>/dev/null | head -n 1)" ]
}
