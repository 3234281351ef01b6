"""Where things are: park outlines, road-bounded blocks and the lots inside them.

Everything is laid out in a flat local frame per park, then turned, bent a little (so that roads
curve) and rounded to the millimetre. A vertex is computed once and shared by all rings through it.
"""
import math
from .model import stream

ROAD = 36.0                      # width of the roads between blocks, m
BLOCK = (940.0, 700.0)
GRID = (7, 6)                    # columns and rows of lots before neighbours are merged

# id, name, county, origin, angle in degrees, parts (column, row, columns, rows), left-out slots
LEAVES = [
    ("K01", "晨光园(示例)", "清城区", (38401000, 2617000), 8, [(0, 0, 3, 3)], []),
    ("K02", "松岗园(示例)", "清城区", (38401000, 2617000), 8, [(3, -1, 2, 4)], []),
    ("K03", "莲溪园(示例)", "清新区", (38401800, 2623600), -15, [(0, 0, 3, 3)], [(1, 1)]),
    ("K04", "银湾园(示例)", "佛冈县", (38409500, 2616300), 5, [(0, 0, 2, 2), (2, -1, 1, 3)], []),
    ("K05", "云岭园(示例)", "清城区", (38408800, 2623000), 20, [(0, 0, 3, 2)], []),
    ("Y01", "红棉园(示例)", "英德市", (38424000, 2641000), -10, [(0, 0, 4, 2)], []),
    ("Y02", "北岭园(示例)", "英德市", (38430000, 2641500), 12, [(0, 0, 3, 3)], [(0, 2)]),
    ("Y03", "茶山园(示例)", "英德市", (38426000, 2646500), 0, [(0, 0, 3, 2)], []),
]


class Frame:
    """Local metres to map metres."""

    def __init__(self, origin, angle):
        self.origin = origin
        self.cos, self.sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))

    def at(self, x, y):
        bx = x + 16 * math.sin(y / 610) + 5 * math.sin(y / 170 + 1)
        by = y + 16 * math.sin(x / 640 + 2) + 5 * math.sin(x / 190)
        return (round(self.origin[0] + bx * self.cos - by * self.sin, 3),
                round(self.origin[1] + bx * self.sin + by * self.cos, 3))


class Block:
    """A grid of lots between roads; nodes and edge points are shared by neighbouring lots."""

    def __init__(self, name, frame, corner, size, grid, rng):
        self.name, self.frame, self.corner, self.size, self.grid = name, frame, corner, size, grid
        columns, rows = grid
        xs, ys = self._cuts(rng, corner[0], size[0], columns), self._cuts(rng, corner[1], size[1], rows)
        local = [[(x + rng.uniform(-4, 4), y + rng.uniform(-4, 4)) for y in ys] for x in xs]
        self.node = [[frame.at(*p) for p in column] for column in local]
        self.across = [[self._points(rng, local[i][j], local[i + 1][j]) for j in range(rows + 1)]
                       for i in range(columns)]
        self.up = [[self._points(rng, local[i][j], local[i][j + 1]) for j in range(rows)]
                   for i in range(columns + 1)]
        self.lots = self._lots(rng)

    @staticmethod
    def _cuts(rng, start, length, n):
        parts = [rng.uniform(0.6, 1.5) for _ in range(n)]
        cuts, at = [start], start
        for part in parts:
            at += part * length / sum(parts)
            cuts.append(at)
        return cuts

    def _points(self, rng, a, b):
        """One to three points on the way from a to b, slightly off the line as surveyed fences are."""
        n = rng.choice((1, 1, 2, 2, 3))
        length = math.hypot(b[0] - a[0], b[1] - a[1])
        out = []
        for k in range(1, n + 1):
            t, off = (k + rng.uniform(-0.2, 0.2)) / (n + 1), rng.uniform(-0.9, 0.9)
            out.append(self.frame.at(a[0] + t * (b[0] - a[0]) - off * (b[1] - a[1]) / length,
                                     a[1] + t * (b[1] - a[1]) + off * (b[0] - a[0]) / length))
        return out

    def _lots(self, rng):
        """Single cells, some of them merged with the next one to the right or above."""
        free = {(i, j) for i in range(self.grid[0]) for j in range(self.grid[1])}
        lots = []
        for i, j in sorted(free):
            if (i, j) not in free:
                continue
            i1, j1, roll = i + 1, j + 1, rng.random()
            if roll < 0.09 and (i + 1, j) in free:
                i1 = i + 2
            elif roll < 0.18 and (i, j + 1) in free:
                j1 = j + 2
            free -= {(a, b) for a in range(i, i1) for b in range(j, j1)}
            lots.append((i, j, i1, j1))
        return lots

    def ring(self, lot):
        """The vertices of a rectangle of cells, anticlockwise from its lower left node."""
        i0, j0, i1, j1 = lot
        out = []
        for i in range(i0, i1):
            out += [self.node[i][j0]] + self.across[i][j0]
        for j in range(j0, j1):
            out += [self.node[i1][j]] + self.up[i1][j]
        for i in range(i1 - 1, i0 - 1, -1):
            out += [self.node[i + 1][j1]] + self.across[i][j1][::-1]
        for j in range(j1 - 1, j0 - 1, -1):
            out += [self.node[i0][j + 1]] + self.up[i0][j][::-1]
        return out

    def outline(self):
        return self.ring((0, 0) + self.grid)

    def corners(self, lot):
        i0, j0, i1, j1 = lot
        return self.node[i0][j0], self.node[i1][j0], self.node[i1][j1], self.node[i0][j1]


def wavy_ring(frame, box, waves, step=24.0):
    """The outline of a box, a vertex every `step` metres, pushed about by a smooth field.

    The field's slope stays well below one, so the ring cannot cross itself.
    """
    x0, y0, x1, y1 = box
    sides = [((x0, y0), (x1, y0)), ((x1, y0), (x1, y1)), ((x1, y1), (x0, y1)), ((x0, y1), (x0, y0))]
    ring = []
    for (ax, ay), (bx, by) in sides:
        n = int(math.hypot(bx - ax, by - ay) / step)
        for k in range(n):
            x, y = ax + (bx - ax) * k / n, ay + (by - ay) * k / n
            dx = sum(a * math.sin((x * c + y * s) / w + p) for a, w, c, s, p in waves[0])
            dy = sum(a * math.sin((x * c + y * s) / w + p) for a, w, c, s, p in waves[1])
            ring.append(frame.at(x + dx, y + dy))
    return ring


def waves_for(rng):
    """Two fields of three waves: amplitude, wavelength / 2π, direction, phase."""
    def field():
        out = []
        for amplitude, length in ((26, 190), (12, 75), (5, 30)):
            turn = rng.uniform(0, math.pi)
            out.append((amplitude, length, math.cos(turn), math.sin(turn), rng.uniform(0, 6)))
        return out
    return field(), field()


def slot_corner(leaf, part, column, row):
    """Lower left corner of a block; K02 and the second part of K04 stand off from their neighbour."""
    shift = {("K02", 0): 14.0, ("K04", 1): 300.0}.get((leaf, part), 0.0)
    return column * (BLOCK[0] + ROAD) + shift, row * (BLOCK[1] + ROAD)


def part_box(leaf, part, spec, margins):
    column, row, columns, rows = spec
    x0, y0 = slot_corner(leaf, part, column, row)
    left, low, right, top = margins
    return (x0 - left, y0 - low, x0 + columns * BLOCK[0] + (columns - 1) * ROAD + right,
            y0 + rows * BLOCK[1] + (rows - 1) * ROAD + top)


def make_leaves():
    """For every leaf park: its polygons, and its blocks."""
    out = []
    for leaf, name, county, origin, angle, parts, without in LEAVES:
        rng, frame = stream("layout " + leaf), Frame(origin, angle)
        polygons, blocks = [], []
        for number, spec in enumerate(parts):
            column, row, columns, rows = spec
            margins = [rng.choice((18, 30, 60)) for _ in range(4)]
            if leaf == "K01":
                margins[2] = 48          # this side and the next one's left overlap in a strip
            if leaf == "K02":
                margins[0] = 48
            if leaf == "K04":
                margins = [30, 30, 30, 30]
            polygon = [wavy_ring(frame, part_box(leaf, number, spec, margins), waves_for(rng))]
            for i in range(column, column + columns):
                for j in range(row, row + rows):
                    x, y = slot_corner(leaf, number, i, j)
                    if (i, j) not in without:
                        blocks.append(Block(f"{leaf}-{len(blocks) + 1}", frame, (x, y), BLOCK, GRID, rng))
                    elif leaf == "K03":  # a village inside the park: a hole that bites into its neighbours
                        box = (x - 50, y + 40, x + BLOCK[0] - 40, y + BLOCK[1] + 20)
                        polygon.append(wavy_ring(frame, box, waves_for(rng))[::-1])
            polygons.append(polygon)
        out.append((leaf, name, county, frame, polygons, blocks))
    return out


def make_loose_blocks(frames):
    """Small groups of lots that no approval covers: in a park, on the parent's own land, and outside."""
    rng = stream("loose")
    own = Frame((38407000, 2621300), 0)
    away = Frame((38413500, 2620500), 30)
    x, y = slot_corner("Y02", 0, 0, 2)
    blocks = {
        "park": Block("L-1", frames["Y02"], (x + 200, y + 200), (420, 160), (3, 1), rng),
        "own": Block("L-2", own, (60, 60), (260, 150), (2, 1), rng),
        "away": Block("L-3", away, (0, 0), (300, 130), (2, 1), rng),
    }
    for block in blocks.values():        # whole cells only
        block.lots = [(i, j, i + 1, j + 1) for i in range(block.grid[0]) for j in range(block.grid[1])]
    own_land = [[wavy_ring(own, (0, 0, 520, 420), waves_for(rng))]]
    return blocks, own_land
