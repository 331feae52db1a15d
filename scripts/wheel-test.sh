#!/usr/bin/env bash
# Installs dist/*.whl into an empty environment with its locked run-time packages alone, and runs it there
# on one article from a folder that knows nothing of the checkout.
set -eu
python=${1:-python3}
root=$(cd "$(dirname "$0")/.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

"$python" -m venv "$place/venv"
"$place/venv/bin/python" -m pip --disable-pip-version-check install --quiet --require-hashes -r "$root/requirements.lock"
"$place/venv/bin/python" -m pip --disable-pip-version-check install --quiet --no-index "$root"/dist/*.whl
"$place/venv/bin/python" -m pip check >/dev/null

cat >"$place/article.txt" <<'ARTICLE'
滨湖市引才工作综述

截至2023年底，滨湖市人才总量达到52.6万人，比上年增长4.3%。
市里设立总规模20亿元的人才发展基金，对入选项目最高资助300万元。
ARTICLE

cd "$place"
export PYTHONPATH= PYTHONNOUSERSITE=1
venv/bin/talentx --version
venv/bin/talentx extract article.txt --published 2024-03 --format json -o records.json
mkdir -p own/words/nouns
printf 'name: own\nversion: "1"\ndescription: one more word\n' >own/pack.yaml
printf '引才大使\n' >own/words/nouns/talent.txt
venv/bin/talentx extract article.txt --published 2024-03 --rules talent --rules own -o again.json
cmp records.json again.json
venv/bin/python - <<'PY'
import json
import pathlib

text = pathlib.Path("article.txt").read_text(encoding="utf-8")
records = json.loads(pathlib.Path("records.json").read_text(encoding="utf-8"))
assert all(text[r["start"] : r["end"]] == r["raw"] for r in records), records
values = {r["value"] for r in records}
gold = [{k: v for k, v in r.items() if k not in ("per", "currency", "rule", "id", "published", "adcode", "article", "document", "sentence")} for r in records]
pathlib.Path("article.jsonl").write_text("\n".join(json.dumps(g, ensure_ascii=False) for g in gold), encoding="utf-8")
assert {526000, 0.043, 2000000000, 3000000} <= values, values
PY
venv/bin/talentx rules new lakeside --extends talentx/workreport >/dev/null
venv/bin/talentx rules test lakeside
venv/bin/talentx rules lint lakeside --strict
venv/bin/talentx explain article.txt --format tree --rules lakeside >/dev/null
venv/bin/talentx eval records.json article.jsonl --html report.html >/dev/null
test -s report.html
venv/bin/talentx extract article.txt --published 2024-03 --db records.db
venv/bin/talentx search 人才 --db records.db | grep -q 人才
venv/bin/talentx diff records.json records.db -o changes.csv
venv/bin/talentx check records.db >/dev/null
venv/bin/talentx series records.json --least 1 --format csv | grep -q 526000
for what in json-schema arrow sql frictionless datasette; do
    venv/bin/talentx schema --format "$what" >schema.txt 2>&1 || grep -q "pip install 'talentx\[" schema.txt
done
for extra in parquet postgres; do
    case $extra in
    parquet) set -- --format parquet -o records.parquet ;;
    postgres) set -- --db postgresql://localhost/records ;;
    esac
    if venv/bin/talentx extract article.txt --published 2024-03 "$@" 2>error.txt; then exit 1; fi
    grep -qF "pip install 'talentx[$extra]'" error.txt
done
echo "wheel: installed bare, $("$place/venv/bin/talentx" --version), records as expected"
