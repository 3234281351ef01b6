"""What follows from the defects, worked out from the finished data, and proof that the rest is clean."""
from datetime import date
from osgeo import gdal, ogr
from .model import AS_OF, Defect, anniversary, ring_area

SLIVER_AREA, SLIVER_WIDTH, TOLERANCE, BLOCK_SUM = 1.0, 0.10, 0.02, 0.01
ogr.UseExceptions()


def polygon(*rings):
    shape = ogr.Geometry(ogr.wkbPolygon)
    for ring in rings:
        line = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in ring + ring[:1]:
            line.AddPoint_2D(x, y)
        shape.AddGeometry(line)
    return shape


def multipolygon(polygons):
    shape = ogr.Geometry(ogr.wkbMultiPolygon)
    for rings in polygons:
        shape.AddGeometry(polygon(*rings))
    return shape


def parts(shape):
    if shape is None or shape.IsEmpty():
        return []
    if ogr.GT_Flatten(shape.GetGeometryType()) == ogr.wkbPolygon:
        return [shape]
    return [p for k in range(shape.GetGeometryCount()) for p in parts(shape.GetGeometryRef(k))]


def common(a, b):
    """Area shared by two shapes; lines and points they share have none."""
    return sum(p.Area() for p in parts(a.Intersection(b))) if a.Intersects(b) else 0.0


def ring_of(shape):
    """The outer ring of a single polygon, to the millimetre."""
    points = shape.GetGeometryRef(0).GetPoints()[:-1]
    return [(round(x, 3), round(y, 3)) for x, y, *_ in points]


def union_ring(ring, other):
    return ring_of(polygon(ring).Union(polygon(other)))


class Index:
    """Shapes found by their boxes."""

    def __init__(self, shapes, cell=400.0):
        self.cell, self.bins, self.shapes = cell, {}, shapes
        for k, shape in enumerate(shapes):
            for key in self._keys(shape):
                self.bins.setdefault(key, []).append(k)

    def _keys(self, shape):
        x0, x1, y0, y1 = shape.GetEnvelope()
        return [(i, j) for i in range(int(x0 // self.cell), int(x1 // self.cell) + 1)
                for j in range(int(y0 // self.cell), int(y1 // self.cell) + 1)]

    def near(self, shape):
        return sorted({k for key in self._keys(shape) for k in self.bins.get(key, ())})


def overlaps(shapes, least=1e-4):
    """Pairs of shapes that share more than `least` m²."""
    index = Index(shapes)
    for k, shape in enumerate(shapes):
        for other in index.near(shape):
            if other > k and common(shape, shapes[other]) > least:
                yield k, other


def supplied(parcel):
    day = parcel.facts.get("contract_on")
    return not (isinstance(day, date) and day > AS_OF)


def is_sliver(piece):
    return piece.Area() < SLIVER_AREA or 2 * piece.Area() / piece.Boundary().Length() < SLIVER_WIDTH


def consequences(approvals, parcels):
    """OVER_SUPPLIED, APPROVED_AND_LEDGER_DIFFER, LAPSE_CANDIDATE, SLIVERS and SUPPLY_WITHOUT_APPROVAL."""
    drawn = [p for p in parcels if p.ring and supplied(p)]
    shapes = [polygon(p.ring).MakeValid() for p in drawn]
    index = Index(shapes)
    areas = [polygon(a.polygon) for a in approvals]
    found = {"ledger": [], "lapse": [], "slivers": []}
    for approval, area in zip(approvals, areas):
        rest = area
        for other, shape in zip(approvals, areas):
            if (other.approved_on, other.id) < (approval.approved_on, approval.id) and shape.Intersects(area):
                rest = rest.Difference(shape)
        for k in index.near(area):
            rest = rest.Difference(shapes[k])
        pieces = parts(rest)
        unsupplied = sum(p.Area() for p in pieces if not is_sliver(p)) / 1e4
        if any(is_sliver(p) and p.Area() > 0.5 for p in pieces):
            found["slivers"].append(approval.id)
        if unsupplied > 0 and anniversary(approval.approved_on, 2) < AS_OF:
            found["lapse"].append((approval.id, unsupplied))
        linked = sum(p.declared_ha for p in parcels if p.approval_text and supplied(p)
                     and plain(p.approval_text) == plain(approval.id))
        ledger = approval.declared_ha - linked - (approval.withdrawn_ha or 0)
        found["ledger"].append((approval, unsupplied, ledger))
    return found


def plain(number):
    for a, b in (("（", "("), ("）", ")"), ("[", "〔"), ("]", "〕")):
        number = number.replace(a, b)
    return number.strip()


def follow(approvals, parcels, parks):
    """The defects list's part that nobody sowed but that follows."""
    out, result = [], consequences(approvals, parcels)
    for approval, unsupplied, ledger in result["ledger"]:
        gaps = [abs(unsupplied - x) / approval.declared_ha for x in (ledger, max(0, ledger))]
        # The verdict must not hang on rounding, nor on whether a negative remainder counts as zero.
        assert all(g < 0.015 for g in gaps) or all(g > 0.027 for g in gaps), (approval.id, gaps)
        if gaps[0] > TOLERANCE:
            out.append(("APPROVED_AND_LEDGER_DIFFER", "approvals", approval.id, "approved_area",
                        f"图形未供 {unsupplied:.4f} 公顷，台账未供 {ledger:.4f} 公顷",
                        f"unsupplied {unsupplied:.4f} ha on the map, {ledger:.4f} ha by ledger"))
        assert ledger >= 0 or -ledger > 0.01 * approval.declared_ha, (approval.id, ledger)
        if ledger < 0:
            out.append(("OVER_SUPPLIED", "approvals", approval.id, "approved_area",
                        f"挂接供应面积超出批准面积 {-ledger:.4f} 公顷",
                        f"linked supply exceeds the approved area by {-ledger:.4f} ha"))
    for number, unsupplied in result["lapse"]:
        assert unsupplied > 0.01, number
        out.append(("LAPSE_CANDIDATE", "approvals", number, "", f"批准满两年，仍有 {unsupplied:.4f} 公顷未供",
                    f"two years after approval {unsupplied:.4f} ha are unsupplied"))
    for zone in parks:
        blocks = [park.declared_ha for park in parks if park.parent == zone.id]
        if blocks and abs(zone.declared_ha - sum(blocks)) > BLOCK_SUM:
            out.append(("BLOCK_SUM_MISMATCH", "parks", zone.id, "approved_area",
                        f"主园区核准面积与各园之和相差 {abs(zone.declared_ha - sum(blocks)):.4f} 公顷（重叠和主园区自有土地所致）",
                        f"the zone's approved area and the sum of its parks differ by {abs(zone.declared_ha - sum(blocks)):.4f} ha (the overlap, and land of "
                        "the zone's own)"))
    inside = multipolygon([p for park in parks for p in park.polygons]).UnionCascaded()
    covers = [polygon(a.polygon) for a in approvals]
    for parcel in parcels:
        shape = parcel.ring and polygon(parcel.ring).MakeValid()
        if shape and not parcel.approval:
            assert not any(shape.Intersects(c) for c in covers), parcel.id
            out.append(("SUPPLY_WITHOUT_APPROVAL", "parcels", parcel.id, "approval", "不在任何批文范围内，无批准文号",
                        "outside every approval, no approval number"))
        if shape and not shape.Intersects(inside):
            out.append(("OUT_OF_PARKS", "parcels", parcel.id, "geometry", "在所有园区之外", "outside every park"))
    return [Defect(*row) for row in out], set(result["slivers"])


def prove_clean(parks, approvals, parcels, buildings, defects):
    """Fail rather than write data with a defect that is not on the list."""
    sown = {}
    for d in defects:
        sown.setdefault(d.code, []).append(d.subject_id)
    drawn = [p for p in parcels if p.ring]
    shapes = [polygon(p.ring) for p in drawn]
    gdal.PushErrorHandler("CPLQuietErrorHandler")        # the bow-ties are meant
    bad = [drawn[k].id for k, s in enumerate(shapes) if not s.IsValid()]
    gdal.PopErrorHandler()
    assert sorted(bad) == sorted(sown["GEOMETRY_INVALID"]), bad
    repaired = [s.MakeValid() for s in shapes]
    pairs = [min(drawn[a].id, drawn[b].id) for a, b in overlaps(repaired)]
    assert sorted(pairs) == sorted(sown["PARCELS_OVERLAP"]), pairs
    blocks = [polygon(a.polygon) for a in approvals]
    assert all(b.IsValid() for b in blocks)
    pairs = [min(approvals[a].id, approvals[b].id) for a, b in overlaps(blocks)]
    assert sorted(pairs) == sorted(sown["APPROVALS_OVERLAP"]), pairs
    leaves = [p for p in parks if p.parent]
    outlines = [multipolygon(p.polygons) for p in parks]
    assert all(o.IsValid() for o in outlines)
    pairs = [leaves[a].id for a, b in overlaps([multipolygon(p.polygons) for p in leaves])]
    assert pairs == sown["PARKS_OVERLAP"], pairs
    for p in drawn:
        off = abs(ring_area(p.ring) / 1e4 - p.declared_ha) / p.declared_ha if p.declared_ha else 0
        listed = p.id in sown["AREA_MISMATCH"] + sown["GEOMETRY_UNREPAIRABLE"]
        assert (off > 0.05) == listed and (listed or off < 0.01), (p.id, off)
        assert 6 <= len(p.ring) <= 26 or p.id in sown["GEOMETRY_UNREPAIRABLE"], len(p.ring)
    check_buildings(repaired, drawn, buildings, sown)


def check_buildings(shapes, drawn, buildings, sown):
    index = Index(shapes)
    assert not list(overlaps([polygon(b.ring) for b in buildings]))
    for b in buildings:
        shape = polygon(b.ring)
        assert shape.IsValid()
        covered = sum(common(shape, shapes[k]) for k in index.near(shape))
        if b.id in sown["BUILDING_OUTSIDE"]:
            assert covered == 0, b.id
        else:
            assert covered > shape.Area() * 0.999, (b.id, covered, shape.Area())


def check_dates(parcels, defects):
    """The order of days holds wherever it is not on the list."""
    wrong = {d.subject_id for d in defects if d.code.startswith("DATE_")}
    order = (("contract_on", "delivery_due"), ("delivery_due", "start_due"), ("start_due", "finish_due"),
             ("contract_on", "permit_on"), ("contract_on", "delivered_on"), ("started_on", "finished_on"),
             ("permit_on", "finished_on"), ("started_on", "stopped_on"), ("permit_on", "stopped_on"),
             ("cause_from", "cause_to"), ("extension_signed_on", "extension_start_due"))
    for p in parcels:
        for first, second in order:
            a, b = p.facts.get(first), p.facts.get(second)
            if isinstance(a, date) and isinstance(b, date) and p.id not in wrong:
                assert a <= b, (p.id, p.profile, first, a, second, b)
        for name in ("delivered_on", "permit_on", "started_on", "finished_on", "stopped_on", "cause_from", "cause_to",
                     "determination_on", "extension_signed_on"):
            day = p.facts.get(name)
            assert not isinstance(day, date) or day <= AS_OF or p.profile == "future", (p.id, p.profile, name, day)
        a = p.approval and p.facts.get("contract_on")
        assert not isinstance(a, date) or a > p.approval.approved_on, p.id


def share_finder():
    """Which share of a building's footprint lies on a parcel."""
    def share(building, parcel):
        if len(building.parcels) == 1:
            return 1.0
        shape = polygon(building.ring)
        return common(shape, polygon(parcel.ring)) / shape.Area()
    return share
