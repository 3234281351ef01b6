"""The annual workbook: LibreOffice works every formula out again and finds the frozen figures; a changed input moves what depends on it."""
import hashlib
import re
import shutil
import subprocess
import unittest
import xml.etree.ElementTree as xml
import zipfile

from support import Case, Ledger, run

SPACE = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
QUOTA = "指标（亩）＝①＋②－③＋④＋⑤"
HOSTILE = ["=cmd|'/C calc'!A0", "+1", "@x", "-2", "K*", "K0?"]

# Makes LibreOffice work out every formula on loading, whatever the file says it has.
RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


class Workbook:
    """The cells of an XLSX file: {sheet: {"B4": Cell}}."""

    class Cell:
        def __init__(self, node, shared):
            self.kind = node.get("t", "n")
            self.style = int(node.get("s", 0))
            formula = node.find("m:f", SPACE)
            self.formula = formula.text if formula is not None else None
            value = node.find("m:v", SPACE)
            text = value.text if value is not None else "".join(node.itertext()) if self.kind == "inlineStr" else None
            self.value = shared[int(text)] if self.kind == "s" else float(text) if self.kind == "n" and text is not None else (text or "")

        def is_error(self):
            return self.kind == "e" or str(self.value).startswith(("#", "Err:"))

    def __init__(self, path):
        with zipfile.ZipFile(path) as parts:
            shared = []
            if "xl/sharedStrings.xml" in parts.namelist():
                root = xml.fromstring(parts.read("xl/sharedStrings.xml"))
                shared = ["".join(text.text or "" for text in item.iter(f"{{{SPACE['m']}}}t")) for item in root.findall("m:si", SPACE)]
            book = xml.fromstring(parts.read("xl/workbook.xml"))
            styles = xml.fromstring(parts.read("xl/styles.xml"))
            inputs = {number for number, fill in enumerate(styles.find("m:fills", SPACE)) if any(color.get("rgb") == "FFFFF8DC" for color in fill.iter())}
            self.looks = list(styles.find("m:cellXfs", SPACE))
            self.yellow = {number for number, look in enumerate(self.looks) if int(look.get("fillId", 0)) in inputs}
            self.sheets, self.xml = {}, {}
            for number, sheet in enumerate(book.find("m:sheets", SPACE), 1):
                text = parts.read(f"xl/worksheets/sheet{number}.xml")
                self.xml[sheet.get("name")] = text.decode()
                root = xml.fromstring(text)
                self.sheets[sheet.get("name")] = {node.get("r"): self.Cell(node, shared) for node in root.iter(f"{{{SPACE['m']}}}c")}

    def column(self, sheet, header):
        """The cells below a header, as {row: Cell}; the first column of that name, however its lines break."""
        cells = self.sheets[sheet]
        letters = next(re.match(r"[A-Z]+", place)[0] for place, cell in cells.items() if place.endswith("3") and place[-2].isalpha() and str(cell.value).replace("\n", "") == header)
        return {int(place[len(letters):]): cell for place, cell in cells.items() if re.fullmatch(letters + r"\d+", place) and int(place[len(letters):]) > 3}


class AnnualWorkbook(Case):
    rule = "linked"

    def project(self, rule):
        names = [*HOSTILE, "K07", "K08", "K09"]
        parks = ["park,name,demand(亩),floor(亩),base(亩),performance,overuse(亩),illegal(亩),supply_rate,unsupplied_two_years(亩)"]
        disposals = ["park,subject,kind,cohort,area(m2),closed_on,document,event"]
        tasks = ["park,kind,type,base_area(亩),target,cohort_from,cohort_to"]
        entries = ["park,type,amount(亩),document,day"]
        for i, name in enumerate(names):
            rate = "58%" if name == "K08" else "60%" if name == "K09" else "75%"
            demand = ["400", "33.333", "150", "12.5", "80", "5", "0", "300", "7.77"][i]
            parks.append(f'"{name}","园区 {name}",{demand},{2 if i in (0, 3) else 0},{10 * i + 3},{60 + i},{1.25 if i == 2 else 0},{0.3 if i == 3 else 0},{rate},{4.5 if i == 1 else 0}')
            for k in range(5):
                disposals.append(f'"{name}",P{i}-{k},{("unsupplied", "idle")[k % 2]},{2012 + 2 * k if k < 4 else ""},{9137.77 * (i + 1) + 1234.567 * k},2024-0{k + 1}-15,"=文〔2024〕{k}号",{("contract", "work_started")[k % 2]}')
            tasks.append(f'"{name}",unsupplied,rate,{100 * (i + 1)},30%,,2018')
            tasks.append(f'"{name}",idle,{"ceiling" if i % 2 else "rate"},{40 * (i + 1)},{"10" if i % 2 else "90%"},,')
            entries.append(f'"{name}",SPEC,{20 + i},"清〔2023〕{i}号",2023-05-01')
            entries.append(f'"{name}",SPEC,{-3.5 - i},"粤〔2024〕{i}号",2024-06-01')
        for table, lines in (("parks", parks), ("disposals", disposals), ("tasks", tasks), ("entries", entries)):
            self.write(f"{table}.csv", "\n".join(lines) + "\n")
        return self.write("audit.toml", f"""
title = "年度指标"
as_of = 2024-12-31
[parks]
source = "land.gpkg"
layer = "parks"
[parcels]
source = "land.gpkg"
layer = "parcels"
[quota]
year = 2024
total = {{ value = 200, unit = "mu" }}
reserve_share = 0.10
rule = "{rule}"
unit = "0.01 mu"
parks = "parks.csv"
disposals = "disposals.csv"
tasks = "tasks.csv"
entries = "entries.csv"
""")

    def book(self, rule="linked", *switches):
        run("quota", self.project(rule), "-o", self.folder / "q.gpkg", "--xlsx", self.folder / "q.xlsx", "--overwrite", "--fail-on", "never", "--lang", "zh",
            *switches, status=0)
        return self.folder / "q.xlsx"

    def recalculated(self, path):
        profile = self.folder / "profile"
        (profile / "user").mkdir(parents=True, exist_ok=True)
        (profile / "user" / "registrymodifications.xcu").write_text(RECALCULATE, encoding="utf-8")
        out = self.folder / "recalculated"
        shutil.rmtree(out, ignore_errors=True)
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), str(path)],
                       check=True, capture_output=True, timeout=300)
        return Workbook(out / path.name)

    def changed(self, path, *edits):
        """A copy of the workbook with input cells holding something else: (sheet, row, header, a number, words, or None for nothing)."""
        book = Workbook(path)
        written = {}
        for sheet, row, header, value in edits:
            place = next(place for place, cell in book.sheets[sheet].items() if place.endswith("3") and place[-2].isalpha() and str(cell.value).replace("\n", "") == header)
            target = re.match(r"[A-Z]+", place)[0] + str(row)
            name = f"xl/worksheets/sheet{list(book.sheets).index(sheet) + 1}.xml"
            now = "" if value is None else f"<is><t>{value}</t></is>" if isinstance(value, str) else f"<v>{value}</v>"
            kind = b' t="inlineStr"' if isinstance(value, str) else b""
            with zipfile.ZipFile(path) as old:
                text = written.get(name) or old.read(name)
            text, count = re.subn(rf'<c r="{target}"( s="[0-9]+")?[^>/]*(/>|><v>[^<]*</v></c>)'.encode(),
                                  lambda found: b'<c r="' + target.encode() + b'"' + (found[1] or b"") + kind + b">" + now.encode() + b"</c>", text)
            self.assertEqual(count, 1, target)
            written[name] = text
        copy = path.with_name("changed.xlsx")
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w") as new:
            for name in old.namelist():
                new.writestr(name, written.get(name) or old.read(name))
        return copy

    @staticmethod
    def park_row(book, sheet, park):
        return next(row for row, cell in book.column(sheet, "园区编号").items() if cell.value == park)

    def assert_same_as_frozen(self, path):
        written, again = Workbook(path), self.recalculated(path)
        self.assertEqual(list(written.sheets), list(again.sheets))
        formulas = 0
        for sheet, cells in written.sheets.items():
            for place, cell in cells.items():
                if cell.formula is None:
                    continue
                formulas += 1
                other = again.sheets[sheet][place]
                self.assertFalse(other.is_error(), (sheet, place, cell.formula, other.value))
                if isinstance(cell.value, float):
                    self.assertAlmostEqual(other.value, cell.value, delta=1e-6 + 1e-9 * abs(cell.value), msg=(sheet, place, cell.formula))
                else:
                    self.assertEqual(other.value, cell.value, (sheet, place, cell.formula))
        for sheet, cells in again.sheets.items():
            self.assertNotIn("✗", {cell.value for cell in cells.values()}, sheet)
        return written, again, formulas

    def test_recalculation_gives_the_frozen_figures(self):
        for rule in ("linked", "factor"):
            with self.subTest(rule):
                written, again, formulas = self.assert_same_as_frozen(self.book(rule))
                self.assertGreater(formulas, 500)
                quota = again.column("指标", QUOTA)
                exact = {row["park_id"]: row["quota_mu"] for row in Ledger(self.folder / "q.gpkg").rows("SELECT park_id, quota_mu FROM quota")}
                ids = written.column("指标", "园区编号")
                parks = {cell.value: round(quota[row].value, 6) for row, cell in ids.items() if cell.value in exact}
                self.assertEqual(parks, {park: round(figure, 6) for park, figure in exact.items()})
                self.assertTrue(any(figure > 0 for figure in parks.values()))
                self.assertEqual(parks["K08"], 0)  # its gate is closed
                self.assertEqual({cell.value for cell in again.column("核对", "核对").values()}, {"✓"})

    def test_a_changed_input_moves_the_totals(self):
        path = self.book("linked")
        before = Workbook(path)
        row = self.park_row(before, "来源", "K09")
        after = self.recalculated(self.changed(path, ("来源", row, "面积（m²）", 1)))
        for sheet, header in (("处置", "核定"), ("推导", "1 处置核定")):
            was = sum(cell.value for cell in before.column(sheet, header).values() if isinstance(cell.value, float))
            now = sum(cell.value for cell in after.column(sheet, header).values() if isinstance(cell.value, float))
            self.assertLess(now, was - 1, (sheet, header))
        self.assertIn("✗", {cell.value for cell in after.column("核对", "核对").values()})  # it is not what was frozen any more
        # The plan's total: everything that is shared out follows, and still adds up.
        after = self.recalculated(self.changed(path, ("参数", 4, "数值", 60)))
        quota = [cell.value for row, cell in sorted(after.column("指标", QUOTA).items())]
        parks, total, undistributed, to_share, kept_back, plan = quota[:9], *quota[9:14]
        self.assertAlmostEqual(sum(parks), total, delta=1e-6)
        self.assertAlmostEqual(to_share, 54, delta=1e-6)  # 60 less a tenth
        self.assertAlmostEqual(total + undistributed, to_share, delta=1e-6)
        self.assertAlmostEqual(kept_back, 6, delta=1e-6)
        self.assertAlmostEqual(plan, 60, delta=1e-6)

    def test_the_words_of_the_quotas_follow_the_inputs(self):
        path = self.book("linked")
        before = Workbook(path)
        row = {park: self.park_row(before, "指标", park) for park in ("K07", "K08", "K09")}
        gates = lambda book: {park: book.column("指标", "供地率")[at].value for park, at in row.items()}
        self.assertEqual(gates(before), {"K07": "通过", "K08": "暂停", "K09": "通过"})  # 75 %, 58 %, exactly at the line
        self.assertTrue(all(before.column("指标", header)[at].formula for header in ("处置任务", "供地率") for at in row.values()))
        rate = lambda park, value: ("输入", row[park], "五年供地率", value)
        after = self.recalculated(self.changed(path, rate("K07", 0.5999), rate("K08", None), rate("K09", 0.1), ("输入", row["K09"], "豁免", "是")))
        self.assertEqual(gates(after), {"K07": "暂停", "K08": "未知", "K09": "豁免"})
        self.assertEqual(after.column("指标", QUOTA)[row["K07"]].value, 0)
        # A task of nothing is no task: the park has one less to miss.
        tasks, done = before.column("任务", "园区编号"), before.column("任务", "是否完成")
        missed = next(at for at in sorted(tasks) if tasks[at].value == "K07" and done[at].value == "未完成")
        was = before.column("指标", "处置任务")[row["K07"]].value
        kind = before.column("任务", "任务")[missed].value
        edit = ("任务", missed, "基期存量", 0) if kind == "处置率" else ("任务", missed, "目标", 10000)
        now = self.recalculated(self.changed(path, edit)).column("指标", "处置任务")[row["K07"]].value
        self.assertEqual((was, now), {"均未完成": ("均未完成", "完成一项"), "完成一项": ("完成一项", "均完成")}[was])

    def test_cells_refuse_what_the_program_refuses(self):
        book = Workbook(self.book("factor"))
        rules = {}
        for sheet, text in book.xml.items():
            for found in re.findall(r'<dataValidation (.*?)>(.*?)</dataValidation>', text):
                self.assertRegex(found[0], 'showErrorMessage="1".* error="[^"]*[应][^"]*"', sheet)
                for place in re.search(r'sqref="([^"]*)"', found[0])[1].split():
                    rules[sheet, place] = (*re.search(r'type="(\w+)"(?: operator="(\w+)")?', found[0]).groups(), *re.findall(r"<formula.>(.*?)</formula.>", found[1]))
        last = 3 + len(HOSTILE) + 3
        at_least_zero = ("decimal", "greaterThanOrEqual", "0")
        for place, rule in ((f"D4:D{last}", at_least_zero), (f"J4:J{last}", at_least_zero), (f"G4:G{last}", ("decimal", None, "0", "100")),
                            (f"K4:K{last}", ("decimal", None, "0", "1")), (f"M4:M{last}", ("list", None, '"是,否"'))):
            self.assertEqual(rules["输入", place], rule, place)
        # Every number in a yellow cell has a rule.
        covered = set()
        for sheet, place in rules:
            letters, first, *rest = re.findall(r"[A-Z]+|[0-9]+", place)
            covered |= {(sheet, f"{letters}{row}") for row in range(int(first), int(rest[-1] if rest else first) + 1)}
        yellow = {(sheet, place) for sheet, cells in book.sheets.items() for place, cell in cells.items() if cell.style in book.yellow}
        self.assertEqual({sheet for sheet, _ in yellow}, {"输入", "来源", "任务", "指标台账", "参数"})
        self.assertEqual(yellow - covered, set())
        self.assertEqual(covered - yellow - {at for at in covered if at[0] in ("指标台账",)}, set())
        self.assertEqual(rules["参数", "B4"], at_least_zero)
        self.assertEqual(rules["参数", "B5"], ("decimal", None, "0", "1"))
        run("quota", self.folder / "audit.toml", "-o", self.folder / "q.gpkg", "--xlsx", self.folder / "en.xlsx", "--overwrite", "--fail-on", "never", "--lang", "en", status=0)
        english = Workbook(self.folder / "en.xlsx").xml["Inputs"]
        self.assertIn('"yes,no"', english)
        self.assertIn("A share between 0 and 1", english)

    def test_the_checks_see_what_an_edit_breaks(self):
        path = self.book("factor")
        before = Workbook(path)
        names, marks = before.column("核对", "勾稽关系"), before.column("核对", "核对")
        lines = {names[row].value: row for row in marks if marks[row].value == "✓"}
        row = self.park_row(before, "输入", "K07")
        alpha = next(at for at, cell in before.column("参数", "规则文件中的名称").items() if cell.value == "quota.factor.alpha")
        task = next(at for at, cell in before.column("任务", "任务").items() if cell.value == "处置率")
        for line, edits in (("输入为数", [("输入", row, "用地需求", "约三百")]), ("输入为数", [("输入", row, "豁免", "也许")]),
                            ("输入为数", [("参数", 4, "数值", "两百")]), ("输入为数", [("任务", task, "目标", "三成")]),
                            ("输入不为负", [("输入", row, "保底", -1)]), ("输入不为负", [("来源", 4, "面积（m²）", -1)]),
                            ("比例和评分不越界", [("输入", row, "五年供地率", 58)]), ("比例和评分不越界", [("任务", task, "目标", 30)]),
                            ("比例和评分不越界", [("输入", row, "绩效（0–100）", 101)]),
                            ("因素权重", [("参数", alpha, "数值", 0.9)]), ("因素齐全", [("输入", row, "基数", None)])):
            with self.subTest(line, edits=edits):
                self.assertIn(line, lines)
                after = self.recalculated(self.changed(path, *edits)).column("核对", "核对")
                self.assertEqual({name for name in ("输入为数", "输入不为负", "比例和评分不越界", "因素权重", "因素齐全") if after[lines[name]].value == "✗"}, {line})
        self.assertNotIn("因素权重", {cell.value for cell in Workbook(self.book("linked")).column("核对", "勾稽关系").values()})

    def test_hostile_names_stay_text_and_formulas_are_no_names(self):
        written = Workbook(self.book("linked"))
        for sheet in ("指标", "推导", "分配", "输入", "处置", "来源", "任务"):
            cells = written.column(sheet, "园区编号")
            for name in HOSTILE:
                found = [cell for cell in cells.values() if cell.value == name]
                self.assertTrue(found, (sheet, name))
                self.assertTrue(all(cell.kind == "s" and cell.formula is None for cell in found), (sheet, name))
        documents = written.column("来源", "文号")
        self.assertTrue(all(cell.kind == "s" and cell.value.startswith("=文") for cell in documents.values() if cell.value))
        self.assertTrue(all(cell.kind == "n" for cell in written.column("来源", "处置日期").values()))  # real days

    def test_it_prints_and_says_what_it_is(self):
        path = self.book("linked")
        written = Workbook(path)
        for sheet, text in written.xml.items():
            self.assertIn('orientation="landscape"', text, sheet)
            self.assertRegex(text, r'paperSize="(8|9)"', sheet)
            self.assertIn("<pane ", text, sheet)
            self.assertTrue(any("填表人" in str(cell.value) and "审核人" in str(cell.value) for cell in written.sheets[sheet].values()), sheet)
            self.assertIn("测算", written.sheets[sheet]["A1"].value, sheet)
            self.assertIn("单位：亩", written.sheets[sheet]["A2"].value, sheet)
        with zipfile.ZipFile(path) as parts:
            self.assertEqual(parts.read("xl/workbook.xml").count(b"_xlnm.Print_Titles"), len(written.sheets))
        parameters = written.column("参数", "规则文件中的名称")
        articles, status = written.column("参数", "条款"), written.column("参数", "状态")
        for row, cell in parameters.items():
            if str(cell.value).startswith("quota."):
                self.assertTrue(articles[row].value and status[row].value in ("见于原文", "转引，未与原文核对", "占位值，须由本局文件替换"), cell.value)
        files, digests = written.column("文件", "文件"), written.column("文件", "SHA-256")
        self.assertEqual({cell.value: digests[row].value for row, cell in files.items() if str(cell.value).endswith(".csv")},
                         {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in self.folder.glob("*.csv")})
        english = self.folder / "en.xlsx"
        run("quota", self.folder / "audit.toml", "-o", self.folder / "q.gpkg", "--xlsx", english, "--overwrite", "--fail-on", "never", "--lang", "en", status=0)
        self.assertEqual(list(Workbook(english).sheets)[:3], ["Quota", "Steps", "Sharing"])

    def test_words_fit_their_cells(self):
        for language in ("zh", "en"):
            for rule in ("linked", "factor"):
                run("quota", self.project(rule), "-o", self.folder / "q.gpkg", "--xlsx", self.folder / "fit.xlsx", "--overwrite", "--fail-on", "never", "--lang", language,
                    status=0)
                book = Workbook(self.folder / "fit.xlsx")
                for sheet, text in book.xml.items():
                    widths = {int(number): float(width) for number, width in re.findall(r'<col min="(\d+)" max="\1" width="([\d.]+)"', text)}
                    heads = sorted((place for place in book.sheets[sheet] if re.fullmatch(r"[A-Z]+3", place)), key=lambda place: (len(place), place))
                    self.assertEqual(len(widths), len(heads), sheet)
                    for number, place in enumerate(heads, 1):  # headers are bold, and the width in the file has 0.71 for margins
                        for word in re.findall(r"[!-~]+", book.sheets[sheet][place].value):
                            self.assertLess(len(word) + 1, widths[number], (language, sheet, word))
        english, chinese = (Workbook(self.folder / "fit.xlsx"), Workbook(self.book("linked")))
        heads = [cell.value for place, cell in english.sheets["Sharing"].items() if re.fullmatch(r"[A-Z]+3", place)]
        self.assertEqual((heads.count("sum at floor"), heads.count("sum at cap")), (1, 1))
        for book, sheet, words in ((english, "Quota", "calculated unrounded"), (chinese, "指标", "不经舍入计算"), (chinese, "说明", "取“是”，是本程序的占位值")):
            self.assertTrue(any(words in str(cell.value) for cell in book.sheets[sheet].values()), sheet)
        # An exact fraction is not cut off: its cell wraps what its column does not hold.
        wrapping = {number for number, look in enumerate(chinese.looks) if look.find("m:alignment", SPACE) is not None and look.find("m:alignment", SPACE).get("wrapText")}
        fractions = [cell for cell in chinese.column("任务", "完成数（精确分数）").values() if "/" in str(cell.value)]
        self.assertTrue(fractions and all(cell.style in wrapping for cell in fractions))

    def test_no_code_of_the_program_in_the_chinese_workbook(self):
        for rule in ("linked", "factor"):
            written = Workbook(self.book(rule))
            for sheet, cells in written.sheets.items():
                for place, cell in cells.items():
                    if sheet in ("说明", "文件") or not isinstance(cell.value, str) or str(cell.value).startswith("quota."):
                        continue
                    for code in ("yes", "no", "both", "one", "none", "unsupplied", "idle", "rate", "ceiling", "share", "grant", "use", "estimate", "linked",
                                 "factor", "contract", "work_started", "within_plan"):
                        self.assertNotRegex(cell.value, rf"(?<![A-Za-z_]){code}(?![A-Za-z_])", (sheet, place))

    def test_a_row_of_quotas_closes_and_a_task_of_nothing_is_none(self):
        path = self.book("linked")
        tasks = path.parent / "tasks.csv"
        tasks.write_text(tasks.read_text(encoding="utf-8").replace('"K07",unsupplied,rate,700', '"K07",unsupplied,rate,0'), encoding="utf-8")
        run("quota", self.folder / "audit.toml", "-o", self.folder / "q.gpkg", "--xlsx", path, "--overwrite", "--fail-on", "never", "--lang", "zh", status=0)
        _, again, _ = self.assert_same_as_frozen(path)
        parts = [again.column("指标", header) for header in
                 ("①处置核定（亩）", "②因素、奖惩、供地率（亩）", "③扣减（亩）", "④保底、上限、分配（亩）", "⑤取整（亩）")]
        quota = again.column("指标", QUOTA)
        for row in range(4, 13):
            one, two, three, four, five = (part[row].value for part in parts)
            self.assertAlmostEqual(one + two - three + four + five, quota[row].value, delta=1e-6)
        self.assertTrue(any(part[row].value for row in range(4, 13) for part in parts[2:3]))
        done, reached = again.column("任务", "是否完成"), again.column("任务", "完成数")
        row = next(row for row, cell in again.column("任务", "基期存量").items() if cell.value == 0)
        self.assertEqual((done[row].value, reached[row].value), ("无任务", "不适用"))
        written = Workbook(path)
        look = written.looks[written.column("任务", "完成数")[row].style].find("m:alignment", SPACE)
        self.assertEqual(look.get("indent") if look is not None else None, "1")  # off the border

    def test_same_bytes_and_no_half_files(self):
        first = self.book("linked").read_bytes()
        self.assertEqual(first, self.book("linked").read_bytes())
        (self.folder / "other.gpkg").unlink(missing_ok=True)
        done = run("quota", self.folder / "audit.toml", "-o", self.folder / "other.gpkg", "--xlsx", self.folder / "q.xlsx", status=5)
        self.assertIn("--overwrite", done.stderr)
        self.assertFalse((self.folder / "other.gpkg").exists())


if __name__ == "__main__":
    unittest.main()
