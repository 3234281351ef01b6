#!/usr/bin/python3
"""Writes two made-up versions of park outlines for measuring the comparison: every kind of change in turn. Always the same for the same size.

usage: make_versions.py FOLDER [PARKS [POINTS]]   writes FOLDER/old.gpkg and FOLDER/new.gpkg; 100 parks of 2,000 points by default
"""
import math
import pathlib
import random
import sys

from make_city import EAST, NORTH, wkb
from osgeo import gdal, ogr, osr

RADIUS, APART = 1000.0, 2600.0  # m: of a park, and between the middles of neighbours
NOISE = 0.003  # m, each way


def outline(number, across, points, radius=RADIUS):
    """A wobbly closed line, the same for the same park; its first and its middle point lie on one line through the middle."""
    wobble = random.Random(number)
    waves = [(wobble.randint(2, 9), wobble.uniform(0.01, 0.06), wobble.uniform(0, 2 * math.pi)) for _ in range(4)]
    x, y = APART * (number % across), APART * (number // across)

    def point(angle):
        r = radius * (1 + sum(size * math.sin(count * angle + phase) for count, size, phase in waves))
        return x + r * math.cos(angle), y + r * math.sin(angle)
    return to_millimetres(point(2 * math.pi * i / points) for i in range(points))


def to_millimetres(ring):
    return [(round(x, 3), round(y, 3)) for x, y in ring]


def noisy(ring, number):
    noise = random.Random(number)
    return to_millimetres((x + noise.uniform(-NOISE, NOISE), y + noise.uniform(-NOISE, NOISE)) for x, y in ring)


def halves(ring):
    half = len(ring) // 2
    return ring[:half + 1], ring[half:] + ring[:1]


def versions(parks, points):
    """Per version: id → ring."""
    old, new = {}, {}
    across = math.ceil(math.sqrt(parks))
    for number in range(parks):
        name, ring = f"K{number:04}", outline(number, across, points)
        halved = {f"{name}{side}": half for side, half in zip("ab", halves(ring))}
        before, after = (
            ({name: ring}, {name: ring}),                                                    # equal
            ({name: ring}, {name: ring[points // 3:] + ring[:points // 3]}),                 # another first point
            ({name: ring}, {name: noisy(ring, number)}),
            ({name: ring}, {name: [(x + 30, y + 40) for x, y in ring]}),                     # moved
            ({name: ring}, {name: outline(number, across, points, RADIUS * 1.01)}),          # grown
            ({name: ring}, {name: outline(number, across, points, RADIUS * 0.99)}),          # shrunk
            ({name: ring}, halved),                                                          # split
            (halved, {name: ring}),                                                          # merged
            ({name: ring}, {}),                                                              # removed
            ({}, {name: ring}),                                                              # added
        )[number % 10]
        old.update(before)
        new.update(after)
    return old, new


def write(path, rings):
    path.unlink(missing_ok=True)
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4526)
    data = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = data.CreateLayer("parks", reference, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("id", ogr.OFTString))
    layer.StartTransaction()
    for name, ring in rings.items():
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("id", name)
        feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb(ring)))
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    del layer, data


def main(folder, parks, points):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    gdal.SetConfigOption("OGR_SQLITE_SYNCHRONOUS", "OFF")
    for name, rings in zip(("old", "new"), versions(parks, points)):
        write(folder / f"{name}.gpkg", rings)


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:4] or (100, 2000)))
