#!/usr/bin/env bash
# Runs the suites in several cultures and time zones and with invariant globalization, while two busy loops take the processors.
# Usage: eng/cultures.sh [ROUND…]     all rounds below, or those that are given; after a Release build and `npm ci --prefix tests/tools`.
# Native apps are not published again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

suites=(Tests Emulator.Tests ContractTests StoreTests Samples.Tests)
rounds=("en_US.UTF-8 UTC 0" "de_DE.UTF-8 Europe/Berlin 0" "ar_SA.UTF-8 Asia/Kolkata 0" "fa_IR.UTF-8 America/St_Johns 0" "C.UTF-8 UTC 1")
if [ "$#" -gt 0 ]; then rounds=("$@"); fi
results=$(mktemp -d)

for _ in 1 2; do while :; do :; done & loops+=($!); done
trap 'kill "${loops[@]}" 2>/dev/null || true; rm -rf "$results" || true' EXIT

failed=0
export DODOUPSELL_REQUIRE_COMPONENTS=1
for round in "${rounds[@]}"; do
    read -r culture zone invariant <<<"$round"
    for suite in "${suites[@]}"; do
        program=tests/DodoUpsell.$suite/bin/Release/net10.0/DodoUpsell.$suite
        LANG=$culture LC_ALL=$culture TZ=$zone DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=$invariant \
            "$program" -method- '*native*' >"$results/output.txt" 2>&1 || failed=1
        printf '%-12s %-18s invariant %s  %-15s %s\n' "${culture%.*}" "$zone" "$invariant" "$suite" \
            "$(grep -o 'Total: .*' "$results/output.txt" | tail -1 || echo 'did not end')"
        grep -E -A 8 '\[FAIL\]' "$results/output.txt" | head -60 || true
    done
done
exit "$failed"
