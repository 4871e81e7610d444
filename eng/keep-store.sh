#!/usr/bin/env bash
# Keeps a small store as this version writes it, for the test that later versions open, migrate and verify it.
#   eng/keep-store.sh VERSION   writes tests/Heluo.Tests/Stores/VERSION.tar.gz
# Run it when a version is tagged, and commit the file. The city is the one that 'new city' makes, with its demo life.
set -euo pipefail
cd "$(dirname "$0")/.."
version=${1:?say which version}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
./heluo new city "$work/city" >/dev/null
./heluo demo --city "$work/city" --data "$work/data" --urls http://127.0.0.1:0 --at 2026-02-10T09:00 >"$work/log" 2>&1 &
house=$!
for _ in $(seq 600); do
  grep -q 'Ctrl+C' "$work/log" && break
  kill -0 "$house" 2>/dev/null || { cat "$work/log"; exit 1; }
  sleep 0.5
done
kill "$house"
wait "$house" || true
rm -f "$work/data/heluo.lock" "$work/data/operator.sock"
tar -C "$work" -czf "tests/Heluo.Tests/Stores/$version.tar.gz" data
echo "Kept tests/Heluo.Tests/Stores/$version.tar.gz"
