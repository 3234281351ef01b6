"""The project file and the README that go with the data."""

PROJECT = '''\
# 示例园区的项目文件：数据全部虚构。字段名能自动识别的不写，只写不易识别的。
# Project file of the sample parks: all data invented. Only fields that are hard to recognise are named.
title    = "清远、英德高新区用地审计（虚构示例）"
as_of    = 2024-12-31          # 审计基准日，当天发生的事已发生 / events of this day have happened
crs      = "EPSG:4526"         # CGCS2000 三度带第 38 带，带号在坐标内 / zone 38, prefix in the easting
rulebook = "qingyuan"
area     = "plane"             # 以平面面积为准，椭球面积并列 / plane area decides, ellipsoid beside it

[parks]                        # 两个园区、八个分园（一区多园）/ two zones, eight sub-parks
source = "parks.gpkg"
# priority = ["K02", "K01"]    # 重叠处归谁；不写则编号小者 / who holds land where parks overlap; else the smaller id

[parcels]                      # 供地：shp，DBF 文字是 GBK，没有 .cpg，语言字节为 0
source   = "供地.shp"          # GBK text that neither a .cpg nor the language byte announces
encoding = "GBK"
[parcels.fields]
holder      = "使用权人"       # DBF 字段名最多五个汉字 / DBF names hold five Chinese characters
area        = { field = "面积公顷", unit = "ha" }
contract_on = "合同日期"
start_due   = "约定开工"
finish_due  = "约定竣工"
started_on  = "实际开工"
finished_on = "实际竣工"
industry    = "行业代码"

[approvals]                    # 批文图层用不带带号的坐标系 EPSG:4547，自动转换 / zone without prefix: reprojected
source = "批次.gpkg"
[approvals.fields]
withdrawn_area = { field = "撤回面积(公顷)", unit = "ha" }
withdrawn_on   = "撤回日期"
withdrawn_doc  = "撤回文号"
[approvals.values.kind]
"分批次"   = "batch"
"单独选址" = "single"

[buildings]
source = "buildings.gpkg"
[buildings.fields]
id = "建筑编号"

[[tables]]                     # 合同台账：电子监管号为文本 / contract ledger, ids as text
source = "合同台账.xlsx"
to     = "parcels"
on     = { layer = "id", table = "电子监管号" }

[[tables]]                     # 投资与建筑面积：带 BOM 的 UTF-8，数字有千分位 / UTF-8 with BOM, thousands separators
source = "投资.csv"
to     = "parcels"
on     = { layer = "id", table = "电子监管号" }

[quota]                        # 年度用地计划指标测算 / the year's land quotas: yongdi quota audit.toml -o quota.gpkg
year          = 2024
total         = { value = 2600, unit = "mu" }
reserve_share = 0.10
rule          = "linked"       # 增存挂钩；因素法写 factor / linked to disposal; "factor" for the factor rule
unit          = "0.01 mu"
parks         = "指标园区.csv"
disposals     = "处置.csv"
tasks         = "处置任务.csv"
entries       = "指标台账.csv"
'''

README = '''\
# 示例园区

**全部虚构。** 这里没有任何真实的企业、宗地、界线、批文、合同或处置决定。园区的样子（一个国家级、一个省级，一区多园，八个分园）仿照清远，
位置只是落在那一带的坐标范围内，与实地无关。批准文号的序号从 9001 起，电子监管号的序号从 90001 起，企业名称都带“示例”。

| 文件 | 内容 | 形式 |
|---|---|---|
| `parks.gpkg` | {parks} 个园区（含两个上级园区） | GeoPackage，EPSG:4526；一个带孔，一个分两片，K00 另有一小片不属任何分园 |
| `批次.gpkg` | {approvals} 个批文，2009–2023 年 | GeoPackage，EPSG:4547（坐标不带带号），日期字段有类型 |
| `供地.shp` | {parcels} 宗供地 | Shapefile，EPSG:4526；文字为 GBK，无 `.cpg`，语言字节为 0；日期是文本，写法各异，空值写作空白、`--`、`/`、`1900-01-01` |
| `合同台账.xlsx` | 合同、开工、停工、闲置原因、处置 | 首行为表头；编号为文本；日期有的是日期、有的是文本 |
| `投资.csv` | 投资、收入、税收，部分有总建筑面积 | UTF-8 带 BOM，数字带千分位 |
| `buildings.gpkg` | {buildings} 栋建筑 | GeoPackage，EPSG:4526；有的跨宗地界线，有的层数不明 |
| `指标园区.csv`、`处置.csv`、`处置任务.csv`、`指标台账.csv` | 2024 年度指标测算：需求和保底、处置、任务、各类指标 | UTF-8 带 BOM，亩 |
| `audit.toml` | 项目文件，基准日 2024-12-31 | |
| `defects.csv` | 有意放进去的每一处毛病 | 每行一处；编号空白的写 `blank`，两宗地重叠的写较小的编号 |

2023、2024 年末各审计一次，`yongdi disposals` 就能看到 2024 年的处置：签订合同、划拨、四宗闲置地动工、三宗因政府原因延期（处置文号 示例闲延字）、
两个批文部分撤回（示例撤批〔2024〕）。

宗地编号重复时 `subject_id` 就是那个号。`defects.csv` 里也列出必然引出的后果（如亩数填进公顷栏，供应面积随之超出）。写法不同但意思相同的
（批准文号的全角括号、方括号、末尾空格）不是毛病，不在其中。

数据由 `scripts/make-sample` 生成，种子固定，每次生成的字节相同；生成时先证明其余部分没有毛病，否则不写。许可：Apache-2.0。

# Sample parks

**All of it is invented.** No real firm, parcel, boundary, approval, contract or decision is in here. The shape of the parks (one national, one
provincial zone, eight sub-parks) follows Qingyuan's; the place is merely within that region's coordinates and has nothing to do with the ground.
Approval serials start at 9001 and supervision-number serials at 90001, and every firm's name has 示例 (“example”) in it.

| file | content | form |
|---|---|---|
| `parks.gpkg` | {parks} parks, the two parents among them | GeoPackage, EPSG:4526; one has a hole, one has two parts, K00 has a little land outside its sub-parks |
| `批次.gpkg` | {approvals} approvals, 2009–2023 | GeoPackage, EPSG:4547 (no zone prefix), typed dates |
| `供地.shp` | {parcels} supplied parcels | Shapefile, EPSG:4526; GBK text, no `.cpg`, language byte 0; dates are text in several styles, missing ones blank, `--`, `/` or `1900-01-01` |
| `合同台账.xlsx` | contracts, starts, stops, causes, disposals | one header row, ids as text, some days typed and some as text |
| `投资.csv` | investment, revenue, tax, some floor areas | UTF-8 with BOM, thousands separators |
| `buildings.gpkg` | {buildings} buildings | GeoPackage, EPSG:4526; some cross parcel lines, some have unknown storeys |
| `指标园区.csv`, `处置.csv`, `处置任务.csv`, `指标台账.csv` | the quota of 2024: demand and floors, disposals, tasks, typed entries | UTF-8 with BOM, in mu |
| `audit.toml` | the project file, as of 2024-12-31 | |
| `defects.csv` | every defect put in on purpose | one a row; `blank` for a blank id, the smaller id for two that overlap |

Audited at the end of 2023 and of 2024, `yongdi disposals` shows what was disposed of in 2024: contracts, allocations, work started on four idle parcels, three
extended after an act of government (示例闲延字), two approvals withdrawn in part (示例撤批〔2024〕).

For a duplicated id `subject_id` is that number. What necessarily follows from a defect (mu in the hectare column, hence more supplied than approved)
is listed too. The same thing typed differently (full-width or square brackets, a trailing space in an approval number) is no defect and not listed.

Made by `scripts/make-sample` with a fixed seed: the same bytes every time. The script proves that all the rest is clean before it writes. Licence: Apache-2.0.
'''


def write_texts(folder, counts):
    with open(folder + "/audit.toml", "w", encoding="utf-8") as out:
        out.write(PROJECT)
    with open(folder + "/README.md", "w", encoding="utf-8") as out:
        out.write(README.format(**counts))
