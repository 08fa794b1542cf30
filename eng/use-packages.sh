#!/usr/bin/env bash
# Installs the packages into a new app, as the README says, and runs the README's first example on the emulator; and the tool.
# Usage: eng/use-packages.sh FOLDER
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
readme=$PWD/README.md
sources=$PWD/nuget.config
folder=$(cd "$1" && pwd)

app=$(mktemp -d)
trap 'rm -rf "$app" || true' EXIT
cp "$sources" "$app/nuget.config"
cd "$app"

# A cache of its own: another one may hold an older build of the same version.
export NUGET_PACKAGES=$app/cache
dotnet new console --name App --output . >/dev/null
dotnet nuget add source "$folder" --name dodoupsell --configfile nuget.config >/dev/null
sed -i 's#</packageSourceMapping>#<packageSource key="dodoupsell"><package pattern="DodoUpsell" /><package pattern="DodoUpsell.*" /></packageSource></packageSourceMapping>#' nuget.config
for package in DodoUpsell DodoUpsell.EntityFrameworkCore DodoUpsell.Emulator; do
    dotnet add package "$package" >"$package.txt" || { cat "$package.txt"; exit 1; }
done

cat >Program.cs <<'PROGRAM'
using DodoUpsell;
using DodoUpsell.Emulator;

var emulator = new DodoEmulator();
emulator.PutCustomer("cus_…");
emulator.PutProduct("pdt_…");
emulator.SaveCard("cus_…", TestCards.Visa);
var dodo = new DodoClient(new DodoUpsellOptions { ApiKey = "any", Environment = DodoEnvironment.Test }, new HttpClient(emulator.CreateHandler()), emulator.Clock);
var orderId = 4711;
PROGRAM
sed -n '/<!-- snippet: one-click -->/,/^```$/p' "$readme" | sed '1,2d;$d' >>Program.cs

output=$(dotnet run) || { echo "$output"; exit 1; }
echo "A new app with the packages, and the README's first example: $output"
[[ $output == Paid*"hand it over" ]]

dotnet tool install DodoUpsell.Emulator.Tool --tool-path tools --configfile nuget.config >/dev/null
tools/dodo-emulator --help | grep -q -- '--settlement .*\[default: reads:1\]'
echo "dodo-emulator is installed and tells its options"
