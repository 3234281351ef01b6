"""The sample parks: invented parks, approvals, parcels, buildings and ledgers."""
