#include "workflow/quota_notes.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "findings/catalogue.hpp"

namespace yongdi::workflow {
namespace {

using measures::Exact;

// Parks by name, as many as fit a sentence.
class Named {
 public:
  void add(const std::string& park) {
    constexpr std::uint64_t kNamed = 20;
    if (++m_count <= kNamed) m_names += (m_names.empty() ? "" : ", ") + park;
    if (m_count == kNamed + 1) m_names += ", …";
  }
  void tell(std::string_view code, const std::string& source, QuotaInput& basis, std::vector<std::pair<std::string, std::string>> values = {}) const {
    if (m_count == 0) return;
    values.insert(values.end(), {{"count", std::to_string(m_count)}, {"value", m_names}});
    basis.findings.push_back({&findings::kind(code), {source, {}, {}}, "quota", "", std::move(values), {}, {}});
  }

 private:
  std::uint64_t m_count = 0;
  std::string m_names;
};

}  // namespace

// What is not known and therefore was not applied: one finding each, with the parks.
void note_unknown(QuotaInput& basis, const std::string& source) {
  const auto note = [&](std::string_view code, auto unknown, std::vector<std::pair<std::string, std::string>> values = {}) {
    Named parks;
    for (const quota::Park& park : basis.input.parks)
      if (unknown(park)) parks.add(park.id);
    parks.tell(code, source, basis, std::move(values));
  };
  std::set<std::pair<std::string_view, quota::Kind>> tasked;
  for (const quota::Task& task : basis.input.tasks) tasked.emplace(task.park, task.kind);
  note("TASK_ABSENT", [&](const quota::Park& park) {
    return !tasked.contains({park.id, quota::Kind::unsupplied}) || !tasked.contains({park.id, quota::Kind::idle});
  });
  note("SUPPLY_RATE_UNKNOWN", [](const quota::Park& park) { return !park.supply_rate; });
  note("DEMAND_UNKNOWN", [](const quota::Park& park) { return !park.demand_m2; });
  using Area = std::optional<Exact> quota::Park::*;
  const std::tuple<Area, const char*, const char*> deductions[] = {
      {&quota::Park::overuse_m2, "上年超指标用地", "use above quota"},
      {&quota::Park::unsupplied_two_years_m2, "征收满两年未供应", "land expropriated two years ago and not supplied"},
      {&quota::Park::illegal_m2, "违法用地", "illegal use"}};
  for (const auto& [area, zh, en] : deductions)
    note("DEDUCTION_UNKNOWN", [area = area](const quota::Park& park) { return !(park.*area); }, {{"field_zh", zh}, {"field_en", en}});
}

// Without ledgers what people typed stands unchecked.
void note_typed(QuotaInput& basis, const std::string& source) {
  const auto rates =
      std::count_if(basis.input.parks.begin(), basis.input.parks.end(), [](const quota::Park& park) { return park.supply_rate.has_value(); });
  if (rates == 0 && basis.input.tasks.empty()) return;
  basis.findings.push_back({&findings::kind("TYPED_NOT_COMPARED"),
                            {source, {}, {}},
                            "quota",
                            "",
                            {{"count", std::to_string(rates)}, {"other", std::to_string(basis.input.tasks.size())}},
                            {},
                            {}});
}

void note_alike(QuotaInput& basis, const std::string& source, const cadastre::Workers& workers) {
  const std::vector<quota::Disposal>& all = basis.disposals;
  const auto same = [](const quota::Disposal& a, const quota::Disposal& b) {
    return a.subject == b.subject && a.document == b.document && a.area_m2 == b.area_m2 && a.kind == b.kind;
  };
  // By a hash, in parts that the workers sort: a million texts would take longer than the whole rest.
  using Hashed = std::pair<std::size_t, std::size_t>;
  constexpr std::size_t kParts = 16;
  std::vector<std::size_t> hash(all.size());
  workers(all.size(), [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i)
      hash[i] = std::hash<std::string_view>()(all[i].subject) ^ (std::hash<std::string_view>()(all[i].document) << 1U) ^
                (static_cast<std::size_t>(all[i].area_m2.numerator()) << 2U);
  });
  std::array<std::vector<Hashed>, kParts> parts;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (!all[i].document.empty()) parts.at(hash[i] % kParts).emplace_back(hash[i], i);
  std::array<std::vector<Hashed>, kParts> alike;  // positions of both
  workers(kParts, [&](std::size_t first, std::size_t last) {
    for (std::size_t part = first; part < last; ++part) {
      std::vector<Hashed>& sorted = parts.at(part);
      std::sort(sorted.begin(), sorted.end());
      for (std::size_t i = 1; i < sorted.size(); ++i)
        if (sorted[i - 1].first == sorted[i].first && same(all[sorted[i - 1].second], all[sorted[i].second]))
          alike.at(part).emplace_back(sorted[i - 1].second, sorted[i].second);
    }
  });
  std::vector<Hashed> found;
  for (const std::vector<Hashed>& part : alike) found.insert(found.end(), part.begin(), part.end());
  std::sort(found.begin(), found.end());
  constexpr std::size_t kNamed = 10;
  std::string named;
  for (std::size_t i = 0; i < std::min(found.size(), kNamed); ++i) {
    const auto& [first, second] = found[i];
    named += (named.empty() ? "" : "; ") + std::string(all[second].document) + " (" + basis.input.parks[basis.park_of[first]].id + ", " +
             basis.input.parks[basis.park_of[second]].id + ")";
  }
  if (found.size() > kNamed) named += "; …";
  if (!found.empty())
    basis.findings.push_back(
        {&findings::kind("DISPOSAL_ALIKE"), {source, {}, {}}, "disposal", "", {{"count", std::to_string(found.size())}, {"value", named}}, {}, {}});
}

void note_entries(QuotaInput& basis, const std::vector<quota::Entry>& all, const std::string& source) {
  for (const std::size_t i : basis.entries.later)
    basis.findings.push_back(
        {&findings::kind("ENTRY_LATER"),
         {source, {}, {}},
         "park",
         all[i].park,
         {{"value_zh", quota::type_with_code(all[i].type).zh}, {"value_en", quota::type_with_code(all[i].type).en}, {"other", all[i].day->to_iso()}},
         all[i].amount_m2.to_double(),
         {}});
  std::map<std::pair<std::string_view, std::string_view>, std::uint64_t> repeated;
  const auto key = [](const quota::Entry& each) { return std::tie(each.park, each.type, each.movement, each.amount_m2, each.document, each.day); };
  std::vector<const quota::Entry*> sorted;
  for (const quota::Entry& each : all) sorted.push_back(&each);
  std::sort(sorted.begin(), sorted.end(), [&](const quota::Entry* a, const quota::Entry* b) { return key(*a) < key(*b); });
  for (std::size_t i = 1; i < sorted.size(); ++i)
    if (key(*sorted[i - 1]) == key(*sorted[i])) ++repeated[{sorted[i]->park, sorted[i]->type}];
  for (const auto& [which, count] : repeated) {
    const findings::Text type = quota::type_with_code(which.second);
    basis.findings.push_back({&findings::kind("ENTRY_REPEATED"),
                              {source, {}, {}},
                              "park",
                              std::string(which.first),
                              {{"count", std::to_string(count)}, {"value_zh", type.zh}, {"value_en", type.en}},
                              {},
                              {}});
  }
  for (const quota::TypeBalance& each : basis.entries.balances) {
    if (each.overdrawn_m2.is_zero()) continue;
    const bool dated = each.overdrawn.has_value();
    basis.findings.push_back({&findings::kind("QUOTA_OVERDRAWN"),
                              {source, {}, {}},
                              "park",
                              each.park,
                              {{"value_zh", quota::type_with_code(each.type).zh},
                               {"value_en", quota::type_with_code(each.type).en},
                               {"when_zh", dated ? each.overdrawn->to_iso() : "日期不明"},
                               {"when_en", dated ? "on " + each.overdrawn->to_iso() : "on a day not recorded"}},
                              each.overdrawn_m2.to_double(),
                              {}});
  }
}

void note_parameters(QuotaInput& basis, const quota::Outcome& outcome, const quota::Parameters& parameters) {
  for (const quota::Parameter& each : outcome.used)
    if (each.placeholder)
      basis.findings.push_back({&findings::kind("PLACEHOLDER_USED"),
                                {{}, {}, {}},
                                "quota",
                                each.name,
                                {{"value_zh", quota::parameter_words(each.name).zh},
                                 {"value_en", quota::parameter_words(each.name).en},
                                 {"other_zh", quota::parameter_figure(each).zh},
                                 {"other_en", quota::parameter_figure(each).en}},
                                {},
                                {}});
  for (const quota::Kind kind : quota::kKinds) {
    if (!parameters.by_cohort(kind)) continue;
    std::uint64_t count = 0;
    Exact area;
    for (const auto& park : basis.input.disposed)
      for (const quota::Disposed& each : park)
        if (each.kind == kind && !each.cohort) {
          count += each.count;
          area += each.area_m2;
        }
    if (count > 0)
      basis.findings.push_back({&findings::kind("DISPOSAL_COHORT_UNKNOWN"),
                                {{}, {}, {}},
                                "disposal",
                                std::string(to_text(kind)),
                                {{"count", std::to_string(count)}, {"value_zh", words(kind).zh}, {"value_en", words(kind).en}},
                                area.to_double(),
                                {}});
  }
}

void note_exemptions(QuotaInput& basis, const quota::Outcome& outcome) {
  Named parks;
  for (std::size_t i = 0; i < basis.input.parks.size(); ++i)
    if (outcome.parks[i].gated == measures::Certainty::yes && !basis.input.parks[i].exemption_known) parks.add(basis.input.parks[i].id);
  parks.tell("EXEMPTION_UNKNOWN", "", basis);
}

void note_rulebook_end(QuotaInput& basis, const std::vector<std::string>& accepted) {
  for (const rulebook::Document* document : basis.rules.anchors_out_of_force(basis.day)) {
    if (std::find(accepted.begin(), accepted.end(), document->number) != accepted.end()) continue;
    const bool over = document->in_force_to && *document->in_force_to < basis.day;
    const std::string limit = over ? document->in_force_to->to_iso() : document->in_force_from.to_iso();
    basis.findings.push_back({&findings::kind("RULEBOOK_ENDS"),
                              {},
                              "rule",
                              document->number,
                              {{"value", document->number},
                               {"when", basis.day.to_iso()},
                               {"reason_zh", over ? "有效期至 " + limit : "自 " + limit + " 起施行"},
                               {"reason_en", over ? "its last day is " + limit : "it begins on " + limit}},
                              {},
                              {}});
  }
}

}  // namespace yongdi::workflow
