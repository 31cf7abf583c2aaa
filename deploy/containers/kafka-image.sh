#!/bin/sh
# Builds an apache/kafka image for the end-to-end tests on a machine that reaches no registry of images. It holds a trimmed
# Java, the jars that the local broker runs on, a shell from this machine, and a start script in place of the real image's.
#
#   ./mvnw package && deploy/containers/kafka-image.sh [TAG]
#
# JAVA_HOME names a JDK 25; ENGINE is podman or docker.
set -eu

here=$(cd "$(dirname "$0")" && pwd -P)
target=$here/../target
root=$target/kafka-image
image=docker.io/apache/kafka:${1:-4.3.1}

# Copies programs, and the libraries that they or other files are linked to.
add_programs() {
  cp -L --parents "$@" "$root"
  add_libraries "$@"
}

add_libraries() {
  ldd "$@" 2>/dev/null | grep -o '/[^ :]*' | grep -v "$root" | sort -u | xargs cp -L --parents -t "$root"
}

rm -rf "$root"
mkdir -p "$root/opt/kafka" "$root/etc/kafka/docker" "$root/tmp"
chmod 1777 "$root/tmp"

"${JAVA_HOME:?names no JDK}/bin/jlink" --output "$root/opt/java" --strip-debug --no-header-files --no-man-pages \
  --add-modules java.se,jdk.jfr,jdk.management,jdk.unsupported
add_libraries "$root"/opt/java/bin/java "$root"/opt/java/lib/*.so "$root"/opt/java/lib/server/*.so
add_programs /bin/bash /bin/sh /bin/sleep

tr ':' '\n' <"$target/classpath" | grep '/repository/' | xargs cp -t "$root/opt/kafka"
cp "$here/kafka-run.sh" "$root/etc/kafka/docker/run"
cp "$here/../src/main/resources/io/millrace/deploy/broker-log.xml" "$root/etc/kafka/docker/log.xml"

tar -C "$root" -c . | "${ENGINE:-podman}" import --change 'ENV PATH=/bin' --change 'EXPOSE 9092' - "$image"
rm -rf "$root"
