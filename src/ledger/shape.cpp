#include "ledger/shape.hpp"

#include <bit>
#include <cmath>
#include <cstring>
#include <iterator>
#include <limits>
#include <stdexcept>

namespace yongdi::ledger {
namespace {

static_assert(std::endian::native == std::endian::little, "shapes are written as they lie in memory");

class Scan {
 public:
  explicit Scan(std::string_view wkb) : m_rest(wkb) {}

  ShapeSummary whole() {
    const ShapeKind kind = header();
    if (kind == ShapeKind::point) {
      point();
    } else if (kind == ShapeKind::polygon) {
      polygon();
    } else {
      for (std::uint32_t left = take<std::uint32_t>(); left > 0; --left) {
        if (header() != ShapeKind::polygon) throw std::logic_error("a part of a multipolygon is no polygon");
        polygon();
      }
    }
    if (!m_rest.empty()) throw std::logic_error("bytes left behind the end of a shape");
    return {kind, !(m_bounds.min_x <= m_bounds.max_x), m_bounds};
  }

 private:
  template <class T>
  T take() {
    T value;
    if (m_rest.size() < sizeof value) throw std::logic_error("a shape ends before its last point");
    std::memcpy(&value, m_rest.data(), sizeof value);
    m_rest.remove_prefix(sizeof value);
    return value;
  }

  ShapeKind header() {
    if (take<std::uint8_t>() != 1) throw std::logic_error("a shape is not little-endian");
    const auto code = take<std::uint32_t>();
    if (code != 1 && code != 3 && code != 6) throw std::logic_error("a shape is of WKB type " + std::to_string(code));
    return ShapeKind{code};
  }

  void point() {
    const auto x = take<double>();
    const auto y = take<double>();
    if (!std::isfinite(x) || !std::isfinite(y)) throw std::logic_error("a shape has a coordinate that is not finite");
    m_bounds.min_x = x < m_bounds.min_x ? x : m_bounds.min_x;
    m_bounds.min_y = y < m_bounds.min_y ? y : m_bounds.min_y;
    m_bounds.max_x = x > m_bounds.max_x ? x : m_bounds.max_x;
    m_bounds.max_y = y > m_bounds.max_y ? y : m_bounds.max_y;
  }

  void polygon() {
    for (std::uint32_t rings = take<std::uint32_t>(); rings > 0; --rings) {
      for (std::uint32_t points = take<std::uint32_t>(); points > 0; --points) point();
    }
  }

  static constexpr double kFar = std::numeric_limits<double>::infinity();
  std::string_view m_rest;
  Bounds m_bounds{kFar, kFar, -kFar, -kFar};
};

template <class T>
void append(std::string& blob, T value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  blob.append(bytes, sizeof value);
}

}  // namespace

ShapeSummary summarise(std::string_view wkb) { return Scan(wkb).whole(); }

void make_blob(std::string_view wkb, const ShapeSummary& summary, std::int32_t srs_id, std::string& blob) {
  constexpr unsigned kLittleEndian = 1;
  constexpr unsigned kEnvelopeXY = 1U << 1U;
  constexpr unsigned kEmpty = 1U << 4U;
  const bool envelope = !summary.empty && summary.kind != ShapeKind::point;  // a point is its own
  blob.assign("GP\0", 3);
  blob += static_cast<char>(kLittleEndian | (envelope ? kEnvelopeXY : 0) | (summary.empty ? kEmpty : 0));
  append(blob, srs_id);
  if (envelope) {
    append(blob, summary.bounds.min_x);
    append(blob, summary.bounds.max_x);
    append(blob, summary.bounds.min_y);
    append(blob, summary.bounds.max_y);
  }
  blob += wkb;
}

std::optional<std::string_view> wkb_in(std::string_view blob) {
  constexpr std::size_t kHeader = 8;  // "GP", version, flags, the number of the spatial reference
  constexpr std::size_t kEnvelopes[] = {0, 32, 48, 48, 64};
  if (blob.size() < kHeader || blob.substr(0, 2) != "GP") return {};
  const std::size_t envelope = (static_cast<unsigned char>(blob[3]) >> 1U) & 7U;
  if (envelope >= std::size(kEnvelopes) || blob.size() < kHeader + kEnvelopes[envelope]) return {};
  return blob.substr(kHeader + kEnvelopes[envelope]);
}

}  // namespace yongdi::ledger
