"""What the sample is made of, and the few helpers every part needs."""
import random
from dataclasses import dataclass, field
from datetime import date, timedelta

AS_OF = date(2024, 12, 31)


def stream(topic):
    """A random stream of its own for each topic, so that a change in one leaves the others alone."""
    return random.Random("yongdi sample 1: " + topic)


def days(day, n):
    return day + timedelta(days=n)


def anniversary(day, n):
    """The same day n years on; 29 February becomes 28 February."""
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    return day.replace(year=day.year + n)


def between(rng, first, last):
    return days(first, rng.randint(0, max(0, (last - first).days)))


def ring_area(ring):
    """Plane area in m²; moved to the first vertex so that no digits are lost at 38 million metres."""
    ox, oy = ring[0]
    total = 0.0
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1]):
        total += (x0 - ox) * (y1 - oy) - (x1 - ox) * (y0 - oy)
    return abs(total) / 2


@dataclass
class Park:
    id: str
    name: str
    level: str
    parent: str
    county: str
    polygons: list                      # [[outer, hole, …], …]
    declared_ha: float = 0.0


@dataclass
class Approval:
    id: str
    name: str
    approved_on: date
    authority: str
    quota_type: str
    kind: str
    block: object
    polygon: list                       # one ring
    declared_ha: float = 0.0
    withdrawn_ha: float = None
    withdrawn_on: date = None
    withdrawn_doc: str = None


@dataclass
class Parcel:
    block: object
    lot: tuple                          # (i0, j0, i1, j1) in the block's grid
    ring: list
    county: str
    approval: Approval = None
    approval_text: str = ""             # as typed in the layer
    id: str = ""
    profile: str = ""
    holder: str = ""
    project: str = ""
    mode: str = ""
    use: str = ""
    industry: str = ""
    area_m2: float = 0.0
    declared_ha: float = None
    facts: dict = field(default_factory=dict)     # layer and ledger columns by canonical name
    invest: dict = None                           # the row of the investment table
    in_ledger: bool = True
    touched: bool = False                         # carries a sown defect

    @property
    def approved_on(self):
        return self.approval.approved_on if self.approval else date(2003, 6, 1)     # old construction land

    @property
    def not_begun(self):
        return self.profile in ("pending", "overdue", "a1", "a2", "gap") and "started_on" not in self.facts

    @property
    def completed(self):
        return self.profile.startswith("done")


@dataclass
class Building:
    id: str
    ring: list
    parcels: list                       # the parcels it was drawn on (none: outside)
    floors: int = None
    storey_height: float = None
    floor_area: float = None
    finished_on: object = None          # a date, a raw text or nothing
    use: str = ""

    def floor_area_counted(self):
        """Floor area for the plot ratio: as declared, else storeys × footprint, twice above 8 m."""
        if self.floor_area is not None:
            return self.floor_area
        if self.floors is None:
            return None
        high = self.storey_height is not None and self.storey_height > 8
        return self.floors * ring_area(self.ring) * (2 if high else 1)


@dataclass
class Defect:
    code: str
    layer: str
    subject_id: str
    field: str
    note_zh: str
    note_en: str
