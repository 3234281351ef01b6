// Well-known binary (OGC 06-103r4, section 8), read and written without a library: shapes pass through here by the million.
#include <bit>
#include <cstdint>
#include <cstring>
#include <stdexcept>

#include "geometry/region.hpp"

namespace yongdi::geometry {
namespace {

constexpr std::uint32_t kPoint = 1, kPolygon = 3, kMultiPolygon = 6;
// Before ISO, Z and M were told by high bits; GDAL still writes Z that way.
constexpr std::uint32_t kOldZ = 0x80000000U, kOldM = 0x40000000U;
constexpr std::size_t kHeaderBytes = 5;

static_assert(std::endian::native == std::endian::little, "the writer copies numbers as they lie in memory");

class Reader {
 public:
  explicit Reader(std::string_view bytes) : m_rest(bytes) {}

  Region region() {
    Region region;
    const Header header = read_header();
    if (header.type == kPolygon) {
      add_polygon(region, header.dimensions);
    } else if (header.type == kMultiPolygon) {
      const std::size_t count = read_count(kHeaderBytes + sizeof(std::uint32_t));
      region.polygons.reserve(count);
      for (std::size_t i = 0; i < count; ++i) {
        const Header part = read_header();
        if (part.type != kPolygon) throw std::invalid_argument("a part of the multipolygon is no polygon");
        add_polygon(region, part.dimensions);
      }
    } else {
      throw std::invalid_argument("neither polygon nor multipolygon (geometry type " + std::to_string(header.type) + ")");
    }
    if (!m_rest.empty()) throw std::invalid_argument(std::to_string(m_rest.size()) + " bytes too many after the geometry");
    return region;
  }

 private:
  struct Header {
    std::uint32_t type;
    std::size_t dimensions;
  };

  const char* take(std::size_t size) {
    if (m_rest.size() < size) throw std::invalid_argument("the geometry ends too early");
    const char* const bytes = m_rest.data();
    m_rest.remove_prefix(size);
    return bytes;
  }

  template <typename Number>
  Number read() {
    char bytes[sizeof(Number)];
    std::memcpy(bytes, take(sizeof(Number)), sizeof(Number));
    if (m_big_endian) {
      for (std::size_t i = 0; i < sizeof(Number) / 2; ++i) std::swap(bytes[i], bytes[sizeof(Number) - 1 - i]);
    }
    Number number;
    std::memcpy(&number, bytes, sizeof(Number));
    return number;
  }

  Header read_header() {
    const char order = *take(1);
    if (order != 0 && order != 1) throw std::invalid_argument("unknown byte order");
    m_big_endian = order == 0;
    std::uint32_t type = read<std::uint32_t>();
    std::size_t dimensions = 2;
    dimensions += (type & kOldZ) != 0 ? 1U : 0U;
    dimensions += (type & kOldM) != 0 ? 1U : 0U;
    type &= ~(kOldZ | kOldM);
    if (type > 1000 && type < 4000) {  // ISO: 1000 Z, 2000 M, 3000 both
      dimensions += type > 3000 ? 2U : 1U;
      type %= 1000;
    }
    return {type, dimensions};
  }

  // A count of things of at least so many bytes each: one that cannot be true is refused before memory is asked for.
  std::size_t read_count(std::size_t bytes_each) {
    const std::size_t count = read<std::uint32_t>();
    if (count > m_rest.size() / bytes_each) throw std::invalid_argument("the geometry ends too early");
    return count;
  }

  void add_polygon(Region& region, std::size_t dimensions) {
    const std::size_t rings = read_count(sizeof(std::uint32_t));
    if (rings == 0) return;  // an empty polygon covers nothing
    Polygon& polygon = region.polygons.emplace_back();
    polygon.rings.resize(rings);
    for (Ring& ring : polygon.rings) {
      ring.resize(read_count(dimensions * sizeof(double)));
      for (Point& point : ring) {
        point.x = read<double>();
        point.y = read<double>();
        take((dimensions - 2) * sizeof(double));
      }
    }
  }

  std::string_view m_rest;
  bool m_big_endian = false;
};

class Writer {
 public:
  explicit Writer(std::size_t size) { m_bytes.reserve(size); }
  void header(std::uint32_t type) {
    m_bytes.push_back(1);
    number(type);
  }
  void count(std::size_t count) { number(static_cast<std::uint32_t>(count)); }
  void point(Point point) {
    number(point.x);
    number(point.y);
  }
  std::string bytes() { return std::move(m_bytes); }

 private:
  template <typename Number>
  void number(Number number) {
    char bytes[sizeof(Number)];
    std::memcpy(bytes, &number, sizeof(Number));
    m_bytes.append(bytes, sizeof(Number));
  }

  std::string m_bytes;
};

std::size_t wkb_size(const Region& region) {
  std::size_t size = kHeaderBytes + sizeof(std::uint32_t);
  for (const Polygon& polygon : region.polygons) size += kHeaderBytes + sizeof(std::uint32_t) * (1 + polygon.rings.size());
  return size + region.point_count() * 2 * sizeof(double);
}

}  // namespace

std::string to_wkb(const Region& region) {
  Writer out(wkb_size(region));
  out.header(kMultiPolygon);
  out.count(region.polygons.size());
  for (const Polygon& polygon : region.polygons) {
    out.header(kPolygon);
    out.count(polygon.rings.size());
    for (const Ring& ring : polygon.rings) {
      out.count(ring.size());
      for (const Point point : ring) out.point(point);
    }
  }
  return out.bytes();
}

Region from_wkb(std::string_view wkb) { return Reader(wkb).region(); }

std::string point_wkb(Point point) {
  Writer out(kHeaderBytes + 2 * sizeof(double));
  out.header(kPoint);
  out.point(point);
  return out.bytes();
}

}  // namespace yongdi::geometry
