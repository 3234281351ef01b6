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

    def changed(self, path, sheet, row, header, value):
        """A copy of the workbook with one input cell holding another number."""
        book = Workbook(path)
        place = next(place for place, cell in book.sheets[sheet].items() if place.endswith("3") and place[-2].isalpha() and str(cell.value).replace("\n", "") == header)
        target = re.match(r"[A-Z]+", place)[0] + str(row)
        number = list(book.sheets).index(sheet) + 1
        copy = path.with_name("changed.xlsx")
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w") as new:
            for name in old.namelist():
                text = old.read(name)
                if name == f"xl/worksheets/sheet{number}.xml":
                    text, count = re.subn(rf'(<c r="{target}"[^>]*>)<v>[^<]*</v>'.encode(), rb"\g<1><v>" + str(value).encode() + b"</v>", text)
                    self.assertEqual(count, 1, target)
                new.writestr(name, text)
        return copy

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
        row = next(row for row, cell in before.column("来源", "园区编号").items() if cell.value == "K09")
        after = self.recalculated(self.changed(path, "来源", row, "面积（m²）", 1))
        for sheet, header in (("处置", "核定"), ("推导", "1 处置核定")):
            was = sum(cell.value for cell in before.column(sheet, header).values() if isinstance(cell.value, float))
            now = sum(cell.value for cell in after.column(sheet, header).values() if isinstance(cell.value, float))
            self.assertLess(now, was - 1, (sheet, header))
        self.assertIn("✗", {cell.value for cell in after.column("核对", "核对").values()})  # it is not what was frozen any more
        # The plan's total: everything that is shared out follows, and still adds up.
        after = self.recalculated(self.changed(path, "参数", 4, "数值", 60))
        quota = [cell.value for row, cell in sorted(after.column("指标", QUOTA).items())]
        parks, total, undistributed, to_share, kept_back, plan = quota[:9], *quota[9:14]
        self.assertAlmostEqual(sum(parks), total, delta=1e-6)
        self.assertAlmostEqual(to_share, 54, delta=1e-6)  # 60 less a tenth
        self.assertAlmostEqual(total + undistributed, to_share, delta=1e-6)
        self.assertAlmostEqual(kept_back, 6, delta=1e-6)
        self.assertAlmostEqual(plan, 60, delta=1e-6)

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

    def test_same_bytes_and_no_half_files(self):
        first = self.book("linked").read_bytes()
        self.assertEqual(first, self.book("linked").read_bytes())
        (self.folder / "other.gpkg").unlink(missing_ok=True)
        done = run("quota", self.folder / "audit.toml", "-o", self.folder / "other.gpkg", "--xlsx", self.folder / "q.xlsx", status=5)
        self.assertIn("--overwrite", done.stderr)
        self.assertFalse((self.folder / "other.gpkg").exists())


if __name__ == "__main__":
    unittest.main()
