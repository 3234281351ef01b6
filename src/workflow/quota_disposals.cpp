// Which disposals may earn, and their sums by park, kind and cohort.
#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include "findings/catalogue.hpp"
#include "workflow/quota_change.hpp"
#include "workflow/quota_tables.hpp"

namespace yongdi::workflow {
namespace {

using findings::Finding;
using measures::Exact;
using quota::Disposal;

auto key(const Disposal& each) { return std::tuple(each.subject, each.kind, each.cohort, each.closed_on, each.document, each.event, each.area_m2); }

struct Left {
  std::uint64_t count = 0;
  Exact area_m2;
  void add(const Disposal& disposal) {
    ++count;
    area_m2 += disposal.area_m2;
  }
  void add(const Left& more) {
    count += more.count;
    area_m2 += more.area_m2;
  }
  void tell(std::string_view code, const std::string& source, std::vector<Finding>& findings,
            std::vector<std::pair<std::string, std::string>> values = {}, const std::string& park = {}) const {
    if (count == 0) return;
    values.emplace_back("count", std::to_string(count));
    findings.push_back({&findings::kind(code), {source, {}, {}}, "disposal", park, std::move(values), area_m2.to_double(), {}});
  }
};

// The disposals of one park.
struct OfPark {
  std::vector<Disposal> disposals;
  Left repeated, undocumented;
  std::map<int, std::uint64_t> years;  // in which they were closed
  std::optional<measures::Day> first, last;

  void note_day(const std::optional<measures::Day>& day) {
    if (!day) return;
    ++years[day->year()];
    if (!first || *day < *first) first = day;
    if (!last || *day > *last) last = day;
  }

  // Puts them in order, each once: the same land, closed by the same document on the same day, is one disposal, however often it was entered.
  void settle() {
    std::sort(disposals.begin(), disposals.end(), [](const Disposal& a, const Disposal& b) { return key(a) < key(b); });
    std::size_t kept = 0;
    for (const Disposal& each : disposals) {
      if (kept > 0 && key(disposals[kept - 1]) == key(each)) {
        repeated.add(each);
        continue;
      }
      if (each.document.empty() || !each.closed_on) undocumented.add(each);
      note_day(each.closed_on);
      disposals[kept++] = each;
    }
    disposals.resize(kept);
  }
};

void tell_years(const std::vector<OfPark>& parks, const std::string& source, QuotaInput& basis) {
  std::map<int, std::uint64_t> years;
  for (const OfPark& park : parks) {
    for (const auto& [year, count] : park.years) years[year] += count;
    if (park.first && (!basis.first_closed || *park.first < *basis.first_closed)) basis.first_closed = park.first;
    if (park.last && (!basis.last_closed || *park.last > *basis.last_closed)) basis.last_closed = park.last;
  }
  if (years.size() < 2) return;
  findings::Text told;
  for (const auto& [year, count] : years) {
    told.zh += (told.zh.empty() ? "" : "，") + std::to_string(year) + " 年 " + std::to_string(count) + " 项";
    told.en += (told.en.empty() ? "" : ", ") + std::to_string(count) + " in " + std::to_string(year);
  }
  basis.findings.push_back(
      {&findings::kind("DISPOSAL_YEARS"), {source, {}, {}}, "disposal", "", {{"value_zh", told.zh}, {"value_en", told.en}}, {}, {}});
}

}  // namespace

struct DisposalSorting::State {
  std::unordered_map<std::string_view, std::size_t> position;
  measures::Day last;  // of the plan year
  std::uint64_t read = 0;
  std::map<std::string, Left, std::less<>> unknown;
  Left later;
  std::vector<OfPark> of_park;
};

DisposalSorting::DisposalSorting(const ParkPositions& parks, int year) : m_state(std::make_unique<State>()) {
  for (const auto& [park, at] : parks) m_state->position.emplace(park, at);
  m_state->last = *measures::Day::from_ymd(year, 12, 31);
  m_state->of_park.resize(parks.size());
}
DisposalSorting::~DisposalSorting() = default;

void DisposalSorting::add(const Disposal& disposal) {
  State& state = *m_state;
  ++state.read;
  const auto park = state.position.find(disposal.park);
  if (park == state.position.end()) {
    state.unknown[std::string(disposal.park)].add(disposal);
  } else if (disposal.closed_on && *disposal.closed_on > state.last) {
    state.later.add(disposal);
  } else {
    state.of_park[park->second].disposals.push_back(disposal);
  }
}

void DisposalSorting::settle(const std::string& source, const cadastre::Workers& workers, QuotaInput& basis) {
  std::vector<OfPark>& of_park = m_state->of_park;
  basis.disposals_read = m_state->read;
  basis.input.disposed.assign(of_park.size(), {});
  workers(of_park.size(), [&](std::size_t first, std::size_t end) {
    for (std::size_t park = first; park < end; ++park) {
      of_park[park].settle();
      for (const Disposal& each : of_park[park].disposals) add_disposal(basis.input, park, each.kind, each.cohort, each.area_m2);
    }
  });

  Left repeated, undocumented;
  std::size_t count = 0;
  for (const OfPark& park : of_park) count += park.disposals.size();
  basis.disposals.reserve(count);
  basis.park_of.reserve(count);
  for (std::size_t park = 0; park < of_park.size(); ++park) {
    repeated.add(of_park[park].repeated);
    undocumented.add(of_park[park].undocumented);
    for (const Disposal& each : of_park[park].disposals) {
      basis.disposed_counted_m2 += each.area_m2;
      basis.disposals.push_back(each);
      basis.park_of.push_back(park);
    }
  }

  tell_years(of_park, source, basis);
  basis.disposed_not_counted_m2 = repeated.area_m2 + m_state->later.area_m2;
  for (const auto& [park, left] : m_state->unknown) basis.disposed_not_counted_m2 += left.area_m2;
  for (const auto& [park, left] : m_state->unknown) left.tell("PARK_UNKNOWN", source, basis.findings, {{"value", park}, {"file", source}}, park);
  m_state->later.tell("DISPOSAL_LATER", source, basis.findings, {{"value", m_state->last.to_iso()}});
  repeated.tell("DISPOSAL_REPEATED", source, basis.findings);
  undocumented.tell("DISPOSAL_UNDOCUMENTED", source, basis.findings);
}

}  // namespace yongdi::workflow
