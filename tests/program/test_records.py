"""Tables of records: causes, reasons, firms; and corrections that never touch the source."""
import unittest

from support import Case, run, square


class Records(Case):
    def project(self, *tables):
        (self.folder / "land.gpkg").unlink(missing_ok=True)
        self.draw([{"id": "P1", "area": "10000", "contract_on": "2020-01-01", "start_due": "2022-03-01", "price": "1000", "wkt": square(0, 0, 100)},
                   {"id": "P2", "area": "10000", "contract_on": "2020-01-01", "start_due": "2022-03-01", "price": "1000", "wkt": square(200, 0, 100)}],
                  approvals=[{"id": "粤府土审〔2019〕7号", "approved_on": "2019-06-01", "approved_area": "40000", "wkt": square(0, 0, 400, 100)}])
        text = (self.folder / "audit.toml").read_text(encoding="utf-8")
        for kind, source, more in tables:
            text += f'[[tables]]\nkind = "{kind}"\nsource = "{source}"\n{more}\n'
        return self.write("audit.toml", text)

    def test_are_recognised_checked_and_kept(self):
        self.write("causes.csv", "宗地编号,闲置原因,起始日期,终止日期,是否核实,文号\n"
                                 "P1,信访,2022-04-01,2022-05-31,是,清信〔2022〕3号\nP1,G2,2023年1月1日,,否,\nP9,G1,2022-01-01,,,\nP1,G7,2022-01-01,,,\nP2,,2022-01-01,,,\n")
        self.write("reasons.csv", "批准文号,原因代码,未供面积(亩),时限\n粤府土审[2019]7号,3,15,2025-12-31\n粤府土审〔2019〕7号,9,15,\n")
        self.write("firms.csv", "宗地编号,企业名称,年度,税收(万元)\nP1,甲公司,2023,120\nP1,乙公司,2023,30.5\n")
        self.project(("causes", "causes.csv", ""), ("reasons", "reasons.csv", 'to = "approvals"'), ("firms", "firms.csv", ""))
        ledger = self.audit()
        causes = ledger.rows("SELECT parcel_id, row, cause, from_day, to_day, verified, document FROM cause_fact")
        self.assertEqual(causes[0], {"parcel_id": "P1", "row": 5, "cause": None, "from_day": "2022-01-01", "to_day": None, "verified": None, "document": None})
        self.assertEqual([(c["parcel_id"], c["cause"], c["from_day"], c["to_day"], c["verified"]) for c in causes[1:]],
                         [("P1", "G2", "2023-01-01", None, "no"), ("P1", "G4", "2022-04-01", "2022-05-31", "yes"),
                          ("P2", None, "2022-01-01", None, None), (None, "G1", "2022-01-01", None, None)])
        self.assertEqual(ledger.rows("SELECT approval_id, code, area_m2, due FROM reason_fact"),
                         [{"approval_id": "粤府土审〔2019〕7号", "code": "3", "area_m2": 10000.0, "due": "2025-12-31"},
                          {"approval_id": "粤府土审〔2019〕7号", "code": "9", "area_m2": 10000.0, "due": None}])
        self.assertEqual([(f["parcel_id"], f["name"], f["tax_wan_yuan"]) for f in ledger.rows("SELECT * FROM firm_fact")],
                         [("P1", "乙公司", 30.5), ("P1", "甲公司", 120.0)])
        self.assertIn("JOIN_UNMATCHED", ledger.codes("P9"))
        self.assertEqual(ledger.value("SELECT source || ' ' || row FROM finding WHERE code = 'CODE_UNKNOWN'"), "causes.csv 5")
        self.assertIn("RECORD_INCOMPLETE", ledger.codes("P2"))

    def test_in_any_order_give_the_same_tables(self):
        rows = ["P1,G4,2022-04-01,2022-05-31,是", "P2,G1,2022-01-01,,是", "P1,G2,2023-01-01,,否"]
        ledgers = []
        for order in (rows, rows[::-1]):
            self.write("causes.csv", "parcel,cause,from,to,verified\n" + "\n".join(order) + "\n")
            self.project(("causes", "causes.csv", ""))
            ledgers.append(self.audit(output=f"{len(ledgers)}.gpkg"))
        self.assertEqual(ledgers[0].rows("SELECT parcel_id, cause FROM cause_fact"), ledgers[1].rows("SELECT parcel_id, cause FROM cause_fact"))
        self.assertEqual(*[ledger.table("finding") for ledger in ledgers])

    def test_without_a_column_they_need_are_refused(self):
        self.write("causes.csv", "宗地编号,起始日期\nP1,2022-04-01\n")
        self.project(("causes", "causes.csv", ""))
        done = run("check", self.folder / "audit.toml", status=3)
        self.assertIn("causes.csv", done.stderr)
        self.assertIn("recognised as cause", done.stderr)

    def test_of_a_kind_that_does_not_fit_are_refused(self):
        self.write("causes.csv", "parcel,cause\nP1,G1\n")
        self.project(("cause", "causes.csv", ""))
        self.assertIn('"causes"', run("check", self.folder / "audit.toml", status=2).stderr)
        self.project(("causes", "causes.csv", 'to = "parks"'))
        self.assertIn('to = "parcels"', run("check", self.folder / "audit.toml", status=2).stderr)


class Corrections(Case):
    HEADER = "layer,subject,field,old,new,who,day,document,expires\n"

    def audited(self, *rows, as_of="2024-12-31", parcels_extra=""):
        self.draw([{"id": "P1", "area": "15", "contract_on": "2020-01-01", "start_due": "2022-03-01", "price": "1000", "wkt": square(0, 0, 100)}],
                  as_of=as_of, layer_extra={"parcels": parcels_extra or '[parcels.fields]\narea = { field = "area", unit = "mu" }'})
        self.write("overrides.csv", self.HEADER + "\n".join(rows) + "\n")
        before = (self.folder / "land.gpkg").read_bytes()
        text = (self.folder / "audit.toml").read_text(encoding="utf-8") + '[[tables]]\nkind = "overrides"\nsource = "overrides.csv"\n'
        ledger = self.audit(self.write("audit.toml", text).name)
        self.assertEqual(before, (self.folder / "land.gpkg").read_bytes(), "the source was touched")
        return ledger

    def test_change_the_verdict_and_are_recorded(self):
        ledger = self.audited("parcels,P1,start_due,2022-03-01,2024-06-01,李明,2024-11-05,清自然资〔2024〕9号,")
        self.assertEqual(ledger.value("SELECT idle_class FROM parcel"), "OVERDUE_START")
        self.assertEqual(ledger.value("SELECT start_due FROM parcel_fact"), "2024-06-01")
        self.assertEqual(ledger.rows("SELECT outcome, source_value, value, who, day, document, row FROM override"),
                         [{"outcome": "applied", "source_value": "2022-03-01", "value": "2024-06-01", "who": "李明", "day": "2024-11-05",
                           "document": "清自然资〔2024〕9号", "row": 2}])
        self.assertIn("OVERRIDE_USED", ledger.codes("P1"))
        self.assertEqual(ledger.value("SELECT value FROM receipt WHERE key = 'overrides.applied'"), "1")
        told = run("explain", self.folder / "ledger.gpkg", "P1", status=0).stdout
        self.assertIn("李明", told)
        self.assertIn("清自然资〔2024〕9号", told)

    def test_fill_a_blank_take_the_unit_of_the_column_and_chain(self):
        ledger = self.audited("宗地,P1,施工许可证日期,,2022-02-01,李明,2024-01-05,,", "parcels,P1,area,15,16.5,李明,2024-01-05,,",
                              "parcels,P1,area,16.5,18亩,王红,2024-02-05,,", "parcels,P1,start_due,2022-03-01,--,李明,2024-01-05,,")
        fact = ledger.rows("SELECT permit_on, area_m2, start_due FROM parcel_fact")[0]
        self.assertEqual(fact, {"permit_on": "2022-02-01", "area_m2": 12000.0, "start_due": None})
        self.assertEqual(ledger.value("SELECT idle_class FROM parcel"), "DATA_GAP")
        self.assertEqual({row["outcome"] for row in ledger.rows("SELECT outcome FROM override")}, {"applied"})

    def test_that_do_not_fit_are_not_applied(self):
        ledger = self.audited("parcels,P1,start_due,2022-03-02,2024-06-01,李明,2024-11-05,,", "parcels,P1,price,1000,2000,李明,2023-11-05,,2024-12-30",
                              "parcels,P11,price,1000,2000,,,,", "parcels,P1,prise,1000,2000,,,,", "approvals,A1,approved_on,,2020-01-01,,,,",
                              "parcels,P1,id,P1,P2,,,,", "parcels,P1,finish_due,,soon,,,,", "parcels,P1,holder,,,,,,")
        self.assertEqual(ledger.value("SELECT idle_class FROM parcel"), "IDLE_A2")
        self.assertEqual(ledger.value("SELECT price_wan_yuan FROM parcel_fact"), 1000.0)
        outcome = {(row["subject"], row["field"]): row["outcome"] for row in ledger.rows("SELECT subject, field, outcome FROM override")}
        self.assertEqual(outcome, {("P1", "start_due"): "stale", ("P1", "price"): "expired", ("P11", "price"): "unmatched", ("P1", "prise"): "unmatched",
                                   ("A1", "approved_on"): "unmatched", ("P1", "id"): "unmatched", ("P1", "finish_due"): "unreadable",
                                   ("P1", "holder"): "unreadable"})
        self.assertLessEqual({"OVERRIDE_STALE", "OVERRIDE_EXPIRED", "OVERRIDE_UNMATCHED", "DATE_UNREADABLE", "RECORD_INCOMPLETE"}, ledger.codes("P1"))
        self.assertIn("did you mean price?", ledger.value("SELECT message_en FROM finding WHERE code = 'OVERRIDE_UNMATCHED' AND message_en LIKE '%prise%'"))
        self.assertIn("did you mean P1?", ledger.value("SELECT message_en FROM finding WHERE subject_id = 'P11'"))

    def test_last_day_is_included(self):
        ledger = self.audited("parcels,P1,price,1000,2000,李明,2023-11-05,,2024-12-31")
        self.assertEqual(ledger.value("SELECT price_wan_yuan FROM parcel_fact"), 2000.0)


if __name__ == "__main__":
    unittest.main()
