#!/usr/bin/env bash
# Process start to the console's first 200 on existing data: the median of five starts, beside the same jar started without
# its class-data cache (the rival).
set -euo pipefail

# shellcheck disable=SC1091
data=$(mktemp -d)
port=18471
trap 'rm -rf "$data"' EXIT

[ -f target/run/guildhall.jar ] || { echo "run ./guildhall run once first" >&2; exit 1; }

# Whether anything answers on the port; asked without starting a program, which would take a tenth of what is measured.
listening() { { exec 3<>"/dev/tcp/127.0.0.1/$port" && exec 3>&-; } 2>/dev/null; }

# Starts the product and prints the milliseconds until the console answers, then stops it.
start_once() {
  local begun ended pid
  begun=$(date +%s%3N)
  java -Xmx768m @tools/jvm-options "$@" -jar target/run/guildhall.jar \
    --guildhall.data="$data" --server.port=$port >"$data/out.log" 2>&1 &
  pid=$!
  for _ in $(seq 1 6000); do
    if listening && [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/")" = 200 ]; then break; fi
    kill -0 $pid 2>/dev/null || { cat "$data/out.log" >&2; exit 1; }
    sleep 0.02
  done
  ended=$(date +%s%3N)
  rss=$(awk '/VmHWM/ {print int($2/1024)}' /proc/$pid/status 2>/dev/null || echo 0)
  if [ "${WAIT_FOR_DEMO:-}" ]; then
    for _ in $(seq 1 1200); do grep -q 'http://' "$data/out.log" && break; sleep 0.1; done
  fi
  kill $pid; wait $pid || true
  echo $((ended - begun)) "$rss"
}

median() { sort -n | awk '{v[NR]=$1} END {print v[int((NR+1)/2)]}'; }

WAIT_FOR_DEMO=1 start_once -XX:AOTCacheOutput="$data/cache.aot" >/dev/null
ours=(); theirs=()
for _ in 1 2 3 4 5; do
  read -r ms peak < <(start_once -XX:AOTCache="$data/cache.aot"); ours+=("$ms")
  read -r ms _ < <(start_once -Xshare:auto); theirs+=("$ms")
done
mine=$(printf '%s\n' "${ours[@]}" | median); rival=$(printf '%s\n' "${theirs[@]}" | median)
if [ "${1:-}" = --json ]; then
  awk -v a="$mine" -v b="$rival" -v r="$peak" 'BEGIN {printf "{\"bench\":\"start\",\"seconds\":%.2f,\"ratio\":%.2f,\"rss_mib\":%d,\"rival\":\"same jar without the class-data cache: %.2f s\"}\n", a/1000, a/b, r, b/1000}'
else
  echo "start: ${mine} ms with the class-data cache, ${rival} ms without (medians of 5: ${ours[*]} / ${theirs[*]}), peak ${peak} MiB"
fi
