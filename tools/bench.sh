#!/usr/bin/env bash
# Runs one bench: bench.sh NAME [--json] [-Dguildhall.bench.rows=…]. `start` is measured by a script, the others by
# org.guildhall.bench.Bench.
set -euo pipefail

name="${1:-}"; shift || true
case "$name" in
  start) exec tools/bench-start.sh "$@" ;;
  import|search|lists|ledger|api|redeem|checkout|expiry|tier-review|simulate)
    mvn -B -ntp -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt -Dmdep.includeScope=test
    settings=(); words=()
    for word in "$@"; do case "$word" in -[DX]*) settings+=("$word") ;; *) words+=("$word") ;; esac; done
    exec java -Xmx1g -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED "${settings[@]}" \
      -cp "target/test-classes:target/classes:$(cat target/classpath.txt)" org.guildhall.bench.Bench "$name" "${words[@]}" ;;
  *) echo "bench import|search|lists|ledger|api|redeem|checkout|expiry|tier-review|simulate|start [--json]" >&2; exit 2 ;;
esac
