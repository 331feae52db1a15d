#!/usr/bin/env bash
# The tools that docs/recipes.md and the tests of stores work with, apart from talentx itself: Python's in
# .tools, Debian's packages for the whole machine. Does nothing where all is there. Usage: scripts/tools.sh [PYTHON]
set -eu -o pipefail
cd "$(dirname "$0")/.."
python=${1:-python3}

stamp=.tools/.installed
if [ ! -e $stamp ] || [ requirements-tools.lock -nt $stamp ]; then
	test -x .tools/bin/python || "$python" -m venv .tools
	.tools/bin/python -m pip --disable-pip-version-check install --quiet --require-hashes -r requirements-tools.lock
	touch $stamp
fi

missing=()
PATH=$PATH:$(printf '%s:' /usr/lib/postgresql/*/bin)
while read -r program package; do
	command -v "$program" >/dev/null || missing+=("$package")
done <<'PROGRAMS'
jq jq
mlr miller
sqlite3 sqlite3
initdb postgresql
soffice libreoffice-calc-nogui
PROGRAMS
if [ ${#missing[@]} -gt 0 ]; then
	if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
		echo "tools: as root on Debian, or their like elsewhere: apt-get install --no-install-recommends ${missing[*]}" >&2
		exit 1
	fi
	export DEBIAN_FRONTEND=noninteractive
	install=(apt-get install --quiet=2 --yes --no-install-recommends -o Dpkg::Use-Pty=0 "${missing[@]}")
	"${install[@]}" >/dev/null 2>&1 || { apt-get update --quiet=2 && "${install[@]}" >/dev/null; }
fi
