#!/usr/bin/env bash
# Breaks one rule of the charging core at a time and lets the chaos runner find it. Fails when one is not found, or no longer applies.
# Usage: eng/mutants.sh [NAME…]      all mutants of eng/mutants, or those that are named
#        eng/mutants.sh --quick      five of them, one for each kind of counter
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

seed=1
quick=(unknown-as-not-charged settlement-dropped quote-not-compared receipt-missing offer-declined-while-accepting)
mutants=$PWD/eng/mutants
copy=$(mktemp -d)
trap 'rm -rf "$copy" || true' EXIT

if [ "${1:-}" = --quick ]; then set -- "${quick[@]}"; fi
if [ "$#" -eq 0 ]; then
    for file in "$mutants"/*.mutant; do set -- "$@" "$(basename "$file" .mutant)"; done
fi

# A copy of what the runner is built from, and a build of it as it is.
git ls-files -z -- src tests/DodoUpsell.Chaos tests/DodoUpsell.TestKit tests/Directory.Build.* eng docs '*.props' '*.targets' '*.json' '*.config' .editorconfig LICENSE README.md |
    tar --null --ignore-failed-read -c -T - 2>/dev/null | tar -x -C "$copy"
cd "$copy"
build() { dotnet build "$@" -c Release --nologo -v quiet -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false >build.txt 2>&1; }
build tests/DodoUpsell.Chaos || { cat build.txt; exit 1; }
program=tests/DodoUpsell.Chaos/bin/Release/net10.0/DodoUpsell.Chaos.dll

# Only the library is built again: a mutant changes none of its surface.
build_mutant() {
    build src/DodoUpsell/DodoUpsell.csproj -f net10.0 --no-restore --no-dependencies &&
        cp src/DodoUpsell/bin/Release/net10.0/DodoUpsell.dll "$(dirname "$program")"
}

cp -r "$(dirname "$program")" as-it-is
git init -q . && git add -A -f src && git -c user.name=mutants -c user.email=mutants@localhost commit -qm "As it is" >/dev/null

failed=0
printf '%-26s %-12s %6s  %s\n' mutant flow runs 'found by'
for name in "$@"; do
    file=$mutants/$name.mutant
    if [ ! -f "$file" ]; then printf '%-26s there is no such mutant\n' "$name"; failed=1; continue; fi
    flow=$(sed -n 's/^flow: //p' "$file")
    runs=$(sed -n 's/^runs: //p' "$file")
    git checkout -q -- src
    if ! why=$(perl "$mutants/apply.pl" "$file" 2>&1); then printf '%-26s %s\n' "$name" "$why"; failed=1; continue; fi
    if ! build_mutant; then printf '%-26s does not compile\n' "$name"; grep -m 3 'error' build.txt || true; failed=1; continue; fi

    counts=$(dotnet "$program" --flow "$flow" --runs "$runs" --seed "$seed" --first --json 2>/dev/null) || true
    first=$(sed -n 's/.*"first_bad_run":\([0-9]*\).*/\1/p' <<<"$counts")
    if [ -z "$first" ]; then
        printf '%-26s %-12s %6s  NOT FOUND: %s\n' "$name" "$flow" "$runs" "$(sed -n 's/^rule: //p' "$file")"
        failed=1
        continue
    fi

    found=$(dotnet "$program" --flow "$flow" --run "$first" --seed "$seed" --json 2>/dev/null |
        grep '^{"runs"' | grep -o '"[a-z_]*":[1-9][0-9]*' | tr -d '"' | grep -vE '^(runs|clicks|kills|charges|told|first_bad_run):' | cut -d: -f1 | paste -sd ' ') || true
    if ! dotnet "as-it-is/$(basename "$program")" --flow "$flow" --run "$first" --seed "$seed" --json >/dev/null 2>&1; then
        printf '%-26s %-12s %6s  the run goes wrong without it, too (%s)\n' "$name" "$flow" "$((first + 1))" "$found"
        failed=1
        continue
    fi

    printf '%-26s %-12s %6s  %s\n' "$name" "$flow" "$((first + 1))" "${found//_/ }"
done

exit "$failed"
