#include "ledger/spatial_index.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <span>
#include <string>

// Inserting one by one costs an R-tree several times what the table itself costs. All shapes are known here, so the tree is packed bottom up
// (Leutenegger et al., "STR", 1997) into the three shadow tables, whose layout SQLite documents (sqlite.org/rtree.html, 6, and the head of rtree.c):
//   node: depth of the tree (2 bytes, in the root alone), number of cells (2), cells of id (8) and min x, max x, min y, max y (4 each); big-endian
//   rowid: the leaf of an entry;  parent: the parent of a node.  The root is node 1; leaf cells carry fids, the others node numbers.
namespace yongdi::ledger {
namespace {

constexpr std::size_t kHeaderBytes = 4;
constexpr std::size_t kCellBytes = 24;
constexpr std::int64_t kRoot = 1;

// The R-tree keeps single precision and may only grow a box, never shrink it.
float down(double value) {
  const auto near = static_cast<float>(value);
  return static_cast<double>(near) > value ? std::nextafter(near, -std::numeric_limits<float>::infinity()) : near;
}
float up(double value) {
  const auto near = static_cast<float>(value);
  return static_cast<double>(near) < value ? std::nextafter(near, std::numeric_limits<float>::infinity()) : near;
}

struct Entry {
  std::int64_t id;
  float min_x, max_x, min_y, max_y;
  [[nodiscard]] float mid_x() const { return min_x + (max_x - min_x) / 2; }
  [[nodiscard]] float mid_y() const { return min_y + (max_y - min_y) / 2; }
};

// Vertical slices of about √leaves tiles each, every slice from south to north.
void sort_tile_recursive(std::vector<Entry>& entries, std::size_t capacity) {
  const std::size_t tiles = (entries.size() + capacity - 1) / capacity;
  const auto slices = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(tiles))));
  const std::size_t slice = std::max<std::size_t>(1, (tiles + slices - 1) / std::max<std::size_t>(1, slices)) * capacity;
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return std::pair(a.mid_x(), a.id) < std::pair(b.mid_x(), b.id); });
  for (std::size_t from = 0; from < entries.size(); from += slice) {
    const auto first = entries.begin() + static_cast<std::ptrdiff_t>(from);
    const auto last = entries.begin() + static_cast<std::ptrdiff_t>(std::min(from + slice, entries.size()));
    std::sort(first, last, [](const Entry& a, const Entry& b) { return std::pair(a.mid_y(), a.id) < std::pair(b.mid_y(), b.id); });
  }
}

void put(std::string& node, std::size_t& at, std::uint64_t value, unsigned bytes) {
  for (unsigned left = bytes; left-- > 0;) node[at++] = static_cast<char>((value >> (8 * left)) & 0xFFU);
}
void put(std::string& node, std::size_t& at, float value) { put(node, at, std::bit_cast<std::uint32_t>(value), 4); }

class Packer {
 public:
  Packer(Database& database, const std::string& tree)
      : m_put_node(database.prepare("INSERT OR REPLACE INTO " + sql_name(tree + "_node") + " VALUES(?,?)")),
        m_put_parent(database.prepare("INSERT INTO " + sql_name(tree + "_parent") + " VALUES(?,?)")),
        m_put_rowid(database.prepare("INSERT INTO " + sql_name(tree + "_rowid") + " VALUES(?,?)")) {
    Statement size = database.prepare("SELECT length(data) FROM " + sql_name(tree + "_node") + " WHERE nodeno = 1");
    if (!size.step()) throw SqliteError(SQLITE_CORRUPT, "a new spatial index has no root");
    m_node_bytes = static_cast<std::size_t>(size.integer(0));
    m_capacity = (m_node_bytes - kHeaderBytes) / kCellBytes;
  }

  void pack(std::vector<Entry> entries) {
    std::vector<std::pair<std::int64_t, std::int64_t>> leaf_of;
    leaf_of.reserve(entries.size());
    for (unsigned depth = 0;; ++depth) {
      const bool root = entries.size() <= m_capacity;
      if (!root) sort_tile_recursive(entries, m_capacity);
      std::vector<Entry> above;
      for (std::size_t from = 0; from < std::max<std::size_t>(1, entries.size()); from += m_capacity) {
        const std::span members = std::span(entries).subspan(from, std::min(m_capacity, entries.size() - from));
        const std::int64_t number = root ? kRoot : m_next_node++;
        above.push_back(write_node(number, root ? depth : 0, members));
        for (const Entry& member : members) {
          if (depth == 0) {
            leaf_of.emplace_back(member.id, number);
          } else {
            m_put_parent.bind(0, member.id);
            m_put_parent.bind(1, number);
            m_put_parent.run();
          }
        }
      }
      if (root) break;
      entries = std::move(above);
    }
    std::sort(leaf_of.begin(), leaf_of.end());  // in the order of the table's key, which is the fast one
    for (const auto& [fid, leaf] : leaf_of) {
      m_put_rowid.bind(0, fid);
      m_put_rowid.bind(1, leaf);
      m_put_rowid.run();
    }
  }

 private:
  // Returns the entry that stands for the node one level up.
  Entry write_node(std::int64_t number, unsigned depth, std::span<const Entry> members) {
    m_node.assign(m_node_bytes, '\0');
    std::size_t at = 0;
    put(m_node, at, depth, 2);
    put(m_node, at, members.size(), 2);
    Entry hull{number, 0, 0, 0, 0};
    bool first = true;
    for (const Entry& member : members) {
      put(m_node, at, static_cast<std::uint64_t>(member.id), 8);
      for (const float edge : {member.min_x, member.max_x, member.min_y, member.max_y}) put(m_node, at, edge);
      hull = first ? Entry{number, member.min_x, member.max_x, member.min_y, member.max_y}
                   : Entry{number, std::min(hull.min_x, member.min_x), std::max(hull.max_x, member.max_x), std::min(hull.min_y, member.min_y),
                           std::max(hull.max_y, member.max_y)};
      first = false;
    }
    m_put_node.bind(0, number);
    m_put_node.bind_blob(1, m_node);
    m_put_node.run();
    return hull;
  }

  Statement m_put_node, m_put_parent, m_put_rowid;
  std::size_t m_node_bytes = 0, m_capacity = 0;
  std::int64_t m_next_node = kRoot + 1;
  std::string m_node;
};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

// GeoPackage 1.3, F.3, requirement 75. They keep the index right when somebody edits the layer in a GIS, whose ST_… functions they call.
constexpr std::string_view kTriggers = R"(
CREATE TRIGGER "rtree_<t>_geom_insert" AFTER INSERT ON "<t>" WHEN (new."geom" NOT NULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN INSERT OR REPLACE INTO "rtree_<t>_geom" VALUES (NEW."fid",
  ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom")); END;
CREATE TRIGGER "rtree_<t>_geom_update1" AFTER UPDATE OF "geom" ON "<t>"
WHEN OLD."fid" = NEW."fid" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN INSERT OR REPLACE INTO "rtree_<t>_geom" VALUES (NEW."fid",
  ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom")); END;
CREATE TRIGGER "rtree_<t>_geom_update2" AFTER UPDATE OF "geom" ON "<t>"
WHEN OLD."fid" = NEW."fid" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN DELETE FROM "rtree_<t>_geom" WHERE id = OLD."fid"; END;
CREATE TRIGGER "rtree_<t>_geom_update3" AFTER UPDATE ON "<t>"
WHEN OLD."fid" != NEW."fid" AND (NEW."geom" NOTNULL AND NOT ST_IsEmpty(NEW."geom"))
BEGIN DELETE FROM "rtree_<t>_geom" WHERE id = OLD."fid"; INSERT OR REPLACE INTO "rtree_<t>_geom" VALUES (NEW."fid",
  ST_MinX(NEW."geom"), ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom")); END;
CREATE TRIGGER "rtree_<t>_geom_update4" AFTER UPDATE ON "<t>"
WHEN OLD."fid" != NEW."fid" AND (NEW."geom" ISNULL OR ST_IsEmpty(NEW."geom"))
BEGIN DELETE FROM "rtree_<t>_geom" WHERE id IN (OLD."fid", NEW."fid"); END;
CREATE TRIGGER "rtree_<t>_geom_delete" AFTER DELETE ON "<t>" WHEN old."geom" NOT NULL
BEGIN DELETE FROM "rtree_<t>_geom" WHERE id = OLD."fid"; END;
)";

}  // namespace

void create_spatial_index(Database& database, std::string_view table, std::vector<Indexed> shapes) {
  const std::string tree = "rtree_" + std::string(table) + "_geom";
  database.run("CREATE VIRTUAL TABLE " + sql_name(tree) + " USING rtree(id, minx, maxx, miny, maxy)");
  std::vector<Entry> entries;
  entries.reserve(shapes.size());
  for (const auto& [fid, bounds] : shapes) entries.push_back({fid, down(bounds.min_x), up(bounds.max_x), down(bounds.min_y), up(bounds.max_y)});
  Packer(database, tree).pack(std::move(entries));
  database.run(replaced(std::string(kTriggers), "<t>", table));
}

}  // namespace yongdi::ledger
