"""Buildings on completed and half-built parcels, some across a parcel line."""
from datetime import date
from .model import AS_OF, Building, between, days, ring_area, stream

USES = ("厂房", "厂房", "厂房", "仓库", "办公", "宿舍", "研发")


def inside(parcel, u, v):
    """A point of the parcel from fractions along and across it."""
    a, b, c, d = parcel.block.corners(parcel.lot)
    return tuple(round((1 - u) * (1 - v) * a[k] + u * (1 - v) * b[k] + u * v * c[k] + (1 - u) * v * d[k], 3)
                 for k in (0, 1))


def shape(rng, parcel, slot):
    """A rectangle, sometimes an L, in one of four quarters; the edge of the parcel stays free."""
    u0, v0 = (0.1, 0.54)[slot % 2], (0.1, 0.54)[slot // 2]
    u1, v1 = u0 + rng.uniform(0.24, 0.36), v0 + rng.uniform(0.24, 0.36)
    corners = [(u0, v0), (u1, v0), (u1, v1), (u0, v1)]
    if rng.random() < 0.15:
        um, vm = (u0 + u1) / 2, (v0 + v1) / 2
        corners = [(u0, v0), (u1, v0), (u1, vm), (um, vm), (um, v1), (u0, v1)]
    return [inside(parcel, u, v) for u, v in corners]


def furnish(rng, building, finished):
    building.floors = rng.choice((1, 1, 2, 3, 3, 4, 5, 6))
    if building.floors == 1:
        building.storey_height = rng.choice((6.0, 7.5, 8.0, 8.1, 9.0))     # 8.0 is not higher than 8
    elif rng.random() < 0.7:
        building.storey_height = rng.choice((3.6, 4.2, 4.5, 5.0))
    building.use = rng.choice(USES)
    building.finished_on = finished
    if rng.random() < 0.55:
        building.floor_area = round(building.floors * ring_area(building.ring), 1)


def on_parcel(rng, parcel):
    start, end = parcel.facts.get("started_on"), parcel.facts.get("finished_on")
    if parcel.completed:
        count = rng.choice((2, 2, 3, 3, 4))
    else:
        count = rng.choice((0, 1, 1, 2))
    for slot in rng.sample(range(4), count):
        building = Building("", shape(rng, parcel, slot), [parcel])
        if parcel.completed:
            furnish(rng, building, between(rng, days(start, 150), end))
        else:                                # not up yet, or one hall ready and the rest to come
            furnish(rng, building, rng.choice((None, date(2025, 6, 30), date(2025, 10, 31))))
        yield building


def across_line(rng, left, right):
    """A link between two halls, over the line between two parcels of the same firm."""
    low, high = rng.uniform(0.2, 0.4), rng.uniform(0.55, 0.8)
    ring = [inside(left, 0.93, low), inside(right, 0.06, low), inside(right, 0.06, high), inside(left, 0.93, high)]
    building = Building("", ring, [left, right])
    furnish(rng, building, max(left.facts["finished_on"], right.facts["finished_on"]))
    return building


def neighbours(parcels):
    """Pairs of completed one-row parcels, the second to the right of the first."""
    at = {(p.block.name, p.lot[0], p.lot[1], p.lot[3]): p for p in parcels if p.completed}
    for p in parcels:
        q = at.get((p.block.name, p.lot[2], p.lot[1], p.lot[3])) if p.completed else None
        if q:
            yield p, q


def make_buildings(parcels):
    rng = stream("buildings")
    built = []
    for parcel in parcels:
        if parcel.completed or parcel.profile.startswith(("build", "stop")):
            built += on_parcel(rng, parcel)
    used = set()
    pairs = sorted(neighbours(parcels), key=lambda pair: pair[0].id)
    for left, right in rng.sample(pairs, 60):
        if not {left.id, right.id} & used:
            used |= {left.id, right.id}
            right.holder = left.holder
            built.append(across_line(rng, left, right))
    blank = [b for b in built if rng.random() < 0.02]
    for building in blank:                   # nobody counted the storeys: unknown, and so is the parcel's floor area
        building.floors = building.floor_area = building.storey_height = None
    return built


def number(buildings):
    for n, building in enumerate(buildings, 1):
        building.id = f"JZ{n:05d}"


def measured_floor_area(parcel, buildings, share):
    """Σ over the parcel's buildings finished by the as-of day; None when one is unknown."""
    total = 0.0
    for building in buildings:
        if not isinstance(building.finished_on, date) or building.finished_on > AS_OF:
            return None
        area = building.floor_area_counted()
        if area is None:
            return None
        total += area * share(building, parcel)
    return total
