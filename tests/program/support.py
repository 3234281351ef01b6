"""Runs the program as a user would, on small sources drawn here, and reads what it left behind."""
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import unittest

from osgeo import ogr, osr

ogr.UseExceptions()
osr.UseExceptions()

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ.get("YONGDI", ROOT / "build" / "yongdi")).resolve()
DATA = ROOT / "tests" / "data"


def is_optimised():
    """Whether the program is the Release build that users get: then bounds on its time mean something."""
    cache = PROGRAM.parent / "CMakeCache.txt"
    return cache.exists() and "CMAKE_BUILD_TYPE:STRING=Release" in cache.read_text(encoding="utf-8", errors="replace")


OPTIMISED = is_optimised()

# Easting and northing of the south-west corner of everything drawn here: near Qingyuan, CGCS2000 3-degree zone 38 with prefix.
EAST, NORTH = 38403000, 2622000


def run(*arguments, cwd=None, env=None, status=None, timeout=300):
    """Runs the program; checks the exit status when one is given."""
    environment = {"YONGDI_DATA": str(ROOT / "gis-data"), **os.environ, "LC_ALL": "en_US.UTF-8", **(env or {})}
    done = subprocess.run([str(PROGRAM), *map(str, arguments)], cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8",
                          timeout=timeout, check=False)
    if status is not None and done.returncode != status:
        raise AssertionError(f"exit status {done.returncode} instead of {status} of {arguments}\n--- stdout\n{done.stdout}\n--- stderr\n{done.stderr}")
    return done


def square(x, y, size, height=None):
    """WKT of a rectangle, in metres from the corner of the drawing."""
    return polygon([(x, y), (x + size, y), (x + size, y + (height or size)), (x, y + (height or size))])


def polygon(*rings):
    def text(ring):
        return "(" + ",".join(f"{EAST + x!r} {NORTH + y!r}" for x, y in [*ring, ring[0]]) + ")"
    return "POLYGON(" + ",".join(text(ring) for ring in rings) + ")"


def write_layer(path, layer, rows, epsg=4526, types=None, driver="GPKG", options=()):
    """rows: dictionaries of attributes; the key `wkt` is the shape (or absent). Attributes are written as text unless `types` says otherwise."""
    names = list(dict.fromkeys(name for row in rows for name in row if name != "wkt"))
    reference = osr.SpatialReference()
    if epsg:
        reference.ImportFromEPSG(epsg)
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    source = ogr.GetDriverByName(driver)
    data = source.Open(str(path), 1) if pathlib.Path(path).exists() else source.CreateDataSource(str(path))
    table = data.CreateLayer(layer, reference if epsg else None, ogr.wkbUnknown if driver == "GPKG" else ogr.wkbPolygon, list(options))
    for name in names:
        table.CreateField(ogr.FieldDefn(name, (types or {}).get(name, ogr.OFTString)))
    table.StartTransaction()
    for row in rows:
        feature = ogr.Feature(table.GetLayerDefn())
        for position, name in enumerate(names):  # by position: a shapefile shortens names
            if row.get(name) not in (None, ""):
                feature.SetField(position, row[name])
        if row.get("wkt"):
            feature.SetGeometryDirectly(ogr.CreateGeometryFromWkt(row["wkt"]))
        table.CreateFeature(feature)
    table.CommitTransaction()
    del table, data


class Ledger:
    """A finished ledger, by plain SQL."""

    def __init__(self, path):
        self.connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
        self.connection.row_factory = sqlite3.Row

    def rows(self, sql, *values):
        return [dict(row) for row in self.connection.execute(sql, values)]

    def value(self, sql, *values):
        return self.connection.execute(sql, values).fetchone()[0]

    def table(self, name):
        """A table as a set of rows without its running number and without places in the source."""
        skip = {"fid", "row", "finding_row"}
        return sorted((repr({key: row[key] for key in row if key not in skip}) for row in self.rows(f'SELECT * FROM "{name}"')))

    def tables(self):
        return [row["table_name"] for row in self.rows("SELECT table_name FROM gpkg_contents ORDER BY 1")]

    def codes(self, subject_id):
        return {row["code"] for row in self.rows("SELECT code FROM finding WHERE subject_id = ?", subject_id)}


class Case(unittest.TestCase):
    """A test with a folder of its own and a small project in it."""

    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="yongdi-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def write(self, name, text):
        (self.folder / name).write_text(text, encoding="utf-8")
        return self.folder / name

    def draw(self, parcels, parks=None, approvals=None, buildings=None, as_of="2024-12-31", extra="", layer_extra=None):
        """Writes one GeoPackage with the layers and a project file that names them."""
        source = self.folder / "land.gpkg"
        layers = {"parks": parks or [{"id": "K1", "wkt": square(0, 0, 1000)}], "parcels": parcels, "approvals": approvals, "buildings": buildings}
        text = f'title = "drawn"\nas_of = {as_of}\n{extra}\n'
        for name, rows in layers.items():
            if rows is not None:
                write_layer(source, name, rows)
                text += f'[{name}]\nsource = "land.gpkg"\nlayer = "{name}"\n{(layer_extra or {}).get(name, "")}\n'
        return self.write("audit.toml", text)

    def audit(self, project="audit.toml", *switches, status=None, output="ledger.gpkg"):
        done = run("audit", self.folder / project, "-o", self.folder / output, "--overwrite", "--fail-on", "never", *switches, status=0 if status is None else status)
        self.assertTrue((self.folder / output).exists(), done.stderr)
        return Ledger(self.folder / output)

    def assert_identities(self, ledger):
        """What must close in every ledger, recomputed from its tables."""
        for park in ledger.rows("SELECT park_id, area_m2 FROM park"):
            total = ledger.value("SELECT SUM(area_m2) FROM park_balance WHERE park_id = ?", park["park_id"])
            self.assertAlmostEqual(total, park["area_m2"], delta=max(0.05, 1e-8 * park["area_m2"]), msg=park)
        for row in ledger.rows("SELECT * FROM approval WHERE supplied_m2 IS NOT NULL"):
            parts = row["supplied_m2"] + row["unsupplied_m2"] + row["sliver_m2"] + row["overlap_m2"]
            self.assertAlmostEqual(parts, row["area_m2"], delta=0.02, msg=row["approval_id"])
            drawn = ledger.value("SELECT COALESCE(SUM(area_m2), 0) FROM unsupplied WHERE approval_id = ?", row["approval_id"])
            self.assertAlmostEqual(drawn, row["unsupplied_m2"], delta=0.01, msg=row["approval_id"])
        plane = ledger.value("SELECT value FROM receipt WHERE key = 'area_basis'") == "plane"
        for row in ledger.rows("SELECT approval_id, area_m2, geom FROM unsupplied"):
            shape = geometry(row["geom"])
            self.assertTrue(shape.IsValid(), row["approval_id"])
            if plane:
                self.assertAlmostEqual(shape.GetArea(), row["area_m2"], delta=0.01, msg=row["approval_id"])
        for row in ledger.rows("SELECT parcel_id, in_parks_m2 FROM parcel WHERE in_parks_m2 IS NOT NULL"):
            shares = ledger.value("SELECT COALESCE(SUM(area_m2), 0) FROM parcel_park WHERE parcel_id = ?", row["parcel_id"])
            self.assertAlmostEqual(shares, row["in_parks_m2"], delta=0.01, msg=row["parcel_id"])
        receipt = {row["key"]: row["value"] for row in ledger.rows("SELECT key, value FROM receipt")}
        for layer in ("parks", "parcels", "approvals", "buildings"):
            if f"count.{layer}.read" in receipt:
                counts = [int(receipt[f"count.{layer}.{what}"]) for what in ("read", "used", "rejected")]
                self.assertEqual(counts[0], counts[1] + counts[2], layer)


def geometry(blob):
    """The shape in a GeoPackage's blob (a header with or without an envelope, then WKB)."""
    envelope = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}[(blob[3] >> 1) & 7]
    return ogr.CreateGeometryFromWkb(bytes(blob[8 + envelope:]))


def as_json(done):
    return json.loads(done.stdout)
