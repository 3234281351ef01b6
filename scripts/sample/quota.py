"""The tables of [quota]: parks, disposals of 2024, tasks, typed entries. Disposals follow the sample's own contracts and events; all else is invented."""
import csv
from datetime import date
from .model import anniversary, stream

YEAR = 2024
NAMES = {"K01": "晨光园", "K02": "松岗园", "K03": "莲溪园", "K04": "银湾园", "K05": "云岭园", "Y01": "红棉园", "Y02": "北岭园", "Y03": "茶山园"}
# 需求, 保底, 基数, 绩效, 上年超用, 违法, 豁免, 五年供地率, 满两年未供
PARKS = {"K01": (900, 100, 800, 88, 0, 0, "否", "78.2%", 15), "K02": (420, 60, 500, 75, 12, 0, "否", "66.0%", 0),
         "K03": (650, 80, 600, 81, 0, 6.5, "否", "60%", 22), "K04": (300, "", 300, 62, 0, 0, "否", "58.4%", 0),
         "K05": (260, 40, 250, 70, 0, 0, "是", "57.1%", 0), "Y01": (380, 40, 420, 84, 8, 0, "否", "71.5%", 0),
         "Y02": (150, "", 200, 66, 0, 0, "否", "63.9%", 9), "Y03": (90, 20, 120, 59, 0, 3, "否", "", 0)}
ENTRIES = (("K01", "NAT", "800", "示例〔2023〕1号", "2023-05-10", "下达"), ("K01", "NAT", "-620", "粤府土审(示例)〔2024〕11号", "2024-03-18", "使用"),
           ("K02", "STK", "150", "示例〔2022〕6号", "2022-07-01", "下达"), ("K02", "STK", "-90", "粤府土审(示例)〔2024〕27号", "2024-09-02", "使用"),
           ("K03", "SPEC", "120", "示例〔2024〕3号", "2024-02-20", "下达"), ("K05", "BASE", "60", "示例〔2019〕9号", "2019-06-30", "下达"),
           ("Y01", "RWD", "40", "示例〔2024〕8号", "2024-04-15", "下达"), ("Y01", "LNK", "30", "示例〔2023〕15号", "2023-12-20", "结转"),
           ("Y01", "LNK", "-30", "粤府土审(示例)〔2024〕40号", "2024-11-05", "使用"))


def write_rows(path, head, rows):
    with open(path, "w", encoding="utf-8-sig", newline="") as out:
        table = csv.writer(out)
        table.writerow(head)
        table.writerows(rows)


def disposals(parcels, approvals, leaf_of):
    """Land supplied or withdrawn in the year, by its approval; idle parcels whose work began or was put off by agreement; a little land developed anew."""
    rng, rows = stream("quota"), []
    for p in parcels:
        leaf, facts = leaf_of.get(id(p.block)), p.facts
        if leaf is None or not p.id or p.touched:
            continue
        signed, due, begun = facts.get("contract_on"), facts.get("start_due"), facts.get("started_on")
        mu = round(p.area_m2 * 3 / 2000, 4)
        if p.approval and isinstance(signed, date) and signed.year == YEAR:
            rows.append([leaf, p.approval.id, "批而未供", p.approval.approved_on.year, mu, signed.isoformat(), f"出让合同{p.id}", "签订合同"])
        elif isinstance(begun, date) and isinstance(due, date) and begun.year == YEAR and begun > anniversary(due, 1):
            rows.append([leaf, p.id, "闲置", p.approved_on.year, mu, begun.isoformat(), f"施工许可{p.id}", "动工"])
        elif facts.get("extension_signed_on") and facts["extension_signed_on"].year == YEAR and facts.get("disposal_doc"):
            rows.append([leaf, p.id, "闲置", p.approved_on.year, mu, facts["disposal_on"].isoformat(), facts["disposal_doc"], "延长动工开发期限"])
        elif facts.get("finished_on") and rng.random() < 0.02:
            rows.append([leaf, p.id, "低效", p.approved_on.year, mu, f"{YEAR}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}", f"改造协议{p.id}", "改造"])
    for a in approvals:
        if a.withdrawn_on and a.withdrawn_on.year == YEAR:
            rows.append([leaf_of[id(a.block)], a.id, "批而未供", a.approved_on.year, round(a.withdrawn_ha * 15, 4), a.withdrawn_on.isoformat(),
                         a.withdrawn_doc, "批文部分撤回"])
    return rows


def write_quota(folder, parcels, approvals, leaves):
    leaf_of = {id(block): leaf for leaf, _, _, _, _, members in leaves for block in members}
    write_rows(folder + "/指标园区.csv",
               ["园区代码", "园区名称", "用地需求(亩)", "保底指标(亩)", "基数(亩)", "绩效得分", "上年超指标用地(亩)", "违法用地(亩)", "是否豁免", "五年平均供地率",
                "征收满两年未供应(亩)"],
               [[leaf, NAMES[leaf] + "(示例)", *figures] for leaf, figures in PARKS.items()])
    rows = disposals(parcels, approvals, leaf_of)
    write_rows(folder + "/处置.csv", ["园区代码", "编号", "类别", "批准年份", "处置面积(亩)", "办结日期", "办结文件", "处置方式"], rows)
    tasks = []
    for n, leaf in enumerate(PARKS):
        for kind, share in (("批而未供", 0.15), ("闲置", 0.3)):
            done = sum(row[4] for row in rows if row[0] == leaf and row[2] == kind)
            missed = kind == "闲置" and n % 3 == 2
            base = round(done / share * (1.4 if missed else 0.9), 2) if done else 60.0 if missed else 0.0
            tasks.append([leaf, kind, "处置率", base, f"{share:.0%}"])
    write_rows(folder + "/处置任务.csv", ["园区代码", "类别", "任务类型", "基期存量(亩)", "目标"], tasks)
    write_rows(folder + "/指标台账.csv", ["园区代码", "指标类型", "数量(亩)", "文件", "日期", "收支"], ENTRIES)
