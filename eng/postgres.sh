#!/usr/bin/env bash
# A PostgreSQL server for tests, in a folder of its own and on a free port of this machine alone.
#   eng/postgres.sh start FOLDER   starts it and prints its address, a connection string
#   eng/postgres.sh stop FOLDER    stops it and removes the folder
#   eng/postgres.sh programs       prints where a server's programs are; fails when there are none
set -euo pipefail

programs() { # the folder of the newest server's programs
  local folder
  if folder=$(command -v initdb) && command -v pg_ctl >/dev/null; then
    dirname "$folder"
    return
  fi
  folder=$(compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1) || true
  [[ -n $folder ]] && dirname "$folder"
}

as_server() { # the server refuses to run as root
  if ((EUID == 0)); then
    setpriv --reuid=postgres --regid=postgres --init-groups env HOME="$folder" LC_ALL=C "$@"
  else
    env LC_ALL=C "$@"
  fi
}

start() {
  local bin port word
  bin=$(programs) || { echo "postgres: no initdb and pg_ctl on the PATH or under /usr/lib/postgresql." >&2; exit 1; }
  mkdir -p "$folder"
  chmod 700 "$folder"
  ((EUID == 0)) && chown postgres "$folder"
  word=$(head -c 18 /dev/urandom | base64 | tr -d '+/=')
  cd "$folder"
  as_server bash -c 'umask 077; printf %s "$1" >"$2"' _ "$word" "$folder/word"
  as_server "$bin/initdb" -D "$folder/data" -U heluo -A scram-sha-256 --pwfile="$folder/word" -E UTF8 \
    --no-locale --no-sync >"$folder/initdb.log" 2>&1 </dev/null || { cat "$folder/initdb.log" >&2; exit 1; }
  for _ in {1..20}; do
    port=$((20000 + (RANDOM % 20000)))
    if as_server "$bin/pg_ctl" -D "$folder/data" -l "$folder/server.log" -w -t 30 -o \
      "-h 127.0.0.1 -p $port -k '$folder' -c max_connections=200 -c shared_buffers=64MB -c max_wal_size=512MB" \
      start >"$folder/start.log" 2>&1 </dev/null; then
      echo "Host=127.0.0.1;Port=$port;Username=heluo;Password=$word;Database=postgres"
      return
    fi
  done
  cat "$folder/start.log" "$folder/server.log" >&2
  exit 1
}

stop() {
  local bin
  bin=$(programs)
  if [[ -d $folder/data ]]; then
    as_server "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 </dev/null || true
    rm -rf "$folder"
  fi
}

[[ ${1-} == programs ]] && { programs; exit; }
(($# == 2)) || { echo "postgres.sh start|stop FOLDER" >&2; exit 2; }
folder=$(realpath -m "$2")
case $1 in
  start | stop) "$1" ;;
  *) echo "postgres.sh start|stop FOLDER" >&2; exit 2 ;;
esac
