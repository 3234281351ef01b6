#include "cadastre/naming.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "measures/digest.hpp"

namespace yongdi::cadastre {
namespace {

constexpr std::size_t kDigestDigits = 8;

// Shape and known values; a column that holds nothing says nothing, so it makes no difference whether the source has it.
std::string content_digest(const RawLayer& raw, std::size_t i) {
  measures::Digest digest;
  const auto fields = facts::fields(raw.table.layer);
  const facts::Row& row = raw.table.rows[i];
  for (std::size_t c = 0; c < raw.table.columns.size(); ++c) {
    const std::string words = facts::to_text(row.values[c]);
    if (words.empty()) continue;
    digest.add(fields[raw.table.columns[c]].name);
    digest.add(std::string_view("\0", 1));
    digest.add(words);
    digest.add(std::string_view("\0", 1));
  }
  digest.add(geometry::to_wkb(raw.features[i].shape));
  return digest.finish();
}

// NaN has no place in an order; unknown stands last.
double ordered(double value) { return std::isnan(value) ? std::numeric_limits<double>::infinity() : value; }

// What tells features of one id apart.
using Rank = std::tuple<double, double, double, std::string>;
Rank rank(const RawLayer& raw, std::size_t i) {
  const geometry::Region& shape = raw.features[i].shape;
  geometry::Point first{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
  if (!shape.empty() && !shape.polygons.front().rings.empty() && !shape.polygons.front().rings.front().empty()) {
    first = shape.polygons.front().rings.front().front();
  }
  return {ordered(geometry::plane_area(shape)), ordered(first.x), ordered(first.y), content_digest(raw, i)};
}

// All but the first of those that share an id get a number.
void number_namesakes(const RawLayer& raw, std::vector<Name>& names) {
  std::unordered_map<std::string, std::size_t> holders;  // the first of each
  holders.reserve(names.size());
  std::map<std::string, std::vector<std::size_t>> shared;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto [holder, is_new] = holders.emplace(names[i].id, i);
    if (is_new) continue;
    std::vector<std::size_t>& rows = shared[names[i].id];
    if (rows.empty()) rows.push_back(holder->second);
    rows.push_back(i);
  }
  std::set<std::string> made;  // numbered ids may meet each other, or one that somebody wrote
  for (const auto& [id, rows] : shared) {
    std::vector<std::pair<Rank, std::size_t>> ranked;
    for (const std::size_t i : rows) ranked.emplace_back(rank(raw, i), i);
    std::sort(ranked.begin(), ranked.end());
    std::size_t number = 1;
    for (std::size_t k = 1; k < ranked.size(); ++k) {
      std::string candidate;
      do {
        candidate = id + "~" + std::to_string(++number);
      } while (holders.contains(candidate) || !made.insert(candidate).second);
      Name& name = names[ranked[k].second];
      name.id = std::move(candidate);
      name.duplicate = !name.missing;
    }
  }
}

}  // namespace

std::vector<Name> name_features(const RawLayer& raw) {
  const facts::Column id(raw.table, "id");
  std::vector<Name> names(raw.table.rows.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    Name& name = names[i];
    const std::string* const given = id.text(raw.table.rows[i]);
    name.missing = given == nullptr || given->empty();
    if (!name.missing) name.given = *given;
    name.id = name.missing ? "blank~" + content_digest(raw, i).substr(0, kDigestDigits) : *given;
  }
  number_namesakes(raw, names);
  return names;
}

}  // namespace yongdi::cadastre
