"""The defects, sown by hand into data that is clean without them, each written down as it is sown."""
from .model import Building, Defect, days, ring_area, stream


class Sower:
    def __init__(self, parcels, approvals, left, buildings, loose_spots):
        self.rng = stream("defects")
        self.parcels, self.approvals, self.left = parcels, approvals, left
        self.buildings, self.loose_spots = buildings, loose_spots
        self.found = []
        self.strangers = {"ledger": [], "invest": []}      # rows of the tables that join nothing
        self.by_lot = {(p.block.name, p.lot): p for p in parcels}

    def note(self, code, layer, subject, field, zh, en):
        self.found.append(Defect(code, layer, subject, field, zh, en))

    def pick(self, count, *tests):
        """Parcels that carry no other defect; no two in one block, so that sums are touched once."""
        fit = [p for p in self.parcels if p.approval and not p.touched and all(t(p) for t in tests)]
        self.rng.shuffle(fit)
        chosen, blocks = [], set()
        for parcel in fit:
            if parcel.block.name not in blocks:
                chosen.append(parcel)
                blocks.add(parcel.block.name)
            if len(chosen) == count:
                break
        assert len(chosen) == count, (count, len(chosen))
        for parcel in chosen:
            parcel.touched = True
        return chosen

    # What a parcel must be like to carry a defect

    def single(self, p):
        i0, j0, i1, j1 = p.lot
        return i1 - i0 == 1 and j1 - j0 == 1

    def some_left(self, p):
        return 1 <= len(self.left[p.block.name])

    def small(self, p):
        """So small that losing it moves no sum of its approval by 2 %."""
        return p.area_m2 < 0.0125 * ring_area(p.approval.polygon)

    def around(self, p):
        """The parcels of the four lots that share an edge with a single lot."""
        i, j = p.lot[:2]
        wanted = ((i, j - 1), (i + 1, j), (i, j + 1), (i - 1, j))
        return [self.by_lot.get((p.block.name, (a, b, a + 1, b + 1))) for a, b in wanted]

    def enclosed(self, p):
        """All eight lots around it are supplied by now, so a gap beside it touches no leftover."""
        i, j = p.lot[:2]
        for a in (i - 1, i, i + 1):
            for b in (j - 1, j, j + 1):
                covering = [q for (name, lot), q in self.by_lot.items() if name == p.block.name
                            and lot[0] <= a < lot[2] and lot[1] <= b < lot[3]]
                if not covering or covering[0].touched or covering[0].profile == "future":
                    return False
        return True


def share_edge(p, side):
    """The index range in p's ring of the points between two corners; side 0 is low, 1 right, 2 top, 3 left."""
    i, j = p.lot[:2]
    lengths = [len(p.block.across[i][j]), len(p.block.up[i + 1][j]), len(p.block.across[i][j + 1]), len(p.block.up[i][j])]
    start = sum(lengths[:side]) + side + 1
    return start, start + lengths[side]


def push(p, side, metres):
    """Move the points of one edge outwards (inwards when negative); the corners stay."""
    first, last = share_edge(p, side)
    (ax, ay), (bx, by) = p.ring[first - 1], p.ring[last % len(p.ring)]
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
    ox, oy = (by - ay) / length * metres, -(bx - ax) / length * metres
    p.ring[first:last] = [(round(x + ox, 3), round(y + oy, 3)) for x, y in p.ring[first:last]]


def sow_overlaps(s):
    # A re-survey entered as a new parcel: the corner lot once more, 0.35 m off towards the road.
    corners = [p for p in s.parcels if p.approval and s.single(p) and s.some_left(p) and p.not_begun
               and p.profile != "gap"
               and p.lot[0] in (0, p.block.grid[0] - 1) and p.lot[1] in (0, p.block.grid[1] - 1)]
    p = min(corners, key=lambda q: q.id)
    p.touched = True
    frame = p.block.frame
    ux, uy = (-1 if p.lot[0] == 0 else 1), (-1 if p.lot[1] == 0 else 1)
    dx, dy = (0.247 * (ux * frame.cos - uy * frame.sin), 0.247 * (ux * frame.sin + uy * frame.cos))
    twin = type(p)(**{**vars(p), "facts": dict(p.facts)})
    twin.ring = [(round(x + dx, 3), round(y + dy, 3)) for x, y in p.ring]
    twin.id = p.id[:11] + "97001"
    s.parcels.insert(s.parcels.index(p) + 1, twin)
    s.note("PARCELS_OVERLAP", "parcels", p.id, "geometry", f"复测后另立一宗 {twin.id}，整体偏移 0.35 米，两宗几乎全部重叠",
           f"re-surveyed and entered again as {twin.id}, shifted by 0.35 m: the two overlap almost wholly")
    # A fence line drawn 3 m into the neighbour.
    def has_neighbour(q):
        r = s.around(q)[1] if s.single(q) else None
        return r and s.single(r) and not r.touched and r.profile != "future" and q.profile != "future"
    for q in s.pick(3, s.some_left, has_neighbour):
        other = s.around(q)[1]
        other.touched = True
        push(q, 1, 3.0)
        q.area_m2 = ring_area(q.ring)
        q.declared_ha = round(q.area_m2 / 1e4, 4)
        s.note("PARCELS_OVERLAP", "parcels", min(q.id, other.id), "geometry",
               f"{q.id} 的界线画进相邻宗地 {other.id} 约 3 米", f"the line of {q.id} runs about 3 m into its neighbour {other.id}")


def sow_slivers(s):
    for q, width in zip(s.pick(4, s.single, s.enclosed), (0.03, 0.05, 0.06, 0.08)):
        push(q, 1, -width)
        s.note("SLIVERS", "approvals", q.approval.id, "geometry", f"宗地 {q.id} 一条边内缩 {width} 米，留下细长碎片",
               f"one edge of parcel {q.id} drawn {width} m short, leaving a hairline piece")


def sow_bad_geometry(s):
    for q in s.pick(2, s.single, s.some_left, lambda p: p.profile == "done"):
        first = share_edge(q, 0)[0]
        (ax, ay), (bx, by) = q.ring[first - 1], q.ring[first]
        # Two new points in the wrong order between two old ones: a loop of a few square metres.
        def at(t, off):
            return (round(ax + t * (bx - ax) - off * (by - ay), 3), round(ay + t * (by - ay) + off * (bx - ax), 3))
        q.ring[first:first] = [at(0.7, 0.06), at(0.3, 0.06)]
        s.note("GEOMETRY_INVALID", "parcels", q.id, "geometry", "界线自相交：两个界址点次序颠倒，小蝴蝶结，可修复",
               "the ring crosses itself: two boundary points in the wrong order, a small bow-tie, repairable")
    for q in s.pick(1, s.single, s.small, s.some_left, lambda p: p.not_begun):
        i, j = q.lot[:2]
        a, b, c, d = q.block.corners(q.lot)
        q.ring = [a, *q.block.across[i][j], b, d, *q.block.across[i][j + 1], c]
        zh, en = "两个角点次序颠倒，整宗成蝴蝶结，修复后面积变化超过 2 %", "two corners swapped: the whole parcel is a bow-tie, repair changes its area by more than 2 %"
        s.note("GEOMETRY_INVALID", "parcels", q.id, "geometry", zh, en)
        s.note("GEOMETRY_UNREPAIRABLE", "parcels", q.id, "geometry", zh, en)
    for q in s.pick(2, s.small, s.some_left, lambda p: p.not_begun):
        q.ring = None
        s.note("GEOMETRY_MISSING", "parcels", q.id, "geometry", "只有属性，没有图形", "a record without a shape")


def sow_ids(s):
    quiet = (lambda p: p.not_begun, lambda p: p.profile != "gap")
    for _ in range(2):
        first, second = s.pick(2, *quiet)
        second.id, second.in_ledger = first.id, False
        s.note("ID_DUPLICATE", "parcels", first.id, "id", "两宗地用了同一个电子监管号（台账只有一行）",
               "two parcels with one supervision number (the ledger has one row)")
        # The one ledger row is joined to both, so the second is judged by the delivery day of the first.
        if days(first.facts["delivery_due"], 366) < second.facts["start_due"]:
            s.note("I-09", "parcels", first.id, "start_due", "重号宗地挂接了另一宗地的约定交地日期",
                   "the parcel with the number already taken is joined to the other one's delivery day")
    for p in s.pick(2, *quiet):
        p.id, p.in_ledger = "", False
        s.note("ID_MISSING", "parcels", "blank", "id", f"电子监管号空白（{p.project}，{p.holder}）",
               f"no supervision number ({p.holder})")


def sow_dates(s):
    done = (lambda p: p.profile == "done", lambda p: p.facts.get("started_on"))
    for p in s.pick(2, *done):
        p.facts["started_on"], p.facts["finished_on"] = p.facts["finished_on"], p.facts["started_on"]
        s.note("DATE_ILLOGICAL", "parcels", p.id, "finished_on", "实际开工与实际竣工填反，竣工早于开工",
               "actual start and finish swapped: finished before started")
    p, = s.pick(1, lambda p: p.profile == "overdue" and p.not_begun and p.facts.get("start_due")
                and "extension_signed_on" not in p.facts)
    p.facts["extension_signed_on"] = days(p.facts["start_due"], 40 if (p.facts["start_due"].month < 10) else 0)
    p.facts["extension_start_due"] = days(p.facts["extension_signed_on"], -95)
    s.note("DATE_ILLOGICAL", "parcels", p.id, "extension_start_due", "延期协议约定的新开工日早于签订日",
           "the new start day lies before the day the extension was signed")
    p, = s.pick(1, lambda p: p.profile == "stop_fine" and "foundation" not in p.facts)
    p.facts["stopped_on"] = days(min(p.facts["started_on"], p.facts["permit_on"]), -60)
    s.note("DATE_ILLOGICAL", "parcels", p.id, "stopped_on", "停工日期早于开工日期", "stopped before it was started")
    for field, text, zh in (("finish_due", "2021年13月40日", "约定竣工"), ("delivered_on", "2019-02-30", "实际交地时间")):
        p, = s.pick(1, *done)
        p.facts[field] = text
        s.note("DATE_UNREADABLE", "parcels", p.id, field, f"{zh}写作“{text}”，不是日期", f"“{text}” is no date")
    b = next(b for b in s.buildings if len(b.parcels) == 1 and b.parcels[0].profile == "done" and b.parcels[0].invest is None
             and not b.parcels[0].touched and b.floors)
    b.finished_on = "2018-00-15"
    b.parcels[0].touched = True
    s.note("DATE_UNREADABLE", "buildings", b.id, "finished_on", "竣工日期写作“2018-00-15”，不是日期", "“2018-00-15” is no date")
    for p, blank in zip(s.pick(3, lambda p: p.completed), (None, "1900-01-01", "--")):
        p.facts["contract_on"] = blank
        s.note("CONTRACT_DAY_MISSING", "parcels", p.id, "contract_on", f"合同日期为“{blank or '空白'}”", f"contract day “{blank or 'blank'}”")
    for p, blank in zip(s.pick(3, lambda p: p.profile == "done"), (None, "1900-01-01", "/")):
        p.facts["started_on"] = blank
        s.note("START_MISSING", "parcels", p.id, "started_on", f"已竣工，实际开工为“{blank or '空白'}”",
               f"finished, but the start day is “{blank or 'blank'}”")
    for p in s.pick(4, lambda p: p.profile in ("done", "build", "done_late")):
        p.facts["permit_on"] = None
        s.note("CHECK_PERMIT", "parcels", p.id, "permit_on", "已开工，台账无施工许可证日期", "work has started, no permit day in the ledger")


def sow_numbers(s):
    done = (lambda p: p.profile == "done",)
    for field, text, zh in (("price", "详见合同", "成交价格"), ("plot_ratio_min", "不低于一点零", "约定容积率下限"),
                            ("investment_total", "约三千万", "总投资额")):
        p, = s.pick(1, *done)
        p.facts[field] = text
        s.note("VALUE_UNREADABLE", "parcels", p.id, field, f"{zh}写作“{text}”，不是数", f"“{text}” is no number")
    p, = s.pick(1, *done, lambda p: p.invest)
    p.invest["revenue"] = "商业秘密"
    s.note("VALUE_UNREADABLE", "parcels", p.id, "revenue", "年营业收入写作“商业秘密”，不是数", "“商业秘密” (trade secret) is no number")
    for p, factor in zip(s.pick(3, *done, s.some_left), (1.07, 0.93, 1.12)):
        p.declared_ha = round(p.area_m2 / 1e4 * factor, 4)
        s.note("AREA_MISMATCH", "parcels", p.id, "area", f"填报面积是图形面积的 {factor} 倍", f"declared area is {factor} of the measured one")
    for p in s.pick(2, lambda p: p.profile in ("done", "done_late", "a2", "overdue"),
                    lambda p: 3 <= len(s.left[p.block.name]) and p.approval.approved_on.year < 2022):
        p.declared_ha = round(p.area_m2 / 1e4 * 15, 4)
        zh, en = "公顷栏填了亩数（15 倍）", "a figure in mu in the hectare column (15 times)"
        s.note("UNIT_SUSPECT", "parcels", p.id, "area", zh, en)
        s.note("AREA_MISMATCH", "parcels", p.id, "area", zh, en)
    for p in s.pick(2, s.small, s.some_left, *done):
        p.declared_ha = 0.0
        s.note("AREA_NOT_POSITIVE", "parcels", p.id, "area", "面积填 0", "declared area 0")


def sow_approvals(s):
    def spare(a, low, high):
        left = sum(ring_area(a.block.ring(lot)) for lot in s.left[a.block.name])
        return low < left / ring_area(a.polygon) < high
    free = [a for a in s.approvals if not any(d.subject_id == a.id for d in s.found)]
    used = {d.subject_id for d in s.found}
    slipped = {p.approval.id for p in s.parcels if p.approval and p.id in
               {d.subject_id for d in s.found if d.code in ("UNIT_SUSPECT", "PARCELS_OVERLAP", "GEOMETRY_MISSING")}}
    free = [a for a in free if a.id not in slipped]
    # Part of an approval withdrawn: no shape says which part.
    a = next(a for a in free if a.approved_on.year < 2020 and spare(a, 0.14, 1))
    a.withdrawn_ha, a.withdrawn_doc = round(ring_area(a.polygon) / 1e4 * 0.06, 4), "示例撤批〔2021〕9001号"
    a.withdrawn_on = days(a.approved_on, 1200)
    s.note("APPROVED_AND_LEDGER_DIFFER", "approvals", a.id, "withdrawn_area", "部分撤回，只有面积没有图形，台账数小于图形数",
           "part withdrawn, as a figure without a shape: the ledger shows less unsupplied land than the map")
    free.remove(a)
    # The declared area of one approval is 4.5 % too large.
    a = next(a for a in free if a.approved_on.year < 2020 and spare(a, 0.02, 0.1))
    a.declared_ha = round(a.declared_ha * 1.045, 4)
    s.note("AREA_MISMATCH", "approvals", a.id, "approved_area", "批准面积比图形大 4.5 %", "approved area 4.5 % above the measured one")
    free.remove(a)
    # A number filled down over the next block's rows.
    pairs = [(a, b) for a in free for b in free if a is not b and a.block.name[:3] == b.block.name[:3]
             and spare(a, 0.045, 0.10) and spare(b, 0, 1) and a.approved_on < b.approved_on]
    a, b = pairs[0]
    need = ring_area(a.polygon) * (sum(ring_area(a.block.ring(x)) for x in s.left[a.block.name]) / ring_area(a.polygon) + 0.04)
    moved = 0.0
    for p in s.parcels:
        if p.approval is b and p.profile != "future" and not p.touched and moved < need:
            p.approval_text, p.touched = a.id, True
            moved += p.area_m2
    s.note("OVER_SUPPLIED", "approvals", a.id, "approval", f"{b.id} 的若干宗地误填本批文号，供应面积超过批准面积",
           f"parcels of {b.id} carry this number by mistake: more supplied than approved")


def sow_approval_overlaps(s, union):
    """Two approvals drawn over the road and 8 m into the next block."""
    by_block = {a.block.name: a for a in s.approvals}
    for upper, lower in (("K01-3", "K01-2"), ("Y01-4", "Y01-3")):
        a, b = by_block[upper], by_block[lower]          # `upper` stands north of `lower`
        x, y = a.block.corner
        box = [(x + 320, y - 44), (x + 620, y - 44), (x + 620, y + 15), (x + 320, y + 15)]
        a.polygon = union(a.polygon, [a.block.frame.at(*p) for p in box])
        a.declared_ha = round(a.declared_ha + (ring_area(a.polygon) - ring_area(a.block.outline())) / 1e4, 4)
        s.note("APPROVALS_OVERLAP", "approvals", min(a.id, b.id), "geometry", f"{a.id} 与 {b.id} 的图形重叠约 300 × 8 米",
               f"{a.id} and {b.id} overlap by about 300 × 8 m")


def sow_buildings(s):
    linked = {p.id for b in s.buildings if len(b.parcels) > 1 for p in b.parcels}
    for p in s.pick(3, lambda p: p.completed and p.id not in linked):
        s.buildings[:] = [b for b in s.buildings if not any(q is p for q in b.parcels)]
        if p.invest:
            p.invest["floor_area"] = None
        s.note("NO_BUILDING_FOUND", "parcels", p.id, "geometry", "已竣工，建筑物图层里没有建筑", "finished, but the buildings layer shows none")
    for block, lot in s.loose_spots[:4]:
        a, _, c, _ = block.corners(lot)
        mid = ((a[0] + c[0]) / 2, (a[1] + c[1]) / 2)
        ring = [(round(mid[0] + x, 3), round(mid[1] + y, 3)) for x, y in ((-14, -9), (14, -9), (14, 9), (-14, 9))]
        building = Building("", ring, [], 1, 5.0, None, None, "临时建筑")
        s.buildings.append(building)


def note_outside(s):
    for b in s.buildings:
        if not b.parcels:
            s.note("BUILDING_OUTSIDE", "buildings", b.id, "geometry", "建在未供应的土地上，不在任何宗地内", "stands on unsupplied land, in no parcel")


def sow_floor_areas(s, measured):
    """Declared floor areas agree with the buildings, three excepted; after the buildings are final."""
    rng = stream("floor areas")
    declared = []
    for p in s.parcels:
        if p.completed and p.invest and not p.touched and rng.random() < 0.45:
            area = measured(p)
            if area:
                p.invest["floor_area"] = round(area, 1)
                declared.append(p)
    for p, factor in zip(rng.sample(declared, 3), (1.35, 0.7, 1.12)):
        p.invest["floor_area"] = round(p.invest["floor_area"] * factor, 1)
        p.touched = True
        s.note("FLOOR_AREA_DIFFERS", "parcels", p.id, "floor_area", f"填报总建筑面积是建筑物图层合计的 {factor} 倍",
               f"declared floor area is {factor} of the buildings layer's")


def sow_joins(s):
    for key in ("4418022016B98001", "4418812019B98002", "4418032021A98003"):
        s.strangers["ledger"].append(key)
        s.note("JOIN_UNMATCHED", "parcels", key, "id", "台账有此电子监管号，图层没有", "in the contract ledger, not in the layer")
    key = "4418022018B98004"
    s.strangers["invest"].append(key)
    s.note("JOIN_UNMATCHED", "parcels", key, "id", "投资表有此电子监管号，图层没有", "in the investment table, not in the layer")


def sow_park_overlap(s):
    s.note("PARKS_OVERLAP", "parks", "K01", "geometry", "K01 与 K02 沿共同边界有一条带状重叠", "K01 and K02 overlap in a strip along their common side")


def vary_numbers(s):
    """Approval numbers as typed by different hands: not a defect, the same number after normalising."""
    rng = stream("typed numbers")
    plain = [p for p in s.parcels if p.approval and p.approval_text == p.approval.id and s.small(p)]
    for p in rng.sample(plain, 14):
        text = p.approval.id.replace("(", "（").replace(")", "）")
        p.approval_text = rng.choice((text, text.replace("〔", "[").replace("〕", "]"), text + " "))
