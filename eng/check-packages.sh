#!/usr/bin/env bash
# Checks that a package has what its users expect: assemblies, XML docs, README, and symbols beside it.
# Usage: eng/check-packages.sh FOLDER
set -euo pipefail
folder=$1
status=0

has() {
    if unzip -l "$1" | awk '{print $4}' | grep -qx "$2"; then return; fi
    echo "$(basename "$1") lacks $2" >&2
    status=1
}

core=$(ls "$folder"/DodoUpsell.[0-9]*.nupkg)
symbols=$(ls "$folder"/DodoUpsell.[0-9]*.snupkg)
for framework in net8.0 net10.0; do
    has "$core" "lib/$framework/DodoUpsell.dll"
    has "$core" "lib/$framework/DodoUpsell.xml"
    has "$symbols" "lib/$framework/DodoUpsell.pdb"
done
has "$core" README.md

endpoints=$(ls "$folder"/DodoUpsell.AspNetCore.[0-9]*.nupkg)
for framework in net8.0 net10.0; do
    has "$endpoints" "lib/$framework/DodoUpsell.AspNetCore.dll"
    has "$endpoints" "lib/$framework/DodoUpsell.AspNetCore.xml"
done
has "$endpoints" README.md

store=$(ls "$folder"/DodoUpsell.EntityFrameworkCore.[0-9]*.nupkg)
has "$store" lib/net10.0/DodoUpsell.EntityFrameworkCore.dll
has "$store" lib/net10.0/DodoUpsell.EntityFrameworkCore.xml
has "$store" README.md

variants=$(ls "$folder"/DodoUpsell.FeatureManagement.[0-9]*.nupkg)
has "$variants" lib/net10.0/DodoUpsell.FeatureManagement.dll
has "$variants" lib/net10.0/DodoUpsell.FeatureManagement.xml
has "$variants" README.md

dashboard=$(ls "$folder"/DodoUpsell.Dashboard.[0-9]*.nupkg)
has "$dashboard" lib/net10.0/DodoUpsell.Dashboard.dll
has "$dashboard" lib/net10.0/DodoUpsell.Dashboard.xml
has "$dashboard" README.md

emulator=$(ls "$folder"/DodoUpsell.Emulator.[0-9]*.nupkg)
has "$emulator" lib/net10.0/DodoUpsell.Emulator.dll
has "$emulator" lib/net10.0/DodoUpsell.Emulator.xml
has "$emulator" README.md

for package in "$folder"/*.nupkg; do echo "$(basename "$package"): $(unzip -l "$package" | tail -1 | awk '{print $2}') files"; done
exit "$status"
