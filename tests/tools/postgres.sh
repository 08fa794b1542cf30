#!/bin/sh
# Runs a PostgreSQL of its own in a temporary folder until standard input closes, and leaves nothing behind.
# Usage: postgres.sh FOLDER-OF-INITDB      prints "ready FOLDER" when it answers; FOLDER holds its socket
set -eu
bin=$1
umask 077
cd /
folder=$(mktemp -d "${TMPDIR:-/tmp}/dodoupsell-pg.XXXXXX")
trap 'rm -rf "$folder"' EXIT
trap '' INT   # Ctrl+C ends whoever started this, and the closing of standard input is then the sign

fail() {
    cat "$folder"/*.log >&2
    exit 1
}

"$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C --no-sync >"$folder/initdb.log" 2>&1 || fail
cat >>"$folder/data/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$folder'
max_connections = 300
CONF
"$bin/pg_ctl" -D "$folder/data" -l "$folder/server.log" -w -t 60 start >"$folder/start.log" 2>&1 </dev/null || fail
echo "ready $folder"

cat >/dev/null
"$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1
