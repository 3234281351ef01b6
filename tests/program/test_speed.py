"""A city is judged in a moment: the build of the tests makes a program of the pure room of idle land alone, which judges a million parcels."""
import os
import pathlib
import re
import subprocess
import unittest

from support import PROGRAM, ROOT

BENCH = pathlib.Path(os.environ.get("YONGDI_MILLION_VERDICTS", PROGRAM.parent / "tests" / "million_verdicts"))
MOST_SECONDS = 3.0  # of processor time, on one core


class Verdicts(unittest.TestCase):
    def test_a_million_in_three_seconds(self):
        self.assertTrue(BENCH.exists(), f"{BENCH} is not built: build the target million_verdicts")
        said = subprocess.run([BENCH, ROOT / "gis-data" / "rules"], capture_output=True, text=True, check=True).stdout
        print(said, end="")
        count, seconds = re.match(r"(\d+) verdicts in ([\d.]+) s\n", said).groups()
        self.assertEqual(int(count), 1_000_000)
        self.assertLessEqual(float(seconds), MOST_SECONDS)
        of_class = {name: int(number) for name, number in re.findall(r"^([A-Z]\w+) (\d+)$", said, re.M)}
        self.assertEqual(sum(of_class.values()), 1_000_000, "every one has a class")
        self.assertLessEqual({"NORMAL", "OVERDUE_START", "IDLE_A1", "IDLE_A2", "IDLE_B"}, set(of_class))

    def test_the_rule_links_nothing_that_knows_a_shape(self):
        linked = subprocess.run(["ldd", BENCH], capture_output=True, text=True, check=True).stdout
        self.assertNotRegex(linked, r"(?i)geos|gdal|proj|sqlite|spatialite")
        self.assertRegex(subprocess.run(["ldd", PROGRAM], capture_output=True, text=True, check=True).stdout, r"(?s)geos.*gdal|gdal.*geos", "where the program does")


if __name__ == "__main__":
    unittest.main()
