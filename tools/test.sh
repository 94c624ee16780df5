#!/usr/bin/env bash
# Every check, in the order that fails soonest. The last lines are the runners' own summaries.
set -euo pipefail

export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
started=$SECONDS
step() { printf '\n== %s (%d s so far)\n' "$*" "$((SECONDS - started))"; }

step "format, compile, rules, properties, stories"
mvn -B -ntp spotless:check verify "$@"

step "web: types, lint, format, i18n, units"
(cd web && npm run check)

step "browser stories"
tools/browser-stories.sh
