#!/bin/bash
# Starts a broker from KAFKA_* variables, each of which stands for a property: KAFKA_NODE_ID for node.id.
set -eu

properties=/tmp/server.properties
{
  echo log.dirs=/tmp/kafka-logs
  for variable in "${!KAFKA_@}"; do
    name=${variable#KAFKA_}
    name=${name//_/.}
    echo "${name,,}=${!variable}"
  done
} >$properties

run() {
  exec /opt/java/bin/java -Xmx384m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -Dlogback.configurationFile=/etc/kafka/docker/log.xml -cp '/opt/kafka/*' "$@"
}

(run kafka.tools.StorageTool format --ignore-formatted -t "$CLUSTER_ID" -c $properties)
run kafka.Kafka $properties
