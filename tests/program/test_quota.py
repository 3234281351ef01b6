"""Quotas as a planner would work them out: tables in, a quota file out, followed back and forth, tried with other figures; and the sharing alone."""
import csv
import json
import pathlib
import random
import tempfile
import unittest
from fractions import Fraction

from osgeo import ogr

from support import ROOT, Case, Ledger, run, write_layer

PARKS = [{"园区代码": "X", "园区名称": "甲园", "用地需求(亩)": "500", "超用(亩)": "0", "供地率": "0.8"},
         {"园区代码": "Y", "园区名称": "乙园", "用地需求(亩)": "50", "超用(亩)": "12", "供地率": "60%"},
         {"园区代码": "Z", "园区名称": "丙园", "用地需求(亩)": "100", "超用(亩)": "0", "供地率": "58%"}]
DISPOSALS = [{"park": "X", "subject": "P1", "kind": "批而未供", "cohort": "2018", "面积(亩)": "300", "closed_on": "2024-03-01", "document": "文1"},
             {"park": "X", "subject": "D1", "kind": "闲置", "cohort": "2018", "面积(亩)": "60", "closed_on": "2024-05-01", "document": "文2"},
             {"park": "Y", "subject": "P2", "kind": "unsupplied", "cohort": "2019", "面积(亩)": "200", "closed_on": "2024-06-01", "document": "文3"},
             {"park": "Z", "subject": "P3", "kind": "unsupplied", "cohort": "2020", "面积(亩)": "100", "closed_on": "2024-07-01", "document": "文4"}]
TASKS = [{"park": park, "kind": kind, "type": "rate", "base_area(亩)": base, "target": "30%"}
         for park, kind, base in [("X", "unsupplied", "1000"), ("X", "idle", "200"), ("Y", "unsupplied", "600"), ("Y", "idle", "10"),
                                  ("Z", "unsupplied", "0"), ("Z", "idle", "0")]]
ENTRIES = [{"park": "X", "type": "STK", "amount(亩)": "100", "document": "下1", "day": "2023-03-01"},
           {"park": "X", "type": "STK", "amount(亩)": "-60", "document": "批1", "day": "2024-06-01"}]


def write_csv(path, rows):
    names = list(dict.fromkeys(name for row in rows for name in row))
    with open(path, "w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, names)
        table.writeheader()
        table.writerows(rows)


class Desk(Case):
    def path(self, name):
        return self.folder / name


class Planning(Desk):
    def plan(self, parks=PARKS, disposals=DISPOSALS, tasks=TASKS, entries=ENTRIES, settings="", total="3000", rulebook="china"):
        write_csv(self.path("parks.csv"), parks)
        write_csv(self.path("disposals.csv"), disposals)
        write_csv(self.path("tasks.csv"), tasks)
        write_csv(self.path("entries.csv"), entries)
        self.path("audit.toml").write_text(
            f'title = "试算"\nas_of = 2024-12-31\nrulebook = "{rulebook}"\n[parks]\nsource = "none.gpkg"\n[parcels]\nsource = "none.gpkg"\n[quota]\n'
            f'total = {{ value = {total}, unit = "mu" }}\nparks = "parks.csv"\ndisposals = "disposals.csv"\ntasks = "tasks.csv"\n'
            f'entries = "entries.csv"\n{settings}', encoding="utf-8")

    def quota(self, *more, status=0, output="q.gpkg"):
        return run("quota", self.path("audit.toml"), "--year", 2024, "-o", self.path(output), "--overwrite", *more, status=status)

    def figures(self, output="q.gpkg"):
        return {row["park_id"]: round(row["quota_mu"], 6) for row in Ledger(self.path(output)).rows("SELECT * FROM quota")}

    def codes(self, output="q.gpkg"):
        return {row["code"] for row in Ledger(self.path(output)).rows("SELECT code FROM finding")}


class Quota(Planning):
    def test_the_worked_example_and_what_it_leaves_behind(self):
        self.plan()
        self.quota()
        self.assertEqual(self.figures(), {"X": 180, "Y": 50, "Z": 0})
        ledger = Ledger(self.path("q.gpkg"))
        self.assertEqual({row["holds"] for row in ledger.rows("SELECT holds FROM quota_check")}, {"yes"})
        steps = {(row["park_id"], row["step"]): row["after_m2"] * 3 / 2000 for row in ledger.rows("SELECT * FROM quota_step")}
        self.assertEqual(len(steps), 3 * 8)
        self.assertAlmostEqual(steps["Y", "credit"], 80)
        self.assertAlmostEqual(steps["Y", "deduct"], 68)
        self.assertAlmostEqual(steps["Z", "gate"], 0)
        self.assertEqual(ledger.value("SELECT sum(credit_m2) FROM quota_source WHERE park_id = 'X'"), 120000)
        self.assertEqual(ledger.value("SELECT balance_mu FROM quota_balance WHERE type = 'STK'"), 40)
        self.assertEqual(ledger.value("SELECT count(*) FROM quota WHERE label LIKE '%测算%' AND placeholder_used = 'yes'"), 3)
        self.assertIn("PLACEHOLDER_USED", self.codes())
        self.assertEqual(ledger.value("SELECT count(*) FROM receipt WHERE key LIKE 'input.%.csv'"), 4)
        # Rounds name each park where it was fixed, and nowhere else.
        rounds = [row["statement_zh"] for row in ledger.rows("SELECT statement_zh FROM quota_round ORDER BY round")]
        for park in "XYZ":
            self.assertEqual(sum(park in text for text in rounds), 1, rounds)

    def test_rows_in_another_order_give_the_same_bytes(self):
        self.plan()
        self.quota(output="a.gpkg")
        first = self.tables("a.gpkg")
        rng = random.Random(7)
        shuffled = [rng.sample(rows, len(rows)) for rows in (PARKS, DISPOSALS, TASKS, ENTRIES)]
        self.plan(*shuffled)
        self.quota(output="b.gpkg")
        self.assertEqual(self.tables("b.gpkg"), first)
        self.quota(output="c.gpkg")
        self.assertEqual(self.path("b.gpkg").read_bytes(), self.path("c.gpkg").read_bytes())

    def tables(self, output):
        ledger = Ledger(self.path(output))
        names = [row["name"] for row in ledger.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'quota%'")]
        self.assertEqual(len(names), 9)
        return {name: ledger.rows(f"SELECT * FROM {name} ORDER BY fid") for name in names}

    def test_a_geopackage_is_read_like_a_csv(self):
        self.plan()
        self.quota()
        write_layer(self.path("disposals.gpkg"), "disposals", DISPOSALS, types={"面积(亩)": ogr.OFTReal, "cohort": ogr.OFTInteger})
        text = self.path("audit.toml").read_text(encoding="utf-8").replace('"disposals.csv"', '"disposals.gpkg"')
        self.path("audit.toml").write_text(text, encoding="utf-8")
        self.quota(output="g.gpkg")
        self.assertEqual(self.tables("g.gpkg")["quota_source"], self.tables("q.gpkg")["quota_source"])

    def test_what_cannot_be_counted_is_told(self):
        later = {**DISPOSALS[0], "subject": "P8", "closed_on": "2025-01-01"}
        bare = {**DISPOSALS[0], "subject": "P9", "document": "", "面积(亩)": "1"}
        self.plan(parks=[*PARKS, {"园区代码": "W"}], disposals=[*DISPOSALS, DISPOSALS[0], later, bare, {**DISPOSALS[0], "park": "Q"}],
                  entries=[*ENTRIES, {**ENTRIES[0], "day": "2025-02-01"}, {"park": "Y", "type": "市统筹", "amount(亩)": "-5", "day": "2024-02-01"}])
        self.quota(status=1)
        self.assertLessEqual({"PARK_UNKNOWN", "DISPOSAL_LATER", "DISPOSAL_REPEATED", "DISPOSAL_UNDOCUMENTED", "TASK_ABSENT", "SUPPLY_RATE_UNKNOWN",
                              "DEMAND_UNKNOWN", "ENTRY_LATER", "QUOTA_OVERDRAWN"}, self.codes())
        self.assertEqual(self.figures(), {"W": 0, "X": 180.5, "Y": 50, "Z": 0})
        counts = {row["key"]: row["value"] for row in Ledger(self.path("q.gpkg")).rows("SELECT * FROM receipt WHERE key LIKE 'count.%'")}
        self.assertEqual(counts, {"count.disposals.read": "8", "count.disposals.used": "5", "count.disposals.rejected": "3"})

    def test_what_looks_like_a_slip_is_told_and_counted(self):
        alike = {**DISPOSALS[0], "park": "Y", "closed_on": "2024-03-02"}  # the same contract for another park and day
        earlier = {**DISPOSALS[1], "subject": "D7", "closed_on": "2021-05-01", "document": "文7"}
        self.plan(disposals=[*DISPOSALS, alike, earlier], entries=[*ENTRIES, ENTRIES[0]])
        self.quota("--lang", "zh")
        ledger = Ledger(self.path("q.gpkg"))
        told = {row["code"]: row["message_zh"] for row in ledger.rows("SELECT * FROM finding")}
        self.assertIn("文1 (X, Y)", told["DISPOSAL_ALIKE"])
        self.assertIn("2021 年 1 项，2024 年 5 项", told["DISPOSAL_YEARS"])
        self.assertIn("1 笔 STK", told["ENTRY_REPEATED"])
        self.assertEqual(ledger.value("SELECT count(*) FROM quota_source"), 6)
        period = {row["key"]: row["value"] for row in ledger.rows("SELECT * FROM receipt WHERE key LIKE 'disposals.%'")}
        self.assertEqual(period, {"disposals.first_closed_on": "2021-05-01", "disposals.last_closed_on": "2024-07-01"})
        self.plan()
        self.assertIn("办结于 2024-03-01 至 2024-07-01", self.quota("--lang", "zh").stdout)
        self.assertFalse({"DISPOSAL_ALIKE", "DISPOSAL_YEARS", "ENTRY_REPEATED", "UNIT_UNSTATED"} & self.codes())

    def test_a_blank_that_counts_for_the_park_is_told(self):
        parks = [{key: value for key, value in park.items() if key != "超用(亩)"} for park in PARKS]
        self.plan(parks=parks)
        self.quota()
        told = {row["code"]: row["message_zh"] for row in Ledger(self.path("q.gpkg")).rows("SELECT * FROM finding WHERE code <> 'DEDUCTION_UNKNOWN'")}
        self.assertRegex(told["EXEMPTION_UNKNOWN"], r"1 个园区.*Z")  # the only one whose gate is closed
        blank = Ledger(self.path("q.gpkg")).rows("SELECT message_zh FROM finding WHERE code = 'DEDUCTION_UNKNOWN'")
        self.assertEqual(len(blank), 3)
        self.assertTrue(any("上年超指标用地" in row["message_zh"] and "X, Y, Z" in row["message_zh"] for row in blank))
        self.plan(parks=[{**park, "是否豁免": "否", "征收满两年未供应(亩)": "0", "违法用地(亩)": "0"} for park in PARKS])
        self.quota()
        self.assertFalse({"EXEMPTION_UNKNOWN", "DEDUCTION_UNKNOWN"} & self.codes())

    def test_an_area_without_a_unit_is_a_warning(self):
        self.plan(disposals=[{("处置面积" if key == "面积(亩)" else key): value for key, value in row.items()} for row in DISPOSALS])
        self.quota()
        said = Ledger(self.path("q.gpkg")).rows("SELECT field, message_zh FROM finding WHERE code = 'UNIT_UNSTATED'")
        self.assertEqual([row["field"] for row in said], ["处置面积"])
        self.assertIn("平方米", said[0]["message_zh"])

    def test_an_anchor_that_ends_before_the_day_of_the_parameters_is_told(self):
        self.plan(rulebook="qingyuan")
        run("quota", self.path("audit.toml"), "--year", 2025, "-o", self.path("q.gpkg"), "--overwrite", status=0)
        told = Ledger(self.path("q.gpkg")).rows("SELECT message_zh FROM finding WHERE code = 'RULEBOOK_ENDS'")
        self.assertEqual(len(told), 1)
        self.assertIn("2025-12-30", told[0]["message_zh"])
        self.quota()
        self.assertNotIn("RULEBOOK_ENDS", self.codes())

    def test_no_result_takes_the_place_of_an_input(self):
        self.plan()
        for name in ("audit.toml", "parks.csv", "disposals.csv", "tasks.csv", "entries.csv"):
            before = self.path(name).read_bytes()
            for switches in (("-o", self.path(name)), ("-o", self.path("q.gpkg"), "--xlsx", self.path(name))):
                done = run("quota", self.path("audit.toml"), "--year", 2024, *switches, "--overwrite", status=5)
                self.assertIn(name, done.stderr)
            self.assertEqual(self.path(name).read_bytes(), before)
        self.path("link.gpkg").symlink_to(self.path("parks.csv"))
        run("quota", self.path("audit.toml"), "--year", 2024, "-o", self.path("link.gpkg"), "--overwrite", status=5)

    def test_the_first_round_says_why_less_is_shared_than_there_is(self):
        self.plan()
        self.quota()
        first = Ledger(self.path("q.gpkg")).value("SELECT statement_zh FROM quota_round WHERE round = 1")
        self.assertTrue(first.startswith("可分 3000 亩，而各园区上限之和为 230 亩，"), first)
        self.plan(total="100")
        self.quota()
        self.assertTrue(Ledger(self.path("q.gpkg")).value("SELECT statement_zh FROM quota_round WHERE round = 1").startswith("第1轮"))

    def test_a_coefficient_by_year_of_approval_wants_the_year(self):
        folder = self.path("own")
        folder.mkdir()
        folder.joinpath("rulebook.toml").write_text(
            'title = { zh = "自备", en = "Own" }\ndocuments = ["notice.toml", "quota-estimate.toml"]\nanchors = []\n', encoding="utf-8")
        folder.joinpath("notice.toml").write_text(
            'title = { zh = "示例通知", en = "A notice" }\nnumber = "示例〔2024〕1号"\nissuer = "示例市"\nlevel = "municipal"\nin_force = { from = 2024-01-01 }\n'
            + "".join(f'[[parameter]]\nname = "quota.k.unsupplied.from_2019.{done}"\nvalue = "0.1"\nunit = "share"\narticle = "第二条"\n'
                      'zh = "较新的批准核定得少。"\nen = "Newer approvals earn less."\nstatus = "read"\n' for done in ("both", "one", "none")), encoding="utf-8")
        self.plan(disposals=[DISPOSALS[0], {**DISPOSALS[1], "kind": "unsupplied", "cohort": ""}, DISPOSALS[2]], rulebook="own")
        self.quota()
        self.assertIn("DISPOSAL_COHORT_UNKNOWN", self.codes())
        sources = {row["subject_id"]: row["coefficient"] for row in Ledger(self.path("q.gpkg")).rows("SELECT * FROM quota_source")}
        self.assertEqual(sources, {"P1": 0.4, "D1": 0.1, "P2": 0.1})

    def test_bad_rows_are_refused_with_their_place_and_the_old_file_stays(self):
        self.plan()
        self.quota()
        before = self.path("q.gpkg").read_bytes()
        for table, rows, words in [("parks", [{**PARKS[0], "用地需求(亩)": "-1"}], ["parks.csv", "row 2", "demand"]),
                                   ("parks", [PARKS[0], PARKS[0]], ["parks.csv", "row 3", "twice"]),
                                   ("disposals", [{**DISPOSALS[0], "面积(亩)": "-3"}], ["disposals.csv", "row 2", "area"]),
                                   ("disposals", [{**DISPOSALS[0], "kind": "荒地"}], ["disposals.csv", "row 2", "unsupplied"]),
                                   ("disposals", [{**DISPOSALS[0], "cohort": "18"}], ["disposals.csv", "row 2", "year"]),
                                   ("tasks", [{**TASKS[0], "target": "130%"}], ["tasks.csv", "row 2", "target"]),
                                   ("entries", [{**ENTRIES[0], "type": "ABC"}], ["entries.csv", "row 2", "NAT"])]:
            self.plan(**{table: rows})
            done = self.quota(status=3)
            for word in words:
                self.assertIn(word, done.stderr)
        self.assertEqual(self.path("q.gpkg").read_bytes(), before)

    def test_no_feasible_quota_names_the_culprits_and_writes_nothing(self):
        self.plan(parks=[{**PARKS[0], "保底(亩)": "40"}, {**PARKS[1], "保底(亩)": "30"}], total="60")
        done = self.quota(status=6)
        self.assertIn("X floor 40 mu", done.stderr)
        self.assertIn("Y floor 30 mu", done.stderr)
        self.assertFalse(self.path("q.gpkg").exists())

    def test_the_terminal_tells_reserve_and_leftover_apart(self):
        self.plan(settings="reserve_share = 0.1\n")
        shown = self.quota("--lang", "zh").stdout
        for line in ("合计", "未分配", "可分总量", "预留", "总量"):
            self.assertIn(line, shown)
        figures = {line.split()[0]: line.split()[-1] for line in shown.splitlines() if line.startswith(("合计", "未分配", "可分总量", "预留", "总量"))}
        self.assertEqual(figures, {"合计": "230.00", "未分配": "2470.00", "可分总量": "2700.00", "预留": "300.00", "总量": "3000.00"})
        told = json.loads(self.quota("--json").stdout)
        self.assertAlmostEqual(told["kept_back_m2"] + told["undistributed_m2"], told["reserve_m2"])
        # 乙园: 80 earned, 12 deducted; no code of the program in the Chinese text.
        self.assertRegex(shown, r"Y +乙园 +完成一项 +通过 +80\.00 +12\.00 +— +50\.00 +50\.00")
        for code in ("quota.k.", "unsupplied", "linked"):
            self.assertNotIn(code, shown)

    def test_without_a_section_it_says_so_first_and_shows_one(self):
        self.path("audit.toml").write_text('as_of = 2024-12-31\n[parks]\nsource = "none.gpkg"\n[parcels]\nsource = "none.gpkg"\n', encoding="utf-8")
        done = run("quota", self.path("audit.toml"), status=2)
        for word in ("[quota]", "total", "parks", "ledgers", "year"):
            self.assertIn(word, done.stderr)
        self.assertNotIn("-o", done.stderr)
        # What it shows is a section that can be read.
        section = "\n".join(line for line in done.stderr.splitlines() if line.startswith("  "))
        self.plan()
        self.path("audit.toml").write_text(self.path("audit.toml").read_text(encoding="utf-8").split("[quota]")[0] + section, encoding="utf-8")
        self.assertIn("quota-parks.csv", self.quota(status=3).stderr)

    def test_the_factor_rule_shares_by_weights_that_sum_to_one(self):
        parks = [{**park, "基数(亩)": base, "绩效": score} for park, base, score in zip(PARKS, ("300", "100", "100"), ("80", "60", "60"))]
        self.plan(parks=parks, settings='rule = "factor"\nreserve_share = 0.1\n', total="400")
        done = json.loads(self.quota("--json").stdout)
        raw = {park["park_id"]: next(step["after_m2"] for step in park["steps"] if step["step"] == "raw") for park in done["parks"]}
        self.assertAlmostEqual(sum(raw.values()) * 3 / 2000, 360)
        share = Fraction(3, 10) * Fraction(300, 500) + Fraction(3, 10) * Fraction(180, 310) + Fraction(2, 10) * Fraction(500, 650) + Fraction(2, 10) * Fraction(80, 200)
        self.assertAlmostEqual(raw["X"] * 3 / 2000, float(360 * share))
        self.assertTrue(all(check["holds"] == "yes" for check in done["checks"]))


class Followed(Planning):
    def setUp(self):
        super().setUp()
        self.plan()
        self.quota()

    def test_from_the_figure_back_to_the_land_and_the_clauses(self):
        done = run("explain", self.path("q.gpkg"), "X", "--lang", "zh", status=0).stdout
        for word in ("180 亩", "P1", "D1", "文1", "测算", "占位", "系数", "处置率", "quota_mu", "用地指标测算参数", "国土资发〔2014〕119号",
                     "本程序自拟的“指标测算的占位参数”", "须由本局文件替换", "《国土资源部关于推进土地节约集约利用的指导意见》"):
            self.assertIn(word, done)

    def test_a_placeholder_is_never_told_like_law(self):
        done = run("explain", self.path("q.gpkg"), "X", "--lang", "zh", status=0).stdout
        self.assertNotIn("《指标测算的占位参数》", done)
        line = next(line for line in done.splitlines() if "用地指标测算参数" in line)
        self.assertIn("不是法规", line)
        self.assertNotIn("施行", line)

    def test_a_task_without_stock_is_no_task(self):
        done = run("explain", self.path("q.gpkg"), "Z", "--lang", "zh", status=0).stdout
        self.assertIn("没有存量可处置，不构成任务", done)

    def test_from_the_land_forward_to_what_it_earned(self):
        told = json.loads(run("explain", self.path("q.gpkg"), "P2", "--json", status=0).stdout)
        self.assertEqual(told["subject"], "disposal")
        text = json.dumps(told, ensure_ascii=False)
        for word in ("53333.33", "0.4 ×", "100.0 %", "50 mu"):
            self.assertIn(word, text)

    def test_an_unknown_id_is_answered_with_the_nearest(self):
        self.assertIn("P1", run("explain", self.path("q.gpkg"), "P11", status=2).stderr)


class Trials(Planning):
    def setUp(self):
        super().setUp()
        self.plan()

    def trial(self, *arguments, status=0):
        done = run("quota", self.path("audit.toml"), "--year", 2024, "--json", *arguments, status=status)
        return json.loads(done.stdout) if status == 0 else done.stderr

    def in_mu(self, figures):
        return [round(figure * 3 / 2000, 4) for figure in figures]

    def test_other_parameters_and_inputs_beside_the_base_case(self):
        told = self.trial("--set", "k.unsupplied.both=0.6", "--set", "park.Y.demand=30mu")
        self.assertEqual(self.in_mu(told["base"]["quota_m2"]), [180, 50, 0])
        self.assertEqual(self.in_mu(told["variants"][0]["quota_m2"]), [210, 30, 0])

    def test_more_disposed_of_gains_more(self):
        told = self.trial("--more", "X:idle:3ha")
        self.assertEqual(self.in_mu(told["variants"][0]["quota_m2"]), [202.5, 50, 0])
        gains = {(each["park"], each["kind"]): each["quota_m2"] for each in self.trial("--marginal")["marginal"]}
        self.assertAlmostEqual(gains["X", "idle"], 5000, delta=7)
        self.assertEqual(gains["Y", "unsupplied"], 0)  # at its demand already
        self.assertEqual(gains["X", "inefficient"], 0)

    def test_a_scan_and_the_placeholder_that_moves_most(self):
        told = self.trial("--scan", "k.unsupplied.both", "0.3:0.5:0.1")
        self.assertEqual([self.in_mu(each["quota_m2"])[0] for each in told["variants"]], [120, 150, 180])
        moved = self.trial("--placeholders")["placeholders"]
        self.assertEqual([each["moved_m2"] for each in moved], sorted((each["moved_m2"] for each in moved), reverse=True))
        leading = next(each for each in moved if each["parameter"] == "quota.k.unsupplied.both")
        self.assertAlmostEqual(leading["moved_m2"] * 3 / 2000, 15)

    def test_a_variant_without_a_feasible_quota_says_so(self):
        told = self.trial("--set", "park.Y.floor=60mu")
        self.assertIn("Y", told["variants"][0]["infeasible"]["en"])

    def test_what_is_not_understood_is_refused(self):
        self.assertIn("factor.alpha", self.trial("--set", "factor.alpah=0.4", status=2))
        self.assertIn("demand", self.trial("--set", "park.Y.demnad=3mu", status=2))
        self.assertIn("X", self.trial("--set", "park.XX.demand=3mu", status=2))
        self.assertIn("0:0.6:0.05", self.trial("--scan", "factor.beta", "0-1", status=2))
        # In the unit behind the step: 200 and 230 亩.
        told = self.trial("--scan", "total", "200:230:30mu")
        self.assertEqual([variant["name"] for variant in told["variants"]], ["total=200mu", "total=230mu"])
        self.assertEqual([round(sum(variant["quota_m2"]) * 3 / 2000) for variant in told["variants"]], [200, 230])
        self.assertIn("2000:3000:250mu", self.trial("--scan", "total", "200ha:230:30mu", status=2))
        self.assertIn("0.6", self.trial("--set", "gate.supply_rate_min=60", status=2))
        self.assertIn("--stock", self.trial("--disposed", "P7", status=2))
        self.trial("--set", "total=5mu", "-o", self.path("q.gpkg"), status=2)
        self.assertFalse(self.path("q.gpkg").exists())


def solved(rows, total, unit):
    """The shares before rounding by bisection's exact cousin: the breaks of the sum in λ, sorted. None where floors and caps or total conflict."""
    total = total // unit
    rows = [(weight, -(-floor // unit), None if cap is None else cap // unit) for weight, floor, cap in rows]
    if any(cap is not None and floor > cap for _, floor, cap in rows) or sum(floor for _, floor, _ in rows) > total:
        return None
    if all(cap is not None for _, _, cap in rows):
        total = min(total, sum(cap for _, _, cap in rows))

    def shares(factor):
        return [floor if weight == 0 else max(floor, factor * weight) if cap is None else min(max(floor, factor * weight), cap) for weight, floor, cap in rows]
    breaks = sorted({Fraction(0), *(Fraction(bound) / weight for weight, floor, cap in rows if weight for bound in (floor, cap) if bound is not None)})
    breaks.append(breaks[-1] + 1)
    for low, high in zip(breaks, breaks[1:]):
        at, then = sum(shares(low)), sum(shares(high))
        last = high == breaks[-1]
        if at <= total and (total <= then or last):
            return shares(low if then == at else low + (total - at) * (high - low) / (then - at))
    raise AssertionError("no piece meets the total")


class Allocate(Desk):
    def test_random_tables_against_another_method(self):
        seed = 20240612
        rng = random.Random(seed)
        for n in range(40):
            unit = rng.choice([Fraction(1), Fraction(1, 100), Fraction(1, 8)])
            rows = []
            for _ in range(rng.randint(1, 12)):
                floor = rng.choice([0, 0, Fraction(rng.randint(0, 4000), 100)])
                cap = rng.choice([None, floor + Fraction(rng.randint(0, 5000), 100), Fraction(rng.randint(0, 6000), 100)])
                rows.append((rng.choice([Fraction(0), Fraction(rng.randint(1, 90), 10)]), floor, cap))
            total = Fraction(rng.randint(0, 30000), 100)
            write_csv(self.path("t.csv"), [{"id": f"K{i:02}", "weight": float(weight), "floor": float(floor), "cap": "" if cap is None else float(cap)}
                                           for i, (weight, floor, cap) in enumerate(rows)])
            expected = solved(rows, total, unit)
            with self.subTest(seed=seed, table=n):
                done = run("allocate", self.path("t.csv"), "--total", float(total), "--unit", float(unit), "--json", status=6 if expected is None else 0)
                if expected is None:
                    self.assertIn("no feasible quota", done.stderr)
                    continue
                told = json.loads(done.stdout)
                given = [Fraction(str(park["quota"])) for park in told["parks"]]
                self.assertEqual(sum(given) + Fraction(str(told["reserve"])).limit_denominator(10**6), total)
                for share, figure, (_, floor, cap) in zip(expected, given, rows):
                    self.assertLess(abs(share - figure / unit), 1)
                    self.assertGreaterEqual(figure, floor)
                    self.assertTrue(cap is None or figure <= cap)
                self.assertTrue(all(park["rounds"] for park in told["parks"]))

    def test_bad_tables_are_refused_with_the_row(self):
        for text, words in [("id,weight\nA,1\nB,-2\n", ["row 3", "weight", "-2"]), ("id,weight\nA,1\n,2\n", ["row 3", "id"]),
                            ("id,weight\nA,1\nA,2\n", ["row 3", "twice"]), ("id,weight\nA,many\n", ["row 2", "many"]),
                            ("id,weight\nA,\n", ["row 2", "weight"]), ("id,floor\nA,1\n", ["weight"]), ("id,weight\n", ["no row"])]:
            self.path("t.csv").write_text(text, encoding="utf-8")
            done = run("allocate", self.path("t.csv"), "--total", 10, status=3)
            for word in words:
                self.assertIn(word, done.stderr)
        self.path("t.csv").write_text("id,weight\nA,1\n", encoding="utf-8")
        for total in ("-1", "3 mu", "x"):
            run("allocate", self.path("t.csv"), f"--total={total}", status=2)
        run("allocate", self.path("t.csv"), "--total", 10, "--unit", 0, status=2)


class AgainstLedgers(Desk):
    """The sample's own two years; what people typed beside them."""

    @classmethod
    def setUpClass(cls):
        cls.years = tempfile.TemporaryDirectory()
        for year in (2023, 2024):
            run("audit", ROOT / "gis-data" / "sample" / "audit.toml", "-o", pathlib.Path(cls.years.name) / f"{year}.gpkg", "--as-of", f"{year}-12-31",
                "--fail-on", "never", status=0)
        second = Ledger(pathlib.Path(cls.years.name) / "2024.gpkg")
        cls.rates = {row["park_id"]: row["supply_rate"] for row in
                     second.rows("SELECT park_id, supply_rate FROM supply_rate WHERE scope = 'park' AND first_year < last_year")}

    @classmethod
    def tearDownClass(cls):
        cls.years.cleanup()

    def test_what_is_typed_is_held_against_the_ledgers(self):
        known = sorted(park for park, rate in self.rates.items() if rate is not None)
        wrong, blank, right = known[:3]
        rates = {wrong: self.rates[wrong] / 2, blank: "", right: round(self.rates[right], 4)}
        write_csv(self.path("parks.csv"), [{"park": park, "demand(亩)": "100", "supply_rate": rate} for park, rate in rates.items()])
        run("disposals", *(pathlib.Path(self.years.name) / f"{year}.gpkg" for year in (2023, 2024)), "-o", self.path("d.gpkg"), "--fail-on", "never", status=0)
        stock = Ledger(self.path("d.gpkg")).value("SELECT sum(stock_a_m2) FROM stock WHERE park_id = ? AND kind = 'idle'", right)
        write_csv(self.path("tasks.csv"), [{"park": wrong, "kind": "unsupplied", "type": "rate", "base_area": 1, "target": "30%"},
                                           {"park": right, "kind": "idle", "type": "rate", "base_area": round(stock, 1), "target": "30%"}])
        ledgers = ", ".join(f'"{self.years.name}/{year}.gpkg"' for year in (2023, 2024))
        self.path("audit.toml").write_text(
            'as_of = 2024-12-31\n[parks]\nsource = "none.gpkg"\n[parcels]\nsource = "none.gpkg"\n[quota]\ntotal = { value = 3000, unit = "mu" }\nparks = "parks.csv"\n'
            f'tasks = "tasks.csv"\nledgers = [{ledgers}]\n', encoding="utf-8")
        shown = run("quota", self.path("audit.toml"), "--year", 2024, "-o", self.path("q.gpkg"), "--lang", "zh", "--fail-on", "never", status=0).stdout
        ledger = Ledger(self.path("q.gpkg"))
        found = {(row["code"], row["subject_id"]): row["message_zh"] for row in ledger.rows("SELECT * FROM finding WHERE code GLOB 'SUPPLY_RATE*' OR code GLOB 'TASK_BASE*'")}
        self.assertEqual(set(found), {("SUPPLY_RATE_DIFFERS", wrong), ("SUPPLY_RATE_TAKEN", blank), ("TASK_BASE_DIFFERS", wrong)})
        both = (f"{self.rates[wrong] * 50:.2f} %", f"{self.rates[wrong] * 100:.2f} %")
        for value in both:
            self.assertIn(value, found["SUPPLY_RATE_DIFFERS", wrong])
            self.assertIn(value, shown)
        # Where the ledger's figure would decide otherwise, the message says so.
        self.assertTrue(self.rates[wrong] / 2 < 0.6 <= self.rates[wrong])
        self.assertIn("按台账的数则不低于限值，不应暂停", found["SUPPLY_RATE_DIFFERS", wrong])
        task = ledger.rows("SELECT * FROM quota_task WHERE park_id = ?", wrong)[0]
        by_ledger = task["disposed_m2"] >= 0.3 * task["ledger_base_area_m2"]
        self.assertEqual(task["done"], "yes" if task["disposed_m2"] >= 0.3 else "no")
        self.assertEqual("按台账的存量则任务" in found["TASK_BASE_DIFFERS", wrong], by_ledger != (task["done"] == "yes"))
        told = run("explain", self.path("q.gpkg"), wrong, "--lang", "zh", status=0).stdout
        self.assertIn("（园区表所填；台账为 ", told)
        self.assertIn(both[1], told)
        self.assertIn("（任务表所填；台账为 ", told)
        source = {row["park_id"]: row for row in ledger.rows("SELECT * FROM quota_park")}
        self.assertEqual({park: row["supply_rate_source"] for park, row in source.items()}, {wrong: "table", blank: "ledger", right: "table"})
        self.assertAlmostEqual(source[blank]["supply_rate"], self.rates[blank], delta=1e-8)
        self.assertIn("（园区表未填，取自台账）", run("explain", self.path("q.gpkg"), blank, "--lang", "zh", status=0).stdout)
        self.assertFalse(ledger.rows("SELECT * FROM finding WHERE code = 'TYPED_NOT_COMPARED'"))


class Sample(Desk):
    def test_the_sample_parks_have_quotas(self):
        run("quota", ROOT / "gis-data" / "sample" / "audit.toml", "--year", 2024, "-o", self.path("q.gpkg"), status=0)
        ledger = Ledger(self.path("q.gpkg"))
        # Its disposals come from a table, so nothing tells whether what was typed is true.
        self.assertEqual(ledger.value("SELECT count(*) FROM finding WHERE code = 'TYPED_NOT_COMPARED' AND message_zh LIKE '%7 个园区%16 项任务%'"), 1)
        self.assertIn("未与台账核对", run("explain", self.path("q.gpkg"), "K01", "--lang", "zh", status=0).stdout)
        self.assertEqual(ledger.value("SELECT count(*) FROM quota"), 8)
        self.assertEqual(ledger.value("SELECT count(*) FROM quota_check WHERE holds <> 'yes'"), 0)
        self.assertEqual(ledger.value("SELECT gated FROM quota WHERE park_id = 'K04'"), "yes")


if __name__ == "__main__":
    unittest.main()
