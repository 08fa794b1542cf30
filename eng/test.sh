#!/usr/bin/env bash
# Builds everything, installs the real components that the suites talk to, and runs all of it with nothing skipped.
# Usage: eng/test.sh            needs the .NET SDK; installs the rest (Node.js, a JRE, Chromium, PostgreSQL) with apt-get where it is missing
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

configuration=Release
results=$(mktemp -d)
trap 'rm -rf "$results" || true' EXIT

step() { printf '\n== %s\n' "$*"; }

failures=()
fail() { echo "FAILED: $*"; failures+=("$*"); }

install() {
    command -v "$1" >/dev/null 2>&1 && return
    step "Installing $2"
    if ! command -v apt-get >/dev/null 2>&1 || [ "$(id -u)" -ne 0 ]; then
        echo "$1 is missing. Install $2 and run this again." >&2
        exit 1
    fi
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2"
}

# A header says whether a library can be linked against.
install_header() {
    echo "#include <$1>" | gcc -E - >/dev/null 2>&1 || install "$1" "$2"
}

install node nodejs
install npm npm
install java default-jre-headless
command -v google-chrome >/dev/null 2>&1 || install chromium chromium
install chromium-headless-shell chromium-headless-shell      # starts in a quarter of the time
initdb=$(ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | tail -1 || true)    # Debian keeps it out of the PATH
install "${initdb:-initdb}" postgresql
install rabbitmq-server rabbitmq-server
install gcc gcc                # links the native app
install_header zlib.h zlib1g-dev

step "Node packages for the tests"
npm ci --prefix tests/tools --no-audit --no-fund --loglevel=error

step "Format"
(cd eng && dotnet tool restore >/dev/null && dotnet csharpier check ..) || { echo "Run: (cd eng && dotnet csharpier format ..)"; exit 1; }

step "Build"
dotnet build -c "$configuration" --nologo -v quiet

step "Test"
export DODOUPSELL_REQUIRE_COMPONENTS=1
dotnet test -c "$configuration" --no-build --nologo -v quiet \
    --logger "console;verbosity=detailed" --logger trx --results-directory "$results" \
    >"$results/output.txt" 2>&1 || fail "dotnet test"
grep -E -A 14 '^ *Failed [A-Z]' "$results/output.txt" | head -150 || true
grep -E -i -A 20 'Test Run Aborted|host process (crashed|exited)|Catastrophic failure' "$results/output.txt" | head -100 || true
if grep 'Cleanup Failure' -A 20 "$results/output.txt"; then fail "cleaning up after a test"; fi
grep -E '[0-9]+ of [0-9]+ |[0-9]+ (orders|cases)|^ *seed [0-9]' "$results/output.txt" | sed 's/^ *//' | sort -u || true

step "The unit suite against the net8.0 build, in another culture and time zone"
library=tests/DodoUpsell.Tests/bin/$configuration/net8.0-library
rm -rf "$library" && cp -r "tests/DodoUpsell.Tests/bin/$configuration/net10.0" "$library"
cp "src/DodoUpsell/bin/$configuration/net8.0/DodoUpsell.dll" "$library"
LC_ALL=ar_SA.UTF-8 TZ=Asia/Kolkata "$library/DodoUpsell.Tests" -method- '*native*' -noColor >"$results/net8.txt" 2>&1 || fail "unit suite against net8.0"
grep -E -A 14 '\[FAIL\]' "$results/net8.txt" | head -60 || true
grep 'Total: ' "$results/net8.txt"

step "The samples, as a new user runs them"
for _ in 1 2; do    # the second time charges nothing
    dotnet run -c "$configuration" --no-build --project samples/PostPurchaseUpsell -- --database "$results/offers.db" || fail "sample PostPurchaseUpsell"
    dotnet run -c "$configuration" --no-build --project samples/CrossSell -- --ledger "$results/sold.json" || fail "sample CrossSell"
done
dotnet run -c "$configuration" --no-build --project samples/PlanChange || fail "sample PlanChange"

step "Chaos: no charge doubled, none lost from sight"
play() { dotnet run -c "$configuration" --no-build --project tests/DodoUpsell.Chaos -- "$@"; }
chaos() { play "$@" || fail "chaos $*"; }
chaos --runs 1000 --seed 1 --store memory --twice      # the same seed, the same counts
chaos --runs 120 --seed 2 --store postgres --processes 2
chaos --runs 60 --seed 5 --store sqlite --processes 2
chaos --runs 400 --seed 3 --flow planchange
chaos --runs 40 --seed 4 --flow planchange --store postgres --processes 2
chaos --runs 1000 --seed 6 --flow offer
chaos --runs 40 --seed 7 --flow offer --store postgres --processes 2
chaos --runs 40 --seed 8 --flow offer --store sqlite --processes 2
if play --runs 50 --seed 1 --without-core 2>/dev/null; then fail "the chaos runner did not notice that plain calls charge twice"; fi

step "Mutants: the chaos runner notices a rule that is switched off"
eng/mutants.sh --quick || fail "mutants"

step "Packages"
dotnet pack -c "$configuration" --no-build --nologo -v quiet -o "$results/packages"
eng/check-packages.sh "$results/packages" || fail "what the packages hold"

step "The README's first steps"
eng/first-steps.sh || fail "the README's first steps"

count() { cat "$results"/*.trx | grep -o "<Counters [^>]*" | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{s+=$1} END {print s+0}'; }
passed=$(count passed)
bad=$(count failed)
skipped=$(( $(count total) - passed - bad ))
if [ "$bad" -ne 0 ] || [ "$skipped" -ne 0 ]; then fail "tests that failed or were skipped"; fi

printf '\n%s passed, %s failed, %s skipped\n' "$passed" "$bad" "$skipped"
for failure in "${failures[@]}"; do echo "FAILED: $failure"; done
[ "${#failures[@]}" -eq 0 ]
