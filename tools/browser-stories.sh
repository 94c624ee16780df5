#!/usr/bin/env bash
# Starts the product with the demo company on a fresh data directory and runs the browser stories (or those named) against it.
set -euo pipefail

data=$(mktemp -d)
port=18472
# Laid out as `./guildhall run` does: read out of the one jar, classes loaded by many virtual threads at once can lock up.
rm -rf target/stories
java -Djarmode=tools -jar "$(ls target/guildhall-*.jar | head -n 1)" extract --destination target/stories --application-filename guildhall.jar
jar=target/stories/guildhall.jar
java -Xmx768m @tools/jvm-options -jar "$jar" \
  --guildhall.data="$data" --server.port=$port >"$data/out.log" 2>&1 &
pid=$!
trap 'kill $pid 2>/dev/null; wait $pid 2>/dev/null || true; rm -rf "$data"' EXIT

for _ in $(seq 1 600); do
  grep -q "http://127.0.0.1:$port" "$data/out.log" && break
  kill -0 $pid 2>/dev/null || { cat "$data/out.log"; exit 1; }
  sleep 0.3
done
export GUILDHALL_URL="http://127.0.0.1:$port" GUILDHALL_TRIALS="${GUILDHALL_TRIALS:-$PWD/../shared/data}"
if ! (cd web && npm run e2e -- "$@"); then
  tail -n 100 "$data/out.log"
  exit 1
fi
