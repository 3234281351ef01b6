#!/usr/bin/python3
"""Writes the tables of a made-up city's quota for measuring: parks with tasks, and what they disposed of, in no order, as CSV and as GeoPackage. A few
rows stand twice, come late, name no document or no year. Always the same for the same size.

usage: make_quota.py FOLDER [ROWS]   writes FOLDER/parks.csv, tasks.csv, disposals.csv, disposals.gpkg, csv.toml and gpkg.toml
"""
import csv
import pathlib
import random
import sys

from osgeo import gdal

gdal.UseExceptions()
ROWS_PER_PARK = 100
YEAR = 2024
COHORTS = range(2009, YEAR)
KINDS = (("批而未供", ("签订合同", "划拨", "撤回批文", "核减")), ("闲置", ("动工", "收回", "置换", "延期")), ("低效", ("改造", "收储")))
PARKS = ("园区代码", "园区名称", "用地需求(亩)", "保底指标(亩)", "基数(亩)", "绩效得分", "上年超指标用地(亩)", "违法用地(亩)", "是否豁免", "五年平均供地率",
         "征收满两年未供应(亩)")
TASKS = ("园区代码", "类别", "任务类型", "基期存量(亩)", "目标")
DISPOSALS = ("园区代码", "编号", "类别", "批准年份", "处置面积(亩)", "办结日期", "办结文件", "处置方式")


def park_id(n):
    return f"K{n + 1:05}"


def parks(rng, count):
    for n in range(count):
        demand = rng.randint(500, 60000)
        yield (park_id(n), f"第{n + 1}产业园", demand / 10, demand / 200 if n % 9 == 0 else 0, rng.randint(100, 3000), rng.randint(4000, 10000) / 100,
               rng.randint(1, 400) / 10 if n % 11 == 0 else 0, rng.randint(1, 200) / 10 if n % 13 == 0 else 0, "是" if n % 97 == 0 else "否",
               f"{rng.randint(550, 990) / 10}%", rng.randint(0, 300) / 10)


def tasks(rng, count):
    for n in range(count):
        yield park_id(n), "批而未供", "处置率", rng.randint(100000, 4000000) / 100, "15%"
        yield park_id(n), "闲置", "处置率", rng.randint(100000, 2000000) / 100, "30%"


def disposals(rng, count, parks):
    row = None
    for n in range(count):
        luck = rng.random()
        if luck < 0.001 and row:
            yield row
            continue
        kind, ways = KINDS[min(2, int(rng.random() * 2.2))]
        cohort = rng.choice(COHORTS)
        year = YEAR + 1 if luck > 0.997 else YEAR
        subject = f"粤府土审(19)〔{cohort}〕{n + 1}号" if kind == "批而未供" else f"441802{cohort}B{n + 1:07}"
        document = "" if luck > 0.99 else f"清自然资〔{year}〕{rng.randint(1, 4000)}号"
        row = (park_id(int(rng.random() * parks)), subject, kind, "" if 0.98 < luck < 0.985 else cohort, rng.randint(1, 1500000) / 10000,
               f"{year}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}", document, rng.choice(ways))
        yield row


def write(path, head, rows):
    with open(path, "w", encoding="utf-8", newline="") as out:
        table = csv.writer(out)
        table.writerow(head)
        table.writerows(rows)


def main(folder, count):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    rng = random.Random(20240612)
    many = max(1, count // ROWS_PER_PARK)
    write(folder / "parks.csv", PARKS, parks(rng, many))
    write(folder / "tasks.csv", TASKS, tasks(rng, many))
    write(folder / "disposals.csv", DISPOSALS, disposals(rng, count, many))
    gdal.SetConfigOption("OGR_SQLITE_SYNCHRONOUS", "OFF")
    typed = gdal.OpenEx(str(folder / "disposals.csv"), gdal.OF_VECTOR, open_options=["AUTODETECT_TYPE=YES", "AUTODETECT_WIDTH=NO"])
    gdal.VectorTranslate(str(folder / "disposals.gpkg"), typed, format="GPKG", layerName="处置", accessMode="overwrite")
    for kind in ("csv", "gpkg"):
        (folder / f"{kind}.toml").write_text(
            f'title = "bench"\nas_of = {YEAR}-12-31\n[parks]\nsource = "none.gpkg"\n[parcels]\nsource = "none.gpkg"\n[quota]\n'
            f'total = {{ value = {many * 300}, unit = "mu" }}\nreserve_share = 0.1\nunit = "0.01 mu"\nparks = "parks.csv"\ntasks = "tasks.csv"\n'
            f'disposals = "disposals.{kind}"\n', encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1000000)
