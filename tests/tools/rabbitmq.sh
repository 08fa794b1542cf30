#!/bin/sh
# Runs a RabbitMQ of its own in a temporary folder until standard input closes, and leaves nothing behind.
# Usage: rabbitmq.sh PROGRAM PORT PORT PORT      prints "ready" when it answers on the first port; the other two are its own
set -eu
program=$1
umask 077
cd /
folder=$(mktemp -d "${TMPDIR:-/tmp}/dodoupsell-mq.XXXXXX")
trap 'rm -rf "$folder"' EXIT
trap '' INT   # Ctrl+C ends whoever started this, and the closing of standard input is then the sign

# The node's cookie, database and logs stay in the folder, and so does its own name server (epmd).
export HOME="$folder"
export RABBITMQ_NODENAME="dodoupsell$2@localhost"
export RABBITMQ_NODE_IP_ADDRESS=127.0.0.1
export RABBITMQ_NODE_PORT="$2"
export RABBITMQ_DIST_PORT="$3"
export ERL_EPMD_PORT="$4"
export ERL_EPMD_ADDRESS=127.0.0.1
export RABBITMQ_MNESIA_BASE="$folder/data"
export RABBITMQ_LOG_BASE="$folder/log"
export RABBITMQ_PID_FILE="$folder/pid"
export RABBITMQ_ENABLED_PLUGINS_FILE="$folder/plugins"
export RABBITMQ_CONF_ENV_FILE="$folder/none"
export RABBITMQ_CONFIG_FILE="$folder/none"
export RABBITMQ_ADVANCED_CONFIG_FILE="$folder/none"

epmd -port "$4" -address 127.0.0.1 >/dev/null 2>&1 </dev/null &
names=$!
"$program" >"$folder/output.log" 2>&1 </dev/null &
server=$!
waited=0
until grep -q 'Server startup complete' "$folder"/log/*.log 2>/dev/null; do
    if ! kill -0 "$server" 2>/dev/null || [ "$waited" -ge 600 ]; then
        kill "$names" "$server" 2>/dev/null || true
        cat "$folder/output.log" "$folder"/log/*.log >&2
        exit 1
    fi
    waited=$((waited + 1))
    sleep 0.1
done
echo "ready"

cat >/dev/null
kill -9 "$(cat "$folder/pid")" "$server" "$names" 2>/dev/null || true
