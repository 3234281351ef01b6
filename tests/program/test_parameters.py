"""No number of law in the program: every parameter that a rule reads is changed in a copy of the rulebook, and the verdict, figure or finding must
follow, and so must its explanation."""
import re
import unittest

from rulebooks import OPINION, RULES, Book, document
from support import Ledger, as_json, run, square, write_layer
from test_quota import write_csv
from test_screening import plant


def shipped():
    listed = re.findall(r'"([\w-]+\.toml)"', (RULES / "qingyuan.rulebook.toml").read_text(encoding="utf-8"))
    return {name: (RULES / name).read_text(encoding="utf-8") for name in listed}


def with_value(law, values):
    """The documents with other values for the parameters; in all of them that give one."""
    result = dict(law)
    for name, value in values.items():
        count = 0
        for file, text in result.items():
            result[file], here = re.subn(rf'(name\s*= "{re.escape(name)}"\nvalue\s*= )\S+', lambda match: match[1] + value, text)
            count += here
        if count == 0:
            raise AssertionError(f"no document gives {name}")
    return result


class Changed(Book):
    """The same question under two rulebooks. A test class draws a project and says what a subject comes to: outcome(subject)."""

    def rule(self, law):
        self.rulebook(law, f'anchors = ["{OPINION}"]\n')

    def told(self, file, subject):
        """What is told in both languages, the number of the run masked: it changes with every rule file."""
        return [re.sub(r"\b[0-9a-f]{16}\b", "<run>", run("explain", self.folder / file, subject, "--lang", language, status=0).stdout) for language in ("zh", "en")]

    def assert_followed(self, law, cases):
        """cases: parameter: (other values by parameter, subject)."""
        before = {}
        for name, (values, subject) in cases.items():
            with self.subTest(name):
                if subject not in before:
                    self.rule(law)
                    before[subject] = self.outcome(subject)
                self.rule(with_value(law, values))
                verdict, explained = self.outcome(subject)
                self.assertNotEqual(verdict, before[subject][0], "the verdict, figure or finding")
                for new, old in zip(explained, before[subject][1]):
                    self.assertNotEqual(new, old, "the explanation")


class Audit(Changed):
    """Idle land and how it is handled, supply, intensity: all that an audit of parcels and approvals reads."""

    # parameter: (another value, the parcel or approval on which it shows)
    CASES = {
        "idle.idle_after_years": ("2", "LATE"), "idle.recover_after_years": ("1", "LATE"), "idle.fee_rate": ('"0.10"', "LATE"),
        "year_complete_on_anniversary": ("true", "DAY"), "idle.stop_after_years": ("2", "AREA"), "idle.developed_share": ('"1/4"', "AREA"),
        "idle.invested_share": ('"0.20"', "MONEY"), "idle.delivery_to_start_years": ("2", "GIVEN"), "idle.other_foundation_share": ('"1/4"', "BASE"),
        "idle.notice_days": ("10", "NOTICE"), "idle.reply_days": ("60", "NOTICE"), "idle.extension_max_years": ("0", "EXTENDED"),
        "idle.extensions_max": ("0", "EXTENDED"), "idle.temporary_use_max_years": ("1", "LENT"), "idle.delivery_to_start_review_years": ("0", "PUSHED"),
        "idle.fee_tolerance_wan_yuan": ('"0.001"', "FEE"), "supply.lapse_years": ("1", "批1"), "intensity.double_storey_above_m": ("6", "TALL"),
        "intensity.high_storey_factor": ("3", "TALL"), "idle.pay_days": ("60", "FEE"), "supply.rate_window_years": ("3", "K1"),
        "supply.reasons_tolerance_m2": ("0", "批1"),
    }
    PARCELS = (
        {"id": "LATE", "start_due": "2023-06-30", "price": "1000"},
        {"id": "DAY", "start_due": "2023-12-31"},
        {"id": "AREA", "start_due": "2021-01-01", "permit_on": "2021-01-01", "started_on": "2021-01-01", "stopped_on": "2023-06-01",
         "area_to_develop": "30000", "area_developed": "9999", "investment_total": "100", "investment_made": "80"},
        {"id": "MONEY", "start_due": "2021-01-01", "permit_on": "2021-01-01", "started_on": "2021-01-01", "stopped_on": "2023-06-01",
         "area_to_develop": "30000", "area_developed": "20000", "investment_total": "100", "investment_made": "24"},
        {"id": "GIVEN", "delivered_on": "2022-06-01"},
        {"id": "BASE", "start_due": "2023-06-30", "permit_on": "2023-06-01", "started_on": "2023-06-01", "foundation": "other", "foundation_done": "0.3"},
        {"id": "NOTICE", "start_due": "2023-10-31", "notice_on": "2024-11-20"},
        {"id": "EXTENDED", "start_due": "2023-10-31", "extension_signed_on": "2024-01-01", "extension_start_due": "2024-12-01", "extensions": "1"},
        {"id": "LENT", "start_due": "2023-06-30", "disposal_method": "temporary", "disposal_on": "2023-07-01", "monitored": "yes"},
        {"id": "PUSHED", "delivery_due": "2023-01-01", "start_due": "2023-12-01"},
        {"id": "FEE", "start_due": "2023-06-30", "price": "1000", "fee_paid": "200.005", "fee_paid_on": "2024-12-01", "disposal_method": "fee",
         "disposal_on": "2024-11-20"},
        {"id": "TALL", "start_due": "2021-01-01", "permit_on": "2021-01-01", "started_on": "2021-01-01", "finished_on": "2022-01-01"},
    )

    def setUp(self):
        super().setUp()
        parcels = [{"contract_on": "2020-06-01", "reply_on": "", "area": "2500", **facts, "wkt": square(100 * i, 0, 50)} for i, facts in enumerate(self.PARCELS)]
        tall = 100 * next(i for i, facts in enumerate(self.PARCELS) if facts["id"] == "TALL")
        self.draw(parcels, parks=[{"id": "K1", "wkt": square(0, 0, 2000, 200)}],
                  approvals=[{"id": "批1", "approved_on": "2023-06-01", "approved_area": "10000", "wkt": square(0, 100, 200, 50)}],
                  buildings=[{"id": "B1", "floors": "2", "storey_height": "7", "wkt": square(tall, 0, 10)},
                             {"id": "B2", "floors": "1", "storey_height": "9", "wkt": square(tall + 20, 0, 10)}], extra='rulebook = "law"')
        self.write("reasons.csv", "approval,code,area,due\n批1,3,9999.5,2025-12-31\n批1,9,10000,\n")
        project = self.folder / "audit.toml"
        project.write_text(project.read_text(encoding="utf-8") + '[[tables]]\nkind = "reasons"\nsource = "reasons.csv"\n', encoding="utf-8")

    def outcome(self, subject):
        ledger = self.audit()
        facts = [repr(row) for table in ("parcel", "approval") for row in ledger.rows(f"SELECT * FROM {table} WHERE {table}_id = ?", subject)]
        findings = [repr((row["code"], row["message_zh"], row["message_en"]))
                    for row in ledger.rows("SELECT * FROM finding WHERE subject_id = ? ORDER BY finding_id", subject)]
        return facts + findings, self.told("ledger.gpkg", subject)

    def test_changing_any_parameter_changes_what_is_decided_and_why(self):
        self.assert_followed(shipped(), {name: ({name: value}, subject) for name, (value, subject) in self.CASES.items()})

    def test_verify_says_that_law_changed(self):
        self.rule(shipped())
        self.audit()
        self.rule(with_value(shipped(), {"idle.fee_rate": '"0.10"'}))
        told = run("verify", self.folder / "ledger.gpkg", self.folder / "audit.toml", "--lang", "en").stdout
        self.assertIn("law", told.lower())
        self.assertIn("fee_wan_yuan", told)


class Screens(Changed):
    """Screens, supporting land, research spending, evaluation and ratings. K1 is of national level, Y1 of provincial; K1 is surveyed."""

    CASES = {
        "screen.tests_for_inefficient": ("1", "P01"), "screen.tests_for_watch": ("2", "P01"), "screen.plot_ratio_min": ('"0.5"', "P01"),
        "screen.building_coefficient_min": ('"0.35"', "P02"), "screen.investment_share_min": ('"0.5"', "P03"), "screen.investment_after_years": ("20", "P03"),
        "screen.tax_share_of_mean_min": ('"0.5"', "P04"), "screen.production_stop_years": ("5", "P05"), "screen.admin_share_max": ('"0.10"', "P06"),
        "screen.admin_share_max_approved": ('"0.075"', "P07"), "screen.worst_rating_years": ("1", "P08"), "screen.not_rated_years_after_delivery": ("1", "P09"),
        "supporting.land_share_green": ('"0.10"', "P06"), "supporting.land_share_amber": ('"0.075"', "P07"), "supporting.floor_share_green": ('"0.30"', "P10"),
        "supporting.floor_share_amber": ('"0.18"', "P11"), "supporting.industrial_share_green": ('"0.30"', "K1"), "supporting.industrial_share_amber": ('"0.45"', "K1"),
        "supporting.housing_share_max": ('"0.01"', "K1"), "evaluation.zone_industrial_above": ('"0.45"', "K1"), "evaluation.zone_residential_from": ('"0.30"', "K1"),
        "evaluation.supply_years": ("2", "K1"), "research.spending_share_min_national_zone": ('"0.05"', "P16"),
        "research.spending_share_min_provincial_zone": ('"0.04"', "P20"),
        "rating.class_a_share": ('"0.50"', "F2"), "rating.class_b_share": ('"0.50"', "F3"), "rating.class_c_share": ('"0.75"', "F4"),
        "rating.least_points_share": ('"0.40"', "F4"),
    }

    def setUp(self):
        super().setUp()
        new = {"contract_on": "2022-01-01", "delivered_on": "2022-03-01", "start_due": "2022-06-01", "permit_on": "2022-04-01", "started_on": "2022-05-01", "finish_due": "2023-06-01",
               "finished_on": "2023-05-01", "revenue": 1000}
        told = {1: {"floor_area": 6000}, 2: {"contract_on": "2005-03-01", "delivered_on": "2005-06-01", "footprint_area": 2500}, 3: {"fixed_investment": 2400}, 4: {"tax": 120},
                5: {"production_stopped_on": "2022-06-01"}, 6: {"admin_area": 800}, 7: {"admin_area": 800, "rental_housing_approved": "yes"}, 8: {"rating": "D", "rating_before": "C"},
                9: {"delivered_on": "2022-06-01"}, 10: {"admin_floor_area": 2400}, 11: {"admin_floor_area": 2400, "rental_housing_approved": "yes"}, 16: {"rd_spending": 45, **new},
                20: {"rd_spending": 35, **new}, 24: {"land_use": "城镇住宅用地"}}
        parcels = [plant(number, **{"rating": "B", "rating_before": "B", **told.get(number, {})}) for number in (0, *told)]
        survey = [{"id": "S1", "status": "A2", "supply": "D21", "wkt": square(0, 0, 480, 200)}, {"id": "S2", "status": "A1", "supply": "D21", "wkt": square(0, 200, 480, 130)},
                  {"id": "S3", "status": "A4", "supply": "E22", "wkt": square(0, 330, 480, 170)}]
        write_layer(self.folder / "status.gpkg", "status", survey)
        self.write("items.csv", "group,item,weight,benchmark\n,tax_per_mu,100,\n")
        self.write("firms.csv", "parcel,name,uscc,year,area,tax\n" + "".join(f"P0{n},企业{n},F{n},2023,10000,{500 - 100 * n}\n" for n in range(1, 5)))
        self.draw(parcels, parks=[{"id": "K1", "level": "national", "wkt": square(0, 0, 480, 500)}, {"id": "Y1", "level": "provincial", "wkt": square(480, 0, 480, 500)}],
                  extra='rulebook = "law"\n[screening]\n[land_status]\nsource = "status.gpkg"\n[rating]\nformula = "S2"\nitems = "items.csv"\n')
        project = self.folder / "audit.toml"
        project.write_text(project.read_text(encoding="utf-8") + '[[tables]]\nsource = "firms.csv"\nto = "parcels"\nkind = "firms"\n', encoding="utf-8")

    def outcome(self, subject):
        ledger = self.audit()
        if subject.startswith("F"):
            return ledger.rows("SELECT rank, total, rating FROM firm_rating WHERE firm_id = ?", subject), self.told("ledger.gpkg", subject)
        if subject.startswith("K"):
            verdict = (ledger.rows("SELECT zone_type, industrial_assessment FROM park_evaluation WHERE park_id = ?", subject) +
                       ledger.rows("SELECT indicator, value, assessment FROM park_indicator WHERE park_id = ?", subject))
        else:
            verdict = (ledger.rows("SELECT inefficient, inefficient_grade, not_rated FROM parcel WHERE parcel_id = ?", subject) +
                       ledger.rows("SELECT test, met, outcome FROM parcel_screen WHERE parcel_id = ?", subject))
        return verdict, self.told("ledger.gpkg", subject)

    def test_changing_any_parameter_changes_what_is_decided_and_why(self):
        # No document prints how much housing a park plans, so one does here.
        plan = document("园区规划", "park", '\n[[parameter]]\nname = "supporting.housing_share_max"\nvalue = "0.5"\nunit = "share"\narticle = "第一条"\nzh = "说明"\nen = "statement"\nstatus = "read"\n')
        self.assert_followed({**shipped(), "plan.toml": plan}, {name: ({name: value}, subject) for name, (value, subject) in self.CASES.items()})


class Quotas(Changed):
    """X has done both tasks, Y one and W none; Z is below the gate; V needs less than it earned; U has land to be deducted."""

    PARKS = [{"park": "X", "base": "300", "performance": "80"}, {"park": "Y", "base": "100", "performance": "60"}, {"park": "W", "base": "100", "performance": "60"},
             {"park": "Z", "supply_rate": "58%", "base": "100", "performance": "60"}, {"park": "V", "demand(亩)": "5", "base": "100", "performance": "60"},
             {"park": "U", "unsupplied_two_years(亩)": "10", "illegal(亩)": "5", "base": "100", "performance": "60"}]
    CASES = {
        **{f"quota.k.{kind}.{done}": ({f"quota.k.{kind}.{done}": '"0.25"'}, "linked", park)
           for kind in ("unsupplied", "idle", "inefficient") for done, park in (("both", "X"), ("one", "Y"), ("none", "W"))},
        # The weights must sum to one, so one takes what another gives.
        "quota.factor.alpha": ({"quota.factor.alpha": '"0.40"', "quota.factor.beta": '"0.20"'}, "factor", "X"),
        "quota.factor.beta": ({"quota.factor.beta": '"0.40"', "quota.factor.alpha": '"0.20"'}, "factor", "X"),
        "quota.factor.gamma": ({"quota.factor.gamma": '"0.30"', "quota.factor.delta": '"0.10"'}, "factor", "X"),
        "quota.factor.delta": ({"quota.factor.delta": '"0.30"', "quota.factor.alpha": '"0.20"'}, "factor", "X"),
        "quota.reward.both_done": ({"quota.reward.both_done": '"1.20"'}, "factor", "X"),
        "quota.reward.any_missed": ({"quota.reward.any_missed": '"0.90"'}, "factor", "Y"),
        "quota.gate.supply_rate_min": ({"quota.gate.supply_rate_min": '"0.50"'}, "linked", "Z"),
        "quota.deduct.unsupplied_two_years": ({"quota.deduct.unsupplied_two_years": "2"}, "linked", "U"),
        "quota.deduct.illegal": ({"quota.deduct.illegal": "2"}, "linked", "U"),
        "quota.cap_on_demand": ({"quota.cap_on_demand": "false"}, "linked", "V"),
        "quota.carry_years": ({"quota.carry_years": "1"}, "linked", "X"),
    }

    def setUp(self):
        super().setUp()
        write_csv(self.folder / "parks.csv", [{"overuse": "0", "unsupplied_two_years(亩)": "0", "illegal(亩)": "0", "demand(亩)": "900", "supply_rate": "80%", **park} for park in self.PARKS])
        write_csv(self.folder / "disposals.csv", [{"park": park["park"], "subject": f"{park['park']}{kind}", "kind": kind, "cohort": "2018", "area(亩)": area, "closed_on": "2024-03-01", "document": "文"}
                                                  for park in self.PARKS for kind, area in (("unsupplied", "100"), ("idle", "40"), ("inefficient", "20"))])
        missed = {"Y": ("idle",), "W": ("unsupplied", "idle")}
        write_csv(self.folder / "tasks.csv", [{"park": park["park"], "kind": kind, "type": "rate", "base_area(亩)": "1000" if kind in missed.get(park["park"], ()) else "10", "target": "30%"}
                                              for park in self.PARKS for kind in ("unsupplied", "idle")])
        write_csv(self.folder / "entries.csv", [{"park": "X", "type": "STK", "amount(亩)": "100", "document": "下1", "day": "2022-03-01"},
                                                {"park": "X", "type": "STK", "amount(亩)": "-20", "document": "批1", "day": "2022-06-01"}])

    def outcome(self, subject):
        rule, park = subject
        self.write("audit.toml", f'title = "试算"\nas_of = 2024-12-31\nrulebook = "law"\n[parks]\nsource = "none.gpkg"\n[parcels]\nsource = "none.gpkg"\n[quota]\n'
                   f'total = {{ value = 3000, unit = "mu" }}\nrule = "{rule}"\nreserve_share = 0.1\nparks = "parks.csv"\ndisposals = "disposals.csv"\ntasks = "tasks.csv"\n'
                   'entries = "entries.csv"\n')
        run("quota", self.folder / "audit.toml", "--year", 2024, "-o", self.folder / "q.gpkg", "--overwrite", status=0)
        quota = Ledger(self.folder / "q.gpkg")
        verdict = [row for sql in ("SELECT quota_m2 FROM quota", "SELECT step, after_m2 FROM quota_step", "SELECT type, balance_mu FROM quota_balance")
                   for row in quota.rows(f"{sql} WHERE park_id = ?", park)]
        return verdict, self.told("q.gpkg", park)

    def test_changing_any_parameter_changes_what_is_decided_and_why(self):
        self.assert_followed(shipped(), {name: (values, (rule, park)) for name, (values, rule, park) in self.CASES.items()})


class Complete(unittest.TestCase):
    def test_every_parameter_that_rules_read_has_its_case(self):
        declared = {each["parameter"] for each in as_json(run("rules", "show", "--json", status=0))["parameters"]}
        family = {each[:-1] for each in declared if each.endswith("*")}
        cases = set(Audit.CASES) | set(Screens.CASES) | set(Quotas.CASES)
        named = {next((stem + "*" for stem in family if each.startswith(stem)), each) for each in cases}
        self.assertEqual(named, declared)
        members = {each for text in shipped().values() for each in re.findall(r'name\s*= "([\w.]+)"', text) if each.startswith(tuple(family))}
        self.assertLessEqual(members, cases, "and so has every member of a family")


if __name__ == "__main__":
    unittest.main()
