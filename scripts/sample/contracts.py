"""Who holds each parcel and when things happened: a life story per parcel, by profile."""
from datetime import date
from .model import AS_OF, anniversary, between, days, stream

# profile, share of all parcels or count, latest approval day that leaves time for it
PROFILES = [
    ("done_ended", 0.06, date(2019, 6, 1)),       # finished, but begun more than a year late
    ("stop_b", 26, date(2020, 6, 1)),             # stopped over a year, a limb true: IDLE_B
    ("stop_unsure", 10, date(2020, 6, 1)),        # stopped over a year, nothing known: IDLE_UNSURE
    ("stop_fine", 9, date(2020, 6, 1)),           # stopped over a year, both limbs false, three exactly on the line
    ("stop_soon", 7, date(2020, 6, 1)),           # stopped less than a year
    ("done_late", 0.14, date(2021, 2, 1)),
    ("a2", 60, date(2021, 6, 1)),
    ("build_ended", 0.01, date(2021, 3, 1)),
    ("done", 0.505, date(2021, 12, 31)),
    ("a1", 58, date(2022, 10, 1)),
    ("gap", 14, date(2022, 10, 1)),               # neither a start day nor a delivery: DATA_GAP
    ("build_late", 0.03, date(2022, 12, 31)),
    ("build", 0.08, date(2023, 6, 30)),
    ("overdue", 62, date(2023, 8, 1)),
    ("future", 14, date(2023, 12, 31)),
    ("pending", None, date(2023, 12, 31)),        # the rest
]
KINDS = ("精密", "电子", "新材料", "机械", "食品", "包装", "医药", "陶瓷", "智能装备", "汽配", "家居", "光电")
PRODUCTS = ("铝材深加工", "电子元件", "生物制剂", "智能家电", "汽车零部件", "高端包装", "水性涂料", "冷链食品",
            "模具制造", "节能灯具", "检测仪器", "再生塑料")
INDUSTRIES = ("3252", "3981", "2761", "3857", "3670", "2319", "2641", "1495", "3525", "3872", "4014", "2929")
DIVISION = {"清城区": "441802", "清新区": "441803", "佛冈县": "441821", "英德市": "441881"}


def assign_profiles(parcels):
    """Strictest profile first, so that each finds parcels approved early enough."""
    rng = stream("profiles")
    pool = list(parcels)
    total = len(pool)
    for name, amount, latest in PROFILES:
        fit = [p for p in pool if p.approval.approved_on <= latest]
        count = len(pool) if amount is None else amount if amount >= 1 else round(amount * total)
        chosen = rng.sample(fit, min(count, len(fit)))
        for parcel in chosen:
            parcel.profile = name
        taken = {id(p) for p in chosen}
        pool = [p for p in pool if id(p) not in taken]
    assert not pool


def assign_holders(parcels):
    """Firms hold one to three parcels, side by side in the list; numbers run on."""
    rng = stream("holders")
    firm, left = 0, 0
    for parcel in parcels:
        if not left:
            firm, left = firm + 1, rng.choice((1, 1, 1, 2, 2, 3))
            kind, city = rng.randrange(len(KINDS)), "英德" if parcel.county == "英德市" else "清远"
            holder = f"{city}示例{KINDS[kind]}有限公司{firm:03d}"
        left -= 1
        utility = rng.random() < 0.04
        parcel.holder = f"{city}示例公用事业中心{firm:03d}" if utility else holder
        parcel.project = f"示例{PRODUCTS[kind]}项目" + rng.choice(("", "", "一期", "二期"))
        parcel.use = "公用设施用地" if utility else rng.choice(("工业用地",) * 12 + ("仓储用地", "科研用地"))
        parcel.industry = "" if utility else INDUSTRIES[kind]
        parcel.mode = "划拨" if utility else rng.choice(("挂牌出让",) * 9 + ("拍卖出让", "招标出让", "协议出让"))


def signed(rng, contract):
    """The days a contract fixes, counted from its own day."""
    due = days(contract, rng.randint(30, 75))
    start = days(due, rng.randint(90, 300))
    return {"contract_on": contract, "delivery_due": due, "delivered_on": days(due, rng.randint(-10, 40)),
            "start_due": start, "finish_due": days(start, rng.randint(540, 900))}


def signed_for(rng, start, approved):
    """The same, counted back from an agreed start day."""
    room = (start - approved).days - 20
    before = min(rng.randint(90, 300), room * 3 // 4)
    due = days(start, -before)
    contract = days(due, -min(rng.randint(30, 75), room - before))
    return {"contract_on": contract, "delivery_due": due, "delivered_on": days(due, rng.randint(0, min(40, before))),
            "start_due": start, "finish_due": days(start, rng.randint(540, 900))}


def begun(rng, facts, late):
    """Start and permit; late: (least, most) days after the agreed start."""
    start = max(days(facts["start_due"], rng.randint(*late)), days(facts["delivered_on"], 5))
    facts["started_on"] = start
    facts["permit_on"] = max(days(start, -rng.randint(3, 40)), days(facts["contract_on"], 2))
    if rng.random() < 0.3:
        facts["foundation"], facts["foundation_done"] = rng.choice(("桩基", "基坑")), 1
    return start


LATE = {"": (-80, -1), "late": (10, 350), "ended": (380, 700)}


def story_done(rng, parcel, kind):
    latest = {"": date(2022, 9, 1), "late": date(2021, 9, 1), "ended": date(2020, 3, 1)}[kind]
    first = days(parcel.approved_on, 40)
    facts = signed(rng, between(rng, first, min(latest, days(first, 2200))))
    start = begun(rng, facts, LATE[kind])
    facts["finished_on"] = min(days(start, rng.randint(260, 900)), days(AS_OF, -rng.randint(1, 60)))
    return facts


def story_build(rng, parcel, kind):
    first = max(days(parcel.approved_on, 40), date(2021, 3, 1) if kind != "ended" else date(2020, 1, 1))
    latest = {"": date(2024, 3, 1), "late": date(2023, 6, 1), "ended": date(2021, 10, 1)}[kind]
    facts = signed(rng, between(rng, first, max(first, latest)))
    start = begun(rng, facts, LATE[kind])
    if start > days(AS_OF, -5):          # too late to be on site by the as-of day: bring the whole story forward
        start = days(AS_OF, -rng.randint(5, 60))
        facts["start_due"] = min(facts["start_due"], start) if kind else max(facts["start_due"], start)
        facts["started_on"], facts["permit_on"] = start, days(start, -3)
    return facts


def story_stopped(rng, parcel, kind, nth):
    first = max(days(parcel.approved_on, 40), date(2015, 1, 1))
    facts = signed(rng, between(rng, first, date(2021, 3, 1)))
    start = begun(rng, facts, (-60, 100))
    facts["stopped_on"] = between(rng, days(start, 60), min(days(start, 500), date(2023, 11, 30)))
    if kind == "soon":
        facts["stopped_on"] = between(rng, date(2024, 2, 1), date(2024, 11, 30))
    work, money = parcel.area_m2 / 1e4 * 0.85, parcel.area_m2 / 1e4 * 4000
    limbs = {"b": ((0.15, 0.60), (0.55, 0.12), (0.20, 0.15))[nth % 3], "soon": (0.2, 0.2), "fine": (0.55, 0.6)}.get(kind)
    if kind == "fine" and nth < 3:       # exactly on the line: one third and one quarter are not below it
        facts.update(to_develop_ha=0.6, developed_ha=0.2, investment_total=2400, investment_made=600)
    elif limbs:
        facts.update(to_develop_ha=round(work, 4), developed_ha=round(work * limbs[0], 4),
                     investment_total=round(money), investment_made=round(money * limbs[1]))
        if kind == "b" and nth % 3 == 0:     # one true limb is enough
            facts.pop("investment_made")
    elif nth % 3 == 0:                   # one limb false, the other unknown: still unknown
        facts.update(to_develop_ha=round(work, 4), developed_ha=round(work * 0.5, 4))
    return facts


START_DUE = {                            # agreed start days; the edges of each class come first
    "overdue": (date(2023, 12, 31), date(2024, 12, 30)),
    "a1": (date(2022, 12, 31), date(2023, 12, 30)),
    "a2": (date(2013, 1, 1), date(2022, 12, 30)),
}
CAUSES = ("G1", "G2", "G3", "G4", "G5", "G6", "FM")


def story_unbegun(rng, parcel, kind, nth):
    low, high = START_DUE[kind]
    approved = parcel.approved_on
    start = between(rng, max(low, days(approved, 420)), high)
    edge = (high, low)[nth] if nth < 2 else None
    if edge and edge >= days(approved, 420):
        start = edge
    if (start.month, start.day) == (2, 29):
        start = days(start, -1)
    facts = signed_for(rng, start, approved)
    roll = rng.random() if nth > 1 else 1
    if roll < 0.1 and (start - approved).days > 520:
        by_delivery(rng, facts, start)
    elif roll < 0.18:
        by_agreement(rng, facts, start, approved)
    elif roll < 0.24:                    # earth was moved, but the foundation is not far enough to count
        facts.update(started_on=min(days(start, 30), days(AS_OF, -1)), permit_on=min(days(start, 10), days(AS_OF, -2)),
                     foundation="其他", foundation_done=0.2)
    if kind in ("a1", "a2"):
        add_cause(rng, facts, start)
    return facts


def by_delivery(rng, facts, start):
    """No agreed start: the day follows from the delivery, one year on."""
    delivered = anniversary(start, -1)
    due = days(delivered, -rng.randint(0, 20))
    facts.update(start_due=None, delivered_on=delivered, delivery_due=due, contract_on=days(due, -40),
                 finish_due=days(start, 700))


def by_agreement(rng, facts, start, approved):
    """A supplementary agreement moved the start day by less than a year."""
    first = max(days(start, -rng.randint(200, 350)), days(approved, 60))
    earlier = signed_for(rng, first, approved)
    facts.update(earlier, extension_signed_on=days(first, (start - first).days // 2), extension_start_due=start)


def add_cause(rng, facts, start):
    """Verified and running → negotiate; claimed, or ended → review; none → fee or recover."""
    roll = rng.random()
    if roll < 0.45:
        if rng.random() < 0.5:
            since = days(anniversary(start, 1), 1)
            facts["determination_on"] = between(rng, since, AS_OF)
        return
    facts["cause"], facts["cause_verified"] = rng.choice(CAUSES), "是"
    facts["cause_from"] = days(start, rng.randint(10, 90))
    if roll > 0.65:
        facts["cause_to"] = days(facts["cause_from"], rng.randint(90, 240))
    if roll > 0.82:
        facts["cause_verified"] = "否"


def story_pending(rng, parcel, nth):
    first = max(days(parcel.approved_on, 30), date(2024, 3, 1))
    while True:
        facts = signed(rng, between(rng, first, days(AS_OF, -3)))
        if nth == 0 and facts["delivery_due"] < days(AS_OF, -20):
            facts["start_due"] = AS_OF   # due on the as-of day itself: not overdue yet
        if facts["start_due"] >= AS_OF:
            break
    if facts["delivered_on"] > AS_OF:
        facts["delivered_on"] = None
    return facts


def story(rng, parcel, nth):
    kind, _, variant = parcel.profile.partition("_")
    if kind == "done":
        return story_done(rng, parcel, variant)
    if kind == "build":
        return story_build(rng, parcel, variant)
    if kind == "stop":
        return story_stopped(rng, parcel, variant, nth)
    if kind in START_DUE:
        return story_unbegun(rng, parcel, kind, nth)
    if kind == "pending":
        return story_pending(rng, parcel, nth)
    if kind == "future":
        facts = signed(rng, between(rng, date(2025, 1, 3), date(2025, 5, 30)))
        return {**facts, "delivered_on": None}
    facts = signed(rng, between(rng, days(parcel.approved_on, 40), date(2024, 6, 1)))
    return {**facts, "start_due": None, "delivered_on": None, "finish_due": None}       # gap


def tell_stories(parcels):
    """Days, money and limits of every parcel; then the supervision numbers, which carry the contract's year."""
    rng = stream("stories")
    seen, serial = {}, {}
    for parcel in parcels:
        nth = seen[parcel.profile] = seen.get(parcel.profile, -1) + 1
        parcel.facts = story(rng, parcel, nth)
        hectares = parcel.area_m2 / 1e4
        parcel.facts["price"] = round(hectares * rng.uniform(450, 900), 2) if parcel.mode != "划拨" else None
        parcel.facts["plot_ratio_min"] = rng.choice((0.8, 1.0, 1.0, 1.2, 1.5))
        parcel.facts["plot_ratio_max"] = rng.choice((2.0, 2.5, 3.0, 3.5))
        if "investment_total" not in parcel.facts and parcel.profile != "stop_unsure" and rng.random() < 0.6:
            total = round(hectares * rng.uniform(2500, 6000))
            parcel.facts["investment_total"] = total
            if parcel.completed:
                parcel.facts["investment_made"] = round(total * rng.uniform(0.85, 1.15))
        year = parcel.facts["contract_on"].year
        # Serials from 90001 up, so that no number of a real contract is used.
        head = f"{DIVISION[parcel.county]}{year}{'A' if parcel.mode == '划拨' else 'B'}"
        serial[head[:10]] = serial.get(head[:10], 90000) + 1
        parcel.id = f"{head}{serial[head[:10]]}"
        if "determination_on" in parcel.facts:
            day = parcel.facts["determination_on"]
            parcel.facts["determination_doc"] = f"示例闲认字〔{day.year}〕{parcel.id[-4:]}号"
        small = rng.random() < 0.12          # another survey, a few per mille off
        factor = 1 + rng.uniform(-0.003, 0.003) if small else 1
        parcel.declared_ha = round(hectares * factor, 4)


def tell_investments(parcels):
    rng = stream("investments")
    for parcel in parcels:
        if parcel.profile.startswith(("done", "build")) and rng.random() < 0.8:
            hectares = parcel.area_m2 / 1e4
            done = 1.0 if parcel.completed else rng.uniform(0.2, 0.7)
            fixed = hectares * rng.uniform(2800, 7000) * done
            revenue = fixed * rng.uniform(0.6, 2.2) if parcel.completed else None
            parcel.invest = {"fixed": round(fixed, 2), "revenue": revenue and round(revenue, 2),
                             "tax": revenue and round(revenue * rng.uniform(0.01, 0.07), 2), "floor_area": None}
