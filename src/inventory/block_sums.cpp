#include "inventory/block_sums.hpp"

#include <optional>
#include <string>

#include "findings/catalogue.hpp"

namespace yongdi::inventory {
namespace {

using measures::Exact;

constexpr std::int64_t kSquareMetresPerHectare = 10'000;
constexpr int kHectareDecimals = 4;  // as approvals print them at most

std::string hectares(const Exact& area_m2) { return (area_m2 / Exact(kSquareMetresPerHectare)).to_string(kHectareDecimals); }

std::optional<Exact> sum_below(const cadastre::Layer& parks, const ParkTree& tree, const facts::Column& approved, std::uint32_t park) {
  Exact sum;
  for (const std::uint32_t block : tree.children(park)) {
    const auto area_m2 = approved.exact(parks.table.rows[block]);
    if (!area_m2) return {};
    sum += *area_m2;
  }
  return sum;
}

}  // namespace

void check_block_sums(const cadastre::Layer& parks, const ParkTree& tree, const Exact& allowed_m2, std::vector<findings::Finding>& findings) {
  const facts::Column approved(parks.table, "approved_area");
  for (std::uint32_t park = 0; park < tree.size(); ++park) {
    if (tree.is_leaf(park)) continue;
    const facts::Row& row = parks.table.rows[park];
    const auto total_m2 = approved.exact(row);
    const auto sum_m2 = sum_below(parks, tree, approved, park);
    if (!total_m2 || !sum_m2) continue;
    const Exact over_m2 = *sum_m2 - *total_m2, difference_m2 = over_m2.is_negative() ? Exact() - over_m2 : over_m2;
    if (difference_m2 <= allowed_m2) continue;
    findings.push_back({&findings::kind("BLOCK_SUM_MISMATCH"),
                        {parks.table.sources.at(row.source), row.number, "approved_area"},
                        "park",
                        parks.features[park].id,
                        {{"declared", hectares(*total_m2)},
                         {"count", std::to_string(tree.children(park).size())},
                         {"sum", hectares(*sum_m2)},
                         {"difference", hectares(difference_m2)}},
                        difference_m2.to_double(),
                        {}});
  }
}

}  // namespace yongdi::inventory
