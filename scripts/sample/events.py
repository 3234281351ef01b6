"""What became in 2024 of land that was idle or unsupplied when the year began: each way out that one file can tell, beside the year's contracts."""
from datetime import date
from .check import consequences
from .model import anniversary, days, stream

YEAR = 2024


def idle_before(parcel):
    """Without a defect, a cause or a step of the procedure, and due to start so long ago that it was idle on the first day."""
    due = parcel.facts.get("start_due")
    plain = not any(parcel.facts.get(key) for key in ("started_on", "cause", "determination_on", "extension_signed_on"))
    return parcel.profile == "a2" and not parcel.touched and plain and isinstance(due, date) and due < date(YEAR - 2, 7, 1)


def start_work(rng, parcel, nth):
    begun = date(YEAR, 2 + 2 * nth, rng.randint(1, 28))
    parcel.facts.update(started_on=begun, permit_on=days(begun, -rng.randint(5, 40)))


def extend(rng, parcel, nth):
    """An act of government held the work up; when it was over, an agreement fixed a new day, within the year the measures allow."""
    signed = date(YEAR, 3 + 2 * nth, rng.randint(1, 28))
    parcel.facts.update(cause="G1", cause_verified="是", cause_from=days(parcel.facts["start_due"], 30), cause_to=days(signed, -20),
                        extension_signed_on=signed, extension_start_due=days(anniversary(signed, 1), -rng.randint(0, 60)),
                        disposal_method="延长动工期限", disposal_on=signed, disposal_doc=f"示例闲延字〔{YEAR}〕{9001 + nth}号")


def withdraw(rng, approval, nth):
    """A little of the land: a figure without a shape, within what ledger and map may differ by."""
    approval.withdrawn_ha = round(approval.declared_ha * 0.01, 4)
    approval.withdrawn_on = date(YEAR, 5 + 3 * nth, rng.randint(1, 28))
    approval.withdrawn_doc = f"示例撤批〔{YEAR}〕{9001 + nth}号"


def tell_events(parcels, approvals, defects):
    rng, listed = stream("events"), {d.subject_id for d in defects}
    idle = sorted((p for p in parcels if p.id not in listed and idle_before(p)), key=lambda p: p.id)
    chosen = rng.sample(idle, 6)
    for nth, parcel in enumerate(chosen[:3]):
        start_work(rng, parcel, nth)
    for nth, parcel in enumerate(chosen[3:]):
        extend(rng, parcel, nth)
    agreeing = [a for a, unsupplied, ledger in consequences(approvals, parcels)["ledger"]
                if a.id not in listed and a.approved_on.year < YEAR - 2 and unsupplied > 0.05 * a.declared_ha
                and abs(unsupplied - ledger) < 0.003 * a.declared_ha]
    for nth, approval in enumerate(rng.sample(sorted(agreeing, key=lambda a: a.id), 2)):
        withdraw(rng, approval, nth)
