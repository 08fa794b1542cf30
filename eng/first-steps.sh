#!/usr/bin/env bash
# Follows the README from an empty folder to a charged upsell: runs the blocks marked `first-steps` line by line as they are printed there,
# with the first example as the program. Says how long it took.
# Usage: eng/first-steps.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
clone=$PWD
readme=$clone/README.md

work=$(mktemp -d)
trap 'rm -rf "$work" || true' EXIT
mkdir "$work/shop"

block() { awk -v marker="<!-- $1 -->" '$0 == marker { found = 1; next } found && /^```$/ { exit } found && !/^```/' "$readme"; }

# In this shell, so that a line may set a variable for the next ones.
follow() {
    local lines line
    lines=$(block "first-steps: $1")
    [ -n "$lines" ] || { echo "README.md has no block marked first-steps: $1" >&2; exit 1; }
    while IFS= read -r line; do
        [ -n "$line" ] || continue
        printf '$ %s\n' "$line"
        eval "$line" </dev/null >"$work/output.txt" 2>&1 || { cat "$work/output.txt"; exit 1; }
    done <<<"$lines"
}

tracked() { git -C "$clone" status --porcelain --untracked-files=no 2>/dev/null || true; }

SECONDS=0
before=$(tracked)
follow packages
[ "$(tracked)" = "$before" ] || { echo "Making the packages changed a tracked file." >&2; exit 1; }

# The folders of a user who has never run this: another cache may hold an older build of the same version.
export NUGET_PACKAGES=$work/cache DOTNET_CLI_HOME=$work/home
export PATH=$DOTNET_CLI_HOME/.dotnet/tools:$PATH

cd "$work/shop"
follow app
follow install
block "snippet: first-upsell" >Program.cs
follow run
output=$(cat "$work/output.txt")
echo "$output"
[[ $output == Paid*"deliver the product" ]] || { echo "The first example did not end with a payment." >&2; exit 1; }
echo "First steps, from an empty folder to a charged upsell: $SECONDS s"

dodo-emulator --help | grep -q -- '--settlement .*\[default: reads:1\]'
echo "dodo-emulator is installed and lists its options"
