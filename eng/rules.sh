#!/usr/bin/env bash
# Switches off one rule of the product at a time and lets the tests find it. Fails when one goes unnoticed, or no longer applies.
# Usage: eng/rules.sh            all rules of eng/rules
#        eng/rules.sh NAME…      those that are named, or all of a file: NAME.rule
# Rules about stores are tested on PostgreSQL, which has to be installed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

rules=$PWD/eng/rules
apply=$PWD/eng/mutants/apply.pl
copy=$(mktemp -d)
trap 'rm -rf "$copy" || true' EXIT
mkdir "$copy/rules" "$copy/as-it-is"

# A file holds several rules, each below its name. All of them in order, and of each what apply.pl and we read.
for file in "$rules"/*.rule; do
    awk -v to="$copy/rules/" -v file="$(basename "$file")" '/^=== /{name=$2; print name, file; next} {print > (to name)}' "$file"
done >"$copy/names"
if [ "$#" -eq 0 ]; then set -- $(cut -d' ' -f1 "$copy/names"); fi
names=()
for name in "$@"; do
    case $name in
        *.rule) names+=($(awk -v file="$name" '$2 == file {print $1}' "$copy/names")) ;;
        *) [ -f "$copy/rules/$name" ] || { echo "There is no rule $name."; exit 1; }; names+=("$name") ;;
    esac
done
of() { sed -n "s/^$1: //p" "$copy/rules/$2"; }

# A copy of what the tests are built from, and a build of it as it is.
git ls-files -z --cached --others --exclude-standard | tar --null --ignore-failed-read -c -T - 2>/dev/null | tar -x -C "$copy"
cd "$copy"
git init -q . && git add -A -f src && git -c user.name=rules -c user.email=rules@localhost commit -qm "As it is" >/dev/null
build() { dotnet build "$@" -c Release --nologo -v quiet -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false >build.txt 2>&1; }
output() { echo "tests/$1/bin/Release/net10.0"; }
suites=$(for name in "${names[@]}"; do of test "$name" | cut -d' ' -f1; done | sort -u)
for suite in $suites; do
    build "tests/$suite" || { cat build.txt; exit 1; }
    cp -r "$(output "$suite")" "as-it-is/$suite"
done

# Runs the named tests of a suite. What became of them is in results.xml, unless the run broke off.
run() {
    local suite=$1 methods=()
    shift
    for test in "$@"; do methods+=(-method "*.$test"); done
    rm -f results.xml
    timeout -k 5 300 "$(output "$suite")/$suite" -noLogo -noColor "${methods[@]}" -xml results.xml >run.txt 2>&1 || true
}
with_result() { grep -o '<test [^>]*' results.xml | { grep " result=\"$1\"" || true; } | sed 's/.* type="\([^"]*\)".* method="\([^"]*\)".*/\1.\2/' | awk -F. '{print $(NF-1) "." $NF}' | sort -u; }

failed=0
for suite in $suites; do
    tests=$(for name in "${names[@]}"; do of test "$name" | sed -n "s/^$suite //p"; done | sort -u)
    run "$suite" $tests
    if [ ! -f results.xml ]; then cat run.txt; echo "$suite breaks off as it is."; exit 1; fi
    for test in $tests; do
        case $'\n'$(with_result Pass) in *$'\n'$test*) ;; *) echo "$suite has no test $test that passes as it is."; failed=1 ;; esac
    done
    if [ -n "$(with_result Fail)" ]; then with_result Fail; echo "These tests of $suite fail as it is."; failed=1; fi
done
[ "$failed" -eq 0 ] || exit 1

# Only what the rule changes is built again: it changes none of its surface. Then the tests get it in the place of theirs.
build_changed() {
    for project in $(sed -n 's,^--- src/\([^/]*\)/.*,\1,p' "$1" | sort -u); do
        build "src/$project" -f net10.0 --no-restore --no-dependencies || return 1
        for suite in $suites; do
            for file in "src/$project/bin/Release/net10.0/"*.dll; do
                ! cmp -s "as-it-is/$suite/$(basename "$file")" "$file" && [ -f "as-it-is/$suite/$(basename "$file")" ] && cp "$file" "$(output "$suite")/"
            done
        done
    done
    return 0
}
as_it_was() {
    git checkout -q -- src
    for suite in $suites; do cp "as-it-is/$suite/"*odo*.dll "$(output "$suite")/"; done
}

for name in "${names[@]}"; do
    as_it_was
    if ! why=$(perl "$apply" "rules/$name" 2>&1); then printf '%-38s %s\n' "$name" "$why"; failed=1; continue; fi
    if ! build_changed "rules/$name"; then printf '%-38s does not compile: %s\n' "$name" "$(grep -m 1 'error' build.txt)"; failed=1; continue; fi
    found=
    broke=
    for suite in $(of test "$name" | cut -d' ' -f1 | sort -u); do
        run "$suite" $(of test "$name" | sed -n "s/^$suite //p")
        if [ -f results.xml ]; then found="$found $(with_result Fail | paste -sd' ')"; else broke="the run of $suite broke off"; fi
    done
    found=$(xargs <<<"$found")
    if [ -z "$found" ]; then found="SURVIVED ${broke:+($broke)}"; failed=1; fi
    printf '%-38s %s\n%-38s   → %s\n' "$name" "$(of rule "$name")" '' "$found"
done

exit "$failed"
