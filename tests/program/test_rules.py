"""Law as dated data: rule files that are refused, the version of a day, rulebooks of one's own, and no number of law in the program."""
import re
import unittest

from rulebooks import OPINION, RULES, Book, document, parameter
from support import ROOT, Case, Ledger, as_json, run, square


class Commands(unittest.TestCase):
    def test_list_says_what_is_in_force_on_the_day_and_what_is_an_anchor(self):
        for day, holds in (("2021-09-29", False), ("2021-09-30", True), ("2025-12-30", True), ("2025-12-31", False)):
            listed = as_json(run("rules", "list", "--as-of", day, "--json", status=0))
            opinion = next(each for each in listed["documents"] if each["number"] == OPINION)
            self.assertEqual((opinion["in_force"], opinion["anchor_of"], opinion["in_force_to"]), (holds, ["qingyuan"], "2025-12-30"), day)
        text = run("rules", "list", "--as-of", "2025-12-31", "--lang", "zh", status=0).stdout
        self.assertRegex(text, r"清府〔2021〕26号 .* 2021-09-30 – 2025-12-30 +已失效 .*qingyuan（基准）")

    def test_show_tells_the_version_of_the_day_and_why_the_other_is_not_used(self):
        for day, number, other in (("2023-05-10", "国土资发〔2008〕24号", "2023-05-11"), ("2023-05-11", "自然资发〔2023〕72号", "2023-05-10")):
            shown = as_json(run("rules", "show", "intensity.double_storey_above_m", "--as-of", day, "--json", status=0))["parameters"][0]
            self.assertEqual((shown["in_force"]["number"], shown["in_force"]["value_exact"]), (number, "8"))
            self.assertEqual(len(shown["rejected"]), 1)
            self.assertIn(other, shown["rejected"][0]["why_en"])
        before = run("rules", "show", "idle.fee_rate", "--as-of", "2012-06-30", "--lang", "en", status=0).stdout
        self.assertIn("nothing in force on that day", before)
        self.assertIn("it begins on 2012-07-01", before)
        group = as_json(run("rules", "show", "quota.k.idle", "--as-of", "2024-12-31", "--json", status=0))["parameters"]
        self.assertEqual({each["parameter"] for each in group}, {f"quota.k.idle.{done}" for done in ("both", "one", "none")})
        self.assertTrue(all(each["in_force"]["status"] == "placeholder" for each in group))
        by_document = run("rules", "show", OPINION, "--lang", "zh", status=0).stdout
        for piece in ("规则集 qingyuan", "research.spending_share_min_national_zone  0.04", "第十一条", "target.industrial_output_yi_yuan  1000 亿元", "来源：见于原文"):
            self.assertIn(piece, by_document)

    def test_a_wrong_word_is_answered_with_the_nearest_right_one(self):
        for words, message in ((("lst",), "Did you mean list?"), (("show", "idle.fe_rate"), "Did you mean idle.fee_rate?"),
                               (("show", "清府〔2021〕25号"), f"Did you mean {OPINION}?"), (("check", "--missing"), "rules check does not take --missing"),
                               (("list", "--rulebook", "chian"), 'Did you mean "china"?'), (("list", "idle.fee_rate"), "yongdi rules show")):
            done = run("rules", *words, "--lang", "en", status=2)
            self.assertIn(message, done.stderr, words)
            self.assertEqual(done.stdout, "", words)

    def test_the_shipped_files_are_in_order_and_every_parameter_that_rules_read_is_given(self):
        checked = as_json(run("rules", "check", "--json", status=0))
        self.assertEqual([each for each in checked["problems"]], [])
        declared = {each["parameter"] for each in as_json(run("rules", "show", "--json", status=0))["parameters"]}
        by_park = {"supporting.housing_share_max"}  # no text prints it: a park sets it for itself, and without it no limit is compared
        by_city = {"research.spending_share_min_national_zone", "research.spending_share_min_provincial_zone"}
        self.assertEqual({book["name"]: set(book["not_given"]) for book in checked["rulebooks"]}, {"china": by_park | by_city, "qingyuan": by_park})
        read = {each["parameter"] for each in sum((document["parameters"] for document in checked["documents"]), []) if each["use"] == "rule"}
        self.assertLessEqual({name for name in read if not any(name.startswith(each[:-1]) for each in declared if each.endswith(".*"))}, declared)

    def test_every_rule_not_encoded_says_why_and_what_to_do(self):
        rules = as_json(run("rules", "list", "--missing", "--json", status=0))["rules_missing"]
        self.assertGreater(len(rules), 20)
        for rule in rules:
            for key in ("rule_zh", "rule_en", "document", "article", "why_zh", "why_en", "by_hand_zh", "by_hand_en"):
                self.assertTrue(rule[key], rule)
        self.assertIn("为何：", run("rules", "list", "--missing", "--lang", "zh", status=0).stdout)


class RefusedFiles(Book):
    # what is wrong, the documents, further lines of rulebook.toml, and what must be said: file, line and mend
    WRONG = (
        ("overlapping validity", {"a.toml": document(more=parameter()), "b.toml": document("乙〔2021〕1号", more=parameter())}, "",
         ("b.toml:7", "idle.fee_rate", "甲〔2020〕1号", "last day")),
        ("two versions at once", {"a.toml": document(more='version = "1"\n'), "b.toml": document(more='version = "2"\n')}, "",
         ("b.toml:1", "two versions of 甲〔2020〕1号", "last day")),
        ("one number twice", {"a.toml": document(), "b.toml": document()}, "", ("b.toml:1", "already that of a.toml")),
        ("no article", {"a.toml": document(more=parameter(article=None))}, "", ("a.toml:7", '"article" is missing', "Add the article")),
        ("no statement", {"a.toml": document(more=parameter(en=None))}, "", ("a.toml:7", '"en" is missing', "English")),
        ("unit that does not fit", {"a.toml": document(more=parameter(unit="year", value="1"))}, "", ("a.toml:10", 'unit "year" does not fit', 'unit = "share"')),
        ("unknown unit", {"a.toml": document(more=parameter("x", unit="yaers", use="information"))}, "", ("a.toml:10", 'Did you mean "year"?')),
        ("unknown parameter", {"a.toml": document(more=parameter("idle.fee_rat"))}, "", ("a.toml:9", 'Did you mean "idle.fee_rate"?', "information")),
        ("share beyond 1", {"a.toml": document(more=parameter(value="20"))}, "", ("a.toml:8", "0–1", '20 % is "0.20"')),
        ("negative years", {"a.toml": document(more=parameter("idle.idle_after_years", "-1", "year"))}, "", ("a.toml:8", "not negative")),
        ("binary fraction", {"a.toml": document(more=parameter(value="0.2"))}, "", ("a.toml:8", "quotation marks")),
        ("circle", {"a.toml": document(more='based_on = ["乙"]\n'), "b.toml": document("乙", more='based_on = ["甲〔2020〕1号"]\n')}, "",
         ("in a circle: 甲〔2020〕1号 → 乙 → 甲〔2020〕1号", "remove one of these references")),
        ("dangling reference", {"a.toml": document(more='replaces = ["甲〔2020〕2号"]\n')}, "", ("a.toml:6", "not there", "Did you mean")),
        ("ends before it begins", {"a.toml": document().replace("2020-01-01", "2020-01-01, to = 2019-12-31")}, "", ("a.toml:5", "before the first")),
        ("no such file", {"a.toml": document()}, 'documents = ["a.toml", "day-rule.toml"]\n', ("rulebook.toml:2", "day-rule.toml", 'Did you mean "day-rules.toml"?')),
        ("lower level first", {"a.toml": document(level="park"), "b.toml": document("乙")}, "", ("rulebook.toml:2", "higher levels first")),
        ("unknown anchor", {"a.toml": document()}, 'anchors = ["甲〔2020〕2号"]\n', ("rulebook.toml:3", 'Did you mean "甲〔2020〕1号"?')),
        ("no TOML", {"a.toml": document(more="value =\n")}, "", ("a.toml:6", "not valid TOML")),
        ("no member of its family", {"a.toml": document(more=parameter("quota.k.idle.al", value='"0.5"'))}, "",
         ("a.toml:9", "quota.k.idle.al", "quota.k.unsupplied|idle|inefficient.[from_YEAR].both|one|none")),
        ("blank article", {"a.toml": document(more=parameter(article="  "))}, "", ("a.toml:7", '"article" is missing', "Add the article")),
        ("a slip of the pen", {"a.toml": document(more=parameter("idle.idle_after_years", "20122", "year"))}, "", ("a.toml:8", "0–9999", "check the value")),
        ("neither yes nor no", {"a.toml": document(more=parameter("quota.cap_on_demand", "2", "yes_no"))}, "", ("a.toml:8", "true or false")),
        ("the wrong way round", {"a.toml": document(more=parameter("rating.class_a_share", '"0.7"') + parameter("rating.class_b_share", '"0.25"'))}, "",
         ("a.toml:16", "rating.class_a_share", "the wrong way round")),
        ("article in one language", {"a.toml": document(more=parameter().replace('article = "第一条"', 'article = { zh = "说明一" }'))}, "",
         ("a.toml:11", '"en" is missing', "English")),
    )

    def test_each_is_refused_with_file_line_and_what_to_do(self):
        self.draw([{"id": "P1", "wkt": square(0, 0, 50)}], extra='rulebook = "law"')
        for what, documents, more, said in self.WRONG:
            with self.subTest(what):
                law = self.rulebook(documents, more if not more.startswith("documents") else "")
                if more.startswith("documents"):
                    (law / "rulebook.toml").write_text('title = { zh = "本市", en = "ours" }\n' + more, encoding="utf-8")
                told = run("rules", "check", law, "--lang", "en", status=2).stdout
                for piece in said:
                    self.assertIn(piece, told)
                self.assertRegex(run("rules", "check", law, "--lang", "zh", status=2).stdout, r"错误\n  .+\n  怎么办：.+\n")
                audit = run("audit", self.folder / "audit.toml", "-o", self.folder / "l.gpkg", "--lang", "en", status=2)
                self.assertIn(said[-1], audit.stderr)
                self.assertFalse((self.folder / "l.gpkg").exists())

    def test_all_problems_at_once_and_warnings_do_not_stop_anybody(self):
        bad = document(level="nationl", more='issued = 2020-02-01\n' + parameter(value="20", article=None) + parameter("idle.reply_days", "-3", "day"))
        checked = as_json(run("rules", "check", self.rulebook({"a.toml": bad}), "--json", status=2))
        self.assertEqual([(each["line"], each["severity"]) for each in checked["problems"]],
                         [(4, "error"), (6, "warning"), (8, "error"), (9, "error"), (17, "error")])
        late = as_json(run("rules", "check", self.rulebook({"a.toml": document(more="issued = 2020-02-01\n")}), "--json", status=0))
        self.assertEqual([each["severity"] for each in late["problems"]], ["warning"])
        (self.folder / "law" / "stray.toml").write_text(document("丙"), encoding="utf-8")
        self.assertIn("not used", run("rules", "check", self.folder / "law", "--lang", "en", status=0).stdout)
        one = as_json(run("rules", "check", self.folder / "law" / "stray.toml", "--json", status=0))
        self.assertEqual(one["files"], ["stray.toml"])
        run("rules", "check", self.folder / "nothing", status=3)


class OwnRulebooks(Book):
    def test_a_document_of_the_folder_stands_in_place_of_the_shipped_one_and_every_table_says_so(self):
        own = (RULES / "gtzyb-order-53.toml").read_text(encoding="utf-8").replace('value   = "0.20"', 'value   = "0.10"')
        self.rulebook({"ours-53.toml": own}, extends="china")
        self.draw([{"id": "P1", "start_due": "2023-06-30", "price": "1000", "wkt": square(0, 0, 50)}], extra='rulebook = "law"')
        ledger = self.audit()
        self.assertEqual(ledger.value("SELECT fee_wan_yuan FROM parcel"), 100)
        self.assertRegex(ledger.value("SELECT value FROM receipt WHERE key = 'rule_document_replaced.gtzyb-order-53.toml'"), r"^[0-9a-f]{64} by ours-53.toml$")
        self.assertEqual(ledger.value("SELECT COUNT(*) FROM rule_document WHERE name = 'gtzyb-order-53.toml'"), 0)
        self.assertIn("100", run("explain", self.folder / "ledger.gpkg", "P1", "--lang", "en", status=0).stdout)
        self.assertIn("ours-53.toml stands in place of the shipped gtzyb-order-53.toml",
                      run("rules", "list", "--rulebook", self.folder / "law", "--lang", "en", status=0).stdout)
        self.assertIn("ours-53.toml stands in place of", run("rules", "check", self.folder / "law", "--lang", "en", status=0).stdout)

    def test_a_lower_level_tightens_or_is_not_used_and_reported(self):
        self.draw([{"id": "P1", "start_due": "2023-06-30", "price": "1000", "wkt": square(0, 0, 50)}], extra='rulebook = "law"')
        for name, value, unit, document_used, reported in (("idle.extension_max_years", "0", "year", "市〔2020〕1号", False),
                                                           ("idle.extension_max_years", "2", "year", "国土资源部令第53号", True),
                                                           ("idle.fee_rate", '"0.10"', "share", "国土资源部令第53号", True)):
            law = self.rulebook({"city.toml": document("市〔2020〕1号", "municipal", parameter(name, value, unit))}, extends="china")
            ledger = self.audit()
            row = ledger.rows("SELECT number, rejected_zh, rejected_en FROM rule WHERE parameter = ?", name)[0]
            self.assertEqual(row["number"], document_used, name)
            self.assertIn("not stricter" if reported else "tightened", row["rejected_en"])
            self.assertTrue(row["rejected_zh"])
            found = ledger.rows("SELECT severity, owner, source, row, message_en FROM finding WHERE code = 'RULE_LOOSENS'")
            self.assertEqual(len(found), 1 if reported else 0, name)
            if reported:
                self.assertEqual((found[0]["severity"], found[0]["owner"], found[0]["source"], found[0]["row"]), ("warning", "rule", "city.toml", 7))
                self.assertIn("市〔2020〕1号", found[0]["message_en"])
            self.assertEqual("not stricter" in run("rules", "check", law, "--lang", "en", status=0).stdout, reported)

    def test_the_ledger_lists_the_rules_not_encoded(self):
        self.draw([{"id": "P1", "wkt": square(0, 0, 50)}])
        ledger = self.audit()
        rules = as_json(run("rules", "list", "--missing", "--json", status=0))["rules_missing"]
        self.assertEqual([row["rule_zh"] for row in ledger.rows("SELECT rule_zh FROM rule_missing ORDER BY fid")], [rule["rule_zh"] for rule in rules])
        self.assertEqual(ledger.value("SELECT value FROM receipt WHERE key = 'rules_missing.count'"), str(len(rules)))
        summary = run("audit", self.folder / "audit.toml", "-o", self.folder / "again.gpkg", "--lang", "en", "--fail-on", "never", status=0).stdout
        self.assertIn(f"Rules not encoded, left to a person: {len(rules)}", summary)


class Anchors(Case):
    def test_the_last_day_and_the_day_after(self):
        self.draw([{"id": "P1", "start_due": "2023-06-30", "price": "1000", "wkt": square(0, 0, 50)}], extra='rulebook = "qingyuan"')
        self.audit("audit.toml", "--as-of", "2025-12-30")
        stopped = run("audit", self.folder / "audit.toml", "-o", self.folder / "late.gpkg", "--as-of", "2025-12-31", "--lang", "en", status=2)
        for piece in (OPINION, "its last day was 2025-12-30", f'accept_expired = ["{OPINION}"]'):
            self.assertIn(piece, stopped.stderr)
        self.assertFalse((self.folder / "late.gpkg").exists())
        early = run("audit", self.folder / "audit.toml", "-o", self.folder / "early.gpkg", "--as-of", "2021-09-29", "--lang", "en", status=2)
        self.assertIn("it begins on 2021-09-30", early.stderr)

        text = (self.folder / "audit.toml").read_text(encoding="utf-8")
        self.write("audit.toml", f'accept_expired = ["{OPINION}"]\n' + text)
        switches = ("--as-of", "2025-12-31", "--fail-on", "never")
        summary = run("audit", self.folder / "audit.toml", "-o", self.folder / "late.gpkg", *switches, "--lang", "en", status=0).stdout
        ledger = Ledger(self.folder / "late.gpkg")
        self.assertEqual(ledger.value("SELECT value FROM receipt WHERE key = 'accepted_expired'"), OPINION)
        self.assertEqual(ledger.rows("SELECT * FROM rule WHERE number = ?", OPINION), [], "accepted, not in force")
        for told in (summary, run("check", self.folder / "audit.toml", *switches, "--lang", "en", status=0).stdout,
                     run("explain", self.folder / "late.gpkg", "P1", "--lang", "en", status=0).stdout):
            self.assertRegex(told, OPINION + ".* not in force on (that|the as-of) day.*accept")
        for command in (("audit", self.folder / "audit.toml", "-o", self.folder / "j.gpkg"), ("check", self.folder / "audit.toml")):
            self.assertEqual(as_json(run(*command, *switches, "--json", status=0))["accepted_expired"], [OPINION])

    def test_an_acceptance_names_a_document_or_is_refused_and_is_told_when_nothing_needs_it(self):
        self.draw([{"id": "P1", "wkt": square(0, 0, 50)}], extra='rulebook = "qingyuan"')
        plain = (self.folder / "audit.toml").read_text(encoding="utf-8")
        self.write("audit.toml", 'accept_expired = ["清府〔2021〕25号"]\n' + plain)
        for day, language, pieces in (("2025-12-30", "en", ("audit.toml, accept_expired", f'Did you mean "{OPINION}"?')), ("2024-12-31", "zh", ("accept_expired", f"是否应为“{OPINION}”？"))):
            refused = run("audit", self.folder / "audit.toml", "-o", self.folder / "none.gpkg", "--as-of", day, "--lang", language, status=2).stderr
            for piece in pieces:
                self.assertIn(piece, refused)
        self.write("audit.toml", f'accept_expired = ["{OPINION}", "国土资源部令第53号"]\n' + plain)
        ledger = self.audit("audit.toml", "--as-of", "2025-12-30")
        told = {row["subject_id"]: (row["severity"], row["message_en"]) for row in ledger.rows("SELECT * FROM finding WHERE code = 'ACCEPTANCE_NOT_NEEDED'")}
        self.assertEqual({key: severity for key, (severity, _) in told.items()}, {OPINION: "notice", "国土资源部令第53号": "notice"})
        self.assertIn("it is in force on 2025-12-30", told[OPINION][1])
        self.assertIn('it is no anchor of the rulebook "qingyuan"', told["国土资源部令第53号"][1])
        self.assertEqual(ledger.rows("SELECT * FROM receipt WHERE key = 'accepted_expired'"), [])
        late = self.audit("audit.toml", "--as-of", "2025-12-31", output="late.gpkg")
        self.assertEqual(late.value("SELECT value FROM receipt WHERE key = 'accepted_expired'"), OPINION)
        self.assertEqual(late.value("SELECT COUNT(*) FROM finding WHERE code = 'ACCEPTANCE_NOT_NEEDED'"), 1)


class NoNumberOfLaw(unittest.TestCase):
    # What a number may stand for in the rooms that judge; none of it is a number of law. Only these words themselves are let pass, not their lines.
    ALLOWED = re.compile("|".join((
        r"std::array<[\w:&* ]+, \d+>",  # so many words or rows
        r"\bk\w*(Decimals|Places|Percent|SquareMetresPer\w+|Units|NoiseM2|Nearest|Named|Count)\w* = [\d'.e-]+",
        r"Digits = \d+", r"kSquareMetresPerHectare", r"\bExact\(100\)", r"to_string\(\d\)", r"\b(rounded|decimal)\([\w ]+, \d+\)",
        r"from_ymd\(\w+, 12, 31\)",  # the last day of a year
        r"\bk\w*Year = \d{4}\b",  # which numbers can be years at all
        r"Rational\(1, 2\)", r"Integer\(10\)",  # rounding
        r"parts\.size\(\) [!=]= \d", r"\b(result|weights)\[\d\]", r"get<\d>", r"substr\(0, \d\)",  # places in a list or a code
        r"UnitOfLimit\{\"\", (\"\"|k\w+), \d+, \d+\}",  # 15 mu to a hectare
        r"remove_prefix\(\d\)", r"size\(\) < \d", r"text\[\d\]", r"byte < 0x\w+ \? \d : .*",  # bytes of UTF-8
    )))
    ROOMS = ("idle", "supply", "intensity", "screening", "quota", "disposal", "standards")

    @staticmethod
    def numbers_in(code):
        """The lines of a text of C++ that hold a number, comments and literals of text apart."""
        code = re.sub(r"//[^\n]*", "", code)
        code = re.sub(r'"(\\.|[^"\\\n])*"', '""', code)
        code = re.sub(r"'(\\.|[^'\\\n])*'", "''", code)
        for number, line in enumerate(code.splitlines(), 1):
            rest = NoNumberOfLaw.ALLOWED.sub("", line)
            literals = set(re.findall(r"(?<![\w.])\d[\d']*\.?\d*(?:e-?\d+)?(?!\w)", rest)) - {"0", "1", "0.0", "1.0"}
            if literals and not line.startswith("#include"):
                yield number, line.strip()

    def test_the_rooms_that_judge_hold_no_numbers(self):
        written = []
        for room in self.ROOMS:
            for file in sorted((ROOT / "src" / room).glob("*.[ch]pp")):
                written += [f"{file.relative_to(ROOT)}:{number}: {line}" for number, line in self.numbers_in(file.read_text(encoding="utf-8"))]
        self.assertEqual(written, [])

    def test_the_search_finds_numbers_however_they_are_written(self):
        for line in ("std::array<double, 3> cuts = {0.25, 0.70, 0.95};", "constexpr double kFloorPoints = 20, kSpreadPoints = 80;", "if (rate < 0.6) return no;",
                     "const Exact third = Exact::ratio(1, 3);", "constexpr int kYears = 2;", "full(since, 2, thresholds)"):
            self.assertEqual([found for _, found in self.numbers_in(line)], [line])

    def test_no_sentence_of_the_program_states_a_term_or_share_of_law(self):
        law = re.compile(r"满[一二两三]年|[一二两]年以上|三十日|百分之[二六]十|三分之一|\bone (full )?year\b|(?<!the )\b(one|two) (full )?years\b(?!')|\b30 days\b|\b(20|25|60) ?%|\ba third\b", re.I)
        said = []
        for code in as_json(run("columns", "--findings", "--json", status=0))["findings"]:
            said += [(code["code"], text) for key, text in code.items() if key.startswith(("message", "fix")) and law.search(text)]
        for table in as_json(run("columns", "--json", status=0))["tables"]:
            said += [(table["table"], column["name"], text) for column in table["columns"] for text in (column["zh"], column["en"])
                     if law.search(text) and "two_years" not in column["name"]]  # an input of the quota, called by its name
        self.assertEqual(said, [])

if __name__ == "__main__":
    unittest.main()
