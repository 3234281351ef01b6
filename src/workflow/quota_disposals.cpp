// Which disposals may earn, and their sums by park, kind and cohort.
#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "findings/catalogue.hpp"
#include "workflow/quota_tables.hpp"

namespace yongdi::workflow {
namespace {

using findings::Finding;
using measures::Exact;
using quota::Disposal;

auto key(const Disposal& each) {
  return std::tuple(std::string_view(each.subject), each.kind, each.cohort, each.closed_on, std::string_view(each.document),
                    std::string_view(each.event), each.area_m2);
}

struct Left {
  std::uint64_t count = 0;
  Exact area_m2;
  void add(const Disposal& disposal) {
    ++count;
    area_m2 += disposal.area_m2;
  }
  void tell(std::string_view code, const std::string& source, std::vector<Finding>& findings,
            std::vector<std::pair<std::string, std::string>> values = {}, const std::string& park = {}) const {
    if (count == 0) return;
    values.emplace_back("count", std::to_string(count));
    findings.push_back({&findings::kind(code), {source, {}, {}}, "disposal", park, std::move(values), area_m2.to_double(), {}});
  }
};

// Σ per kind and cohort. Additions of figures that share a denominator are cheap; nearly all do.
void sum_up(const std::vector<Disposal>& disposals, const std::vector<std::size_t>& park_of, std::vector<std::vector<quota::Disposed>>& sums) {
  std::map<std::tuple<std::size_t, quota::Kind, std::optional<int>>, quota::Disposed> groups;
  quota::Disposed* last = nullptr;
  std::size_t last_park = 0;
  for (std::size_t i = 0; i < disposals.size(); ++i) {
    const Disposal& each = disposals[i];
    if (last == nullptr || last_park != park_of[i] || last->kind != each.kind || last->cohort != each.cohort) {
      last = &groups.try_emplace({park_of[i], each.kind, each.cohort}, quota::Disposed{each.kind, each.cohort, {}, 0}).first->second;
      last_park = park_of[i];
    }
    last->area_m2 += each.area_m2;
    ++last->count;
  }
  for (auto& [place, disposed] : groups) sums[std::get<0>(place)].push_back(std::move(disposed));
}

}  // namespace

void take_disposals(std::vector<Disposal> disposals, const std::string& source, const ParkPositions& parks, QuotaInput& basis) {
  std::unordered_map<std::string_view, std::size_t> position;
  for (const auto& [park, at] : parks) position.emplace(park, at);
  const measures::Day last = *measures::Day::from_ymd(basis.input.plan.year, 12, 31);
  basis.disposals_read = disposals.size();

  std::map<std::string, Left> unknown;
  Left later, repeated, undocumented;
  std::vector<std::pair<std::size_t, std::size_t>> order;  // park, disposal
  order.reserve(disposals.size());
  for (std::size_t i = 0; i < disposals.size(); ++i) {
    const Disposal& each = disposals[i];
    basis.disposed_read_m2 += each.area_m2;
    const auto park = position.find(each.park);
    if (park == position.end()) {
      unknown[each.park].add(each);
    } else if (each.closed_on && *each.closed_on > last) {
      later.add(each);
    } else {
      order.emplace_back(park->second, i);
    }
  }
  std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : key(disposals[a.second]) < key(disposals[b.second]);
  });
  basis.disposals.reserve(order.size());
  basis.park_of.reserve(order.size());
  for (const auto& [park, i] : order) {
    Disposal& each = disposals[i];
    // The same land, closed by the same document on the same day, is one disposal, however often it was entered.
    if (!basis.disposals.empty() && basis.park_of.back() == park && key(basis.disposals.back()) == key(each)) {
      repeated.add(each);
      continue;
    }
    if (each.document.empty() || !each.closed_on) undocumented.add(each);
    basis.disposed_counted_m2 += each.area_m2;
    basis.disposals.push_back(std::move(each));
    basis.park_of.push_back(park);
  }
  basis.input.disposed.assign(parks.size(), {});
  sum_up(basis.disposals, basis.park_of, basis.input.disposed);

  for (const auto& [park, left] : unknown) left.tell("PARK_UNKNOWN", source, basis.findings, {{"value", park}}, park);
  later.tell("DISPOSAL_LATER", source, basis.findings, {{"value", last.to_iso()}});
  repeated.tell("DISPOSAL_REPEATED", source, basis.findings);
  undocumented.tell("DISPOSAL_UNDOCUMENTED", source, basis.findings);
}

}  // namespace yongdi::workflow
