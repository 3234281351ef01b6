#!/usr/bin/python3
"""Writes a made-up city for measuring: parcels that share curved edges, a few of them broken or surveyed twice, buildings, approvals as blocks, parks that
cut across. Always the same for the same size.

usage: make_city.py FOLDER [PARCELS]   writes FOLDER/city.gpkg and FOLDER/audit.toml
"""
import hashlib
import math
import pathlib
import struct
import sys

from osgeo import gdal, ogr, osr

ogr.UseExceptions()
COLUMNS, ROWS, WIDTH, DEPTH, ROAD = 10, 5, 90.0, 110.0, 20.0  # a block: cells of so many metres, a road around
SUPPLIED = 0.88
EAST, NORTH = 38403000.0, 2622000.0


def chance(*key):
    """A number in [0, 1) that depends on the key alone."""
    return int.from_bytes(hashlib.blake2b(repr(key).encode(), digest_size=7).digest(), "big") / 2.0**56


def corner(bx, by, i, j):
    sway = lambda name, edge: (3 if edge else 18) * (chance(name, bx, by, i, j) - 0.5)
    return (bx * (COLUMNS * WIDTH + ROAD) + ROAD / 2 + i * WIDTH + sway("x", i in (0, COLUMNS)),
            by * (ROWS * DEPTH + ROAD) + ROAD / 2 + j * DEPTH + sway("y", j in (0, ROWS)))


def side(a, b, key):
    """The points from a towards b, without b; the same curve whichever cell asks for it."""
    first, last = sorted((a, b))
    steps, bend = 3 + int(chance("n", key) * 8), 6 * (chance("b", key) - 0.5)
    dx, dy = last[0] - first[0], last[1] - first[1]
    length = math.hypot(dx, dy)
    points = [(first[0] + dx * t - dy / length * bend * math.sin(math.pi * t), first[1] + dy * t + dx / length * bend * math.sin(math.pi * t))
              for t in (k / steps for k in range(steps + 1))]
    points[0], points[-1] = first, last
    return points[:-1] if a == first else points[:0:-1]


def ring_of(corners, keys):
    return [point for k, key in enumerate(keys) for point in side(corners[k], corners[(k + 1) % len(corners)], key)]


def wkb(*rings):
    parts = [struct.pack("<BII", 1, 3, len(rings))]
    for ring in rings:
        closed = [(round(EAST + x, 3), round(NORTH + y, 3)) for x, y in [*ring, ring[0]]]
        parts.append(struct.pack("<I", len(closed)) + b"".join(struct.pack("<dd", x, y) for x, y in closed))
    return b"".join(parts)


class City:
    def __init__(self, path, parcels):
        blocks = parcels / (COLUMNS * ROWS * SUPPLIED)
        self.across = max(1, round(math.sqrt(blocks * (ROWS * DEPTH) / (COLUMNS * WIDTH))))
        self.up = max(1, round(blocks / self.across))
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(4526)
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        self.reference = reference
        self.data = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))

    def layer(self, name, fields, rows):
        table = self.data.CreateLayer(name, self.reference, ogr.wkbPolygon)
        for field, kind in fields:
            table.CreateField(ogr.FieldDefn(field, kind))
        table.StartTransaction()
        for values, shape in rows:
            feature = ogr.Feature(table.GetLayerDefn())
            for k, value in enumerate(values):
                if value is not None:
                    feature.SetField(k, value)
            feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(shape))
            table.CreateFeature(feature)
        table.CommitTransaction()

    def blocks(self):
        return ((bx, by) for by in range(self.up) for bx in range(self.across))

    def cells(self):
        return ((bx, by, i, j) for bx, by in self.blocks() for j in range(ROWS) for i in range(COLUMNS) if chance("supplied", bx, by, i, j) < SUPPLIED)

    def parks(self, count=60):
        grid = math.ceil(math.sqrt(count))
        wide, high = self.across * (COLUMNS * WIDTH + ROAD) / grid, self.up * (ROWS * DEPTH + ROAD) / grid
        for k in range(count):
            x, y = (k % grid + 0.5) * wide, (k // grid + 0.5) * high
            reach = lambda t: 0.44 * (1 + sum(0.08 / m * math.sin(m * t + 6.28 * chance("park", k, m)) for m in range(2, 12)))
            ring = [(x + wide * reach(t) * math.cos(t), y + high * reach(t) * math.sin(t)) for t in (math.tau * n / 2000 for n in range(2000))]
            yield (f"K{k:02}", f"园区{k}"), wkb(ring)

    def approvals(self):
        for n, (bx, by) in enumerate(self.blocks()):
            point = lambda i, j: (i * (COLUMNS * WIDTH + ROAD), j * (ROWS * DEPTH + ROAD))
            corners = [point(bx, by), point(bx + 1, by), point(bx + 1, by + 1), point(bx, by + 1)]
            yield (f"批〔{2009 + n % 15}〕{n}号", f"{2009 + n % 15}-06-01"), wkb(ring_of(corners, [("a", *sorted((corners[k], corners[(k + 1) % 4]))) for k in range(4)]))

    def parcels(self):
        number = 0
        for bx, by, i, j in self.cells():
            corners = [corner(bx, by, i, j), corner(bx, by, i + 1, j), corner(bx, by, i + 1, j + 1), corner(bx, by, i, j + 1)]
            ring = ring_of(corners, [("p", *sorted((corners[k], corners[(k + 1) % 4]))) for k in range(4)])
            fate = chance("fate", bx, by, i, j)
            if fate < 0.01:  # two neighbouring points in the wrong order
                ring[2], ring[3] = ring[3], ring[2]
            shapes = [ring] + ([[(x + 0.35, y + 0.2) for x, y in ring]] if fate > 0.99 else [])  # surveyed twice
            for shape in shapes:
                number += 1
                year = 2010 + int(15 * chance("year", number))
                started = f"{year + 1}-0{1 + number % 9}-15" if chance("start", number) > 0.12 else None
                finished = f"{year + 3}-05-01" if started and chance("end", number) > 0.25 else None
                yield (f"441802{year}B{number:07}", f"{year}-03-01", f"{year + 1}-03-01", started, started, finished, round(WIDTH * DEPTH * (0.98 + 0.04 * chance("m", number)), 2)), wkb(shape)

    def buildings(self):
        number = 0
        for bx, by, i, j in self.cells():
            x, y = corner(bx, by, i, j)
            for k in range(3):
                number += 1
                shift = 40 * (chance("cross", number) - 0.5) if chance("which", number) < 0.1 else 0  # a tenth may cross a parcel line
                left, low = x + 8 + 27 * k, y + 20 + shift
                right, high = left + 18 + 4 * chance("w", number), low + 40 + 25 * chance("h", number)
                yield (str(number), 1 + int(8 * chance("floors", number)), round(3 + 6 * chance("storey", number), 1)), wkb([(left, low), (right, low), (right, high), (left, high)])


def main(folder, parcels):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "city.gpkg").unlink(missing_ok=True)
    gdal.SetConfigOption("OGR_SQLITE_SYNCHRONOUS", "OFF")
    city = City(folder / "city.gpkg", parcels)
    text, whole, real = ogr.OFTString, ogr.OFTInteger, ogr.OFTReal
    city.layer("parks", [("id", text), ("name", text)], city.parks())
    city.layer("approvals", [("id", text), ("approved_on", text)], city.approvals())
    city.layer("parcels", [("id", text), ("contract_on", text), ("start_due", text), ("permit_on", text), ("started_on", text), ("finished_on", text), ("area", real)], city.parcels())
    city.layer("buildings", [("id", text), ("floors", whole), ("storey_height", real)], city.buildings())
    layers = "".join(f'[{name}]\nsource = "city.gpkg"\nlayer = "{name}"\n' for name in ("parks", "approvals", "parcels", "buildings"))
    (folder / "audit.toml").write_text('title = "bench"\nas_of = 2025-06-30\n' + layers, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 100000)
