"""The sixty approvals: one per block, dated 2009 to 2023, four a year."""
from datetime import date
from .model import Approval, AS_OF, between, ring_area, stream

DIGITS = "零一二三四五六七八九"
QUOTA = ("计划", "计划", "计划", "盘活", "增减挂钩", "折抵", "复垦")


def numeral(n):
    """1 to 99 in Chinese numerals, as batch names have them."""
    tens, ones = divmod(n, 10)
    return ("" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十") + (DIGITS[ones] if ones else "")


def approval_days(rng, count):
    """Four days a year, so that every cohort is there; none on the last weeks of 2022 or 2023."""
    found = []
    for k in range(count):
        year = 2009 + k * 15 // count
        found.append(between(rng, date(year, 1, 8), date(year, 11, 10)))
    rng.shuffle(found)
    return found


def make_approval(rng, serial, block, day, county):
    single = rng.random() < 0.12
    if single:
        number = f"粤府土审(19)〔{day.year}〕{serial}号"
        name = f"示例{block.name}项目单独选址用地"
    else:
        head = "粤府土审(19)" if day.year >= 2014 and rng.random() < 0.6 else "清远建用字"
        number = f"{head}〔{day.year}〕{serial}号"
        name = f"示例{county}{day.year}年度第{numeral(rng.randint(1, 39))}批次城镇建设用地"
    return Approval(number, name, day,
                    "广东省人民政府" if "粤府" in number else "清远市人民政府(受委托)",
                    rng.choice(QUOTA), "单独选址" if single else "分批次", block, block.outline())


def lots_left(rng, day):
    """How many lots of a block are still unsupplied: none or few in old blocks, many in new ones."""
    if day.year >= 2022:
        return rng.randint(6, 16)
    roll = rng.random()
    return 0 if roll < 0.3 else rng.randint(1, 4) if roll < 0.9 else rng.randint(7, 12)


def choose_left(rng, block, count):
    """Unsupplied lots lie together, around one of them."""
    if not count:
        return set()
    seed = rng.choice(block.lots)

    def far(lot):
        return abs(lot[0] + lot[2] - seed[0] - seed[2]) + abs(lot[1] + lot[3] - seed[1] - seed[3]), lot
    return set(sorted(block.lots, key=far)[:count])


def make_approvals(blocks):
    """blocks: [(block, county)]; answers the approvals and, by block name, the lots left unsupplied."""
    rng = stream("approvals")
    approvals, left = [], {}
    # Serials from 9001 up: no such document exists, and none can be taken for a real one.
    for serial, ((block, county), day) in enumerate(zip(blocks, approval_days(rng, len(blocks))), 9001):
        approvals.append(make_approval(rng, serial, block, day, county))
        left[block.name] = choose_left(rng, block, lots_left(rng, day))
    return approvals, left


def declare_areas(approvals, parcels):
    """Declared areas follow the geometry; a trifle more where all is supplied, so that rounding is no over-supply."""
    rng = stream("approval areas")
    linked = {}
    for parcel in parcels:
        if parcel.approval and not parcel.profile == "future":
            linked[parcel.approval.id] = linked.get(parcel.approval.id, 0) + (parcel.declared_ha or 0)
    for approval in approvals:
        measured = ring_area(approval.polygon) / 1e4
        approval.declared_ha = round(max(measured * (1 + rng.uniform(0, 0.0008)),
                                         linked.get(approval.id, 0) + 0.001), 4)
    assert all(a.approved_on < AS_OF for a in approvals)
