#include "workflow/quota_change.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "findings/failure.hpp"
#include "layers/tables.hpp"
#include "ledger/open.hpp"
#include "ledger/reader.hpp"
#include "measures/nearest.hpp"

namespace yongdi::workflow {
namespace {

using findings::Exit;
using findings::Failure;
using measures::Exact;

[[noreturn]] void refuse(const std::string& option, const std::string& written, const findings::Text& why) {
  throw Failure(Exit::usage, {option + " 的值“" + written + "”不能用：" + why.zh, option + " cannot be \"" + written + "\": " + why.en});
}

std::string nearest_words(std::string_view name, const std::vector<std::string_view>& valid, bool zh) {
  const std::string nearest(measures::nearest_name(name, valid));
  return nearest.empty() ? "" : zh ? "，是否应为“" + nearest + "”" : " Did you mean \"" + nearest + "\"?";
}

std::size_t park_named(const quota::Case& input, const std::string& option, const std::string& written, std::string_view id) {
  const auto found = std::find_if(input.parks.begin(), input.parks.end(), [&](const quota::Park& park) { return park.id == id; });
  if (found != input.parks.end()) return static_cast<std::size_t>(found - input.parks.begin());
  std::vector<std::string_view> ids;
  for (const quota::Park& park : input.parks) ids.push_back(park.id);
  const std::string name(id);
  refuse(option, written,
         {"没有园区“" + name + "”" + nearest_words(id, ids, true) + "。", "there is no park \"" + name + "\"." + nearest_words(id, ids, false)});
}

Exact amount(const std::string& option, const std::string& written, std::string_view value, bool area) {
  const auto read = layers::read_amount(value);
  if (read && !read->value.is_negative() && (area || !read->has_unit)) return read->value;
  const std::string text(value);
  refuse(option, written,
         area ? findings::Text{"“" + text + "”不是面积。请写成 30mu、2ha 或 20000（m²）的样子。",
                               "\"" + text + "\" is no area. Write it like 30mu, 2ha or 20000 (m²)."}
              : findings::Text{"“" + text + "”不是数。请写成 0.4 的样子。", "\"" + text + "\" is no number. Write it like 0.4."});
}

struct ParkField {
  std::string_view name;
  std::optional<Exact> quota::Park::*member;
  bool area;
};
constexpr std::array<ParkField, 8> kParkFields = {{{"demand", &quota::Park::demand_m2, true},
                                                   {"floor", &quota::Park::floor_m2, true},
                                                   {"base", &quota::Park::base_m2, true},
                                                   {"performance", &quota::Park::performance, false},
                                                   {"overuse", &quota::Park::overuse_m2, true},
                                                   {"illegal", &quota::Park::illegal_m2, true},
                                                   {"unsupplied_two_years", &quota::Park::unsupplied_two_years_m2, true},
                                                   {"supply_rate", &quota::Park::supply_rate, false}}};

// "park.K03.demand": the id may itself have dots, the field has none.
void apply_to_park(WhatIf& change, const std::string& setting, std::string_view name, std::string_view value) {
  const std::string_view rest = name.substr(name.find('.') + 1);
  const std::size_t dot = rest.rfind('.');
  if (dot == std::string_view::npos) refuse("--set", setting, {"请写成 park.K03.demand=30mu 的样子。", "write it like park.K03.demand=30mu."});
  quota::Park& park = change.input.parks[park_named(change.input, "--set", setting, rest.substr(0, dot))];
  const std::string_view field = rest.substr(dot + 1);
  if (field == "exempt" && (value == "yes" || value == "no")) {
    park.exempt = value == "yes";
    return;
  }
  const auto found = std::find_if(kParkFields.begin(), kParkFields.end(), [&](const ParkField& each) { return each.name == field; });
  if (found == kParkFields.end()) {
    std::vector<std::string_view> names = {"exempt"};
    std::string all = "exempt (yes, no)";
    for (const ParkField& each : kParkFields) {
      names.push_back(each.name);
      all += ", " + std::string(each.name);
    }
    refuse("--set", setting,
           {"园区没有这一项" + nearest_words(field, names, true) + "。可用：" + all + "。",
            "a park has no such figure." + nearest_words(field, names, false) + " Valid: " + all + "."});
  }
  const Exact figure = amount("--set", setting, value, found->area);
  if ((field == "supply_rate" && figure > Exact(1)) || (field == "performance" && figure > Exact(100)))
    refuse("--set", setting, {"供地率应为 0 至 1，绩效应为 0 至 100。", "a supply rate lies between 0 and 1, performance between 0 and 100."});
  park.*found->member = figure;
}

[[noreturn]] void refuse_outside(const std::string& id) {
  refuse("--disposed", id, {"它不在任何园区内，处置了也不计入哪个园区。", "it lies in no park, so its disposal would earn nobody anything."});
}

// A parcel that is idle in the ledger, in each leaf park by its share.
bool dispose_parcel(WhatIf& change, const ledger::Reader& stock, const std::string& id) {
  const auto parcel = stock.parcel(id);
  if (!parcel || parcel->idle != "yes") return false;
  const std::vector<ledger::ParcelParkRow> shares = stock.parks_of(id);
  if (shares.empty()) refuse_outside(id);
  std::optional<int> cohort;
  for (const ledger::ApprovalParcelRow& link : stock.approvals_of(id))
    if (const auto approval = stock.approval(link.approval_id); approval && approval->cohort && !cohort) cohort = static_cast<int>(*approval->cohort);
  for (const ledger::ParcelParkRow& share : shares) {
    if (const auto area = Exact::from_double(share.area_m2.value_or(0)))
      add_disposal(change.input, park_named(change.input, "--disposed", id, share.park_id), quota::Kind::idle, cohort, *area);
  }
  return true;
}

bool dispose_approval(WhatIf& change, const QuotaInput& basis, const ledger::Reader& stock, const std::string& id) {
  const auto approval = stock.approval(id);
  if (!approval || approval->unsupplied_m2.value_or(0) <= 0) return false;
  const std::optional<int> cohort = approval->cohort ? std::optional(static_cast<int>(*approval->cohort)) : std::nullopt;
  bool inside = false;
  auto gone = basis.ledger_disposals ? basis.ledger_disposals->on_paper : LedgerDisposals::OnPaper();
  for (const ledger::UnsuppliedRow& row : stock.all<ledger::UnsuppliedRow>()) {
    if (row.approval_id != id || !row.park_id) continue;
    inside = true;
    const auto area = Exact::from_double(row.area_m2.value_or(0));
    if (!area) continue;
    Exact& earned = gone[{id, *row.park_id}];
    const Exact less = std::min(*area, earned);
    earned = earned - less;
    add_disposal(change.input, park_named(change.input, "--disposed", id, *row.park_id), quota::Kind::unsupplied, cohort, *area - less);
  }
  if (!inside) refuse_outside(id);
  return true;
}

// Land that is among the disposals of the year would count twice. What the stock still has of an approval of which some was disposed of by then is
// other land.
void refuse_counted(const QuotaInput& basis, const std::string& id, const std::optional<measures::Day>& stock_day) {
  const bool counted = std::any_of(basis.disposals.begin(), basis.disposals.end(), [&](const quota::Disposal& each) {
    const bool gone_before = each.kind == quota::Kind::unsupplied && each.closed_on && stock_day && *each.closed_on <= *stock_day;
    return each.subject == id && !gone_before;
  });
  if (counted) refuse("--disposed", id, {"它已在本年的处置之中。", "it is among the disposals of the year already."});
}

}  // namespace

void add_disposal(quota::Case& input, std::size_t park, quota::Kind kind, std::optional<int> cohort, const Exact& area_m2) {
  std::vector<quota::Disposed>& disposed = input.disposed.at(park);
  const auto key = [](const quota::Disposed& each) { return std::pair(each.kind, each.cohort); };
  auto at = std::find_if(disposed.begin(), disposed.end(), [&](const quota::Disposed& each) { return key(each) >= std::pair(kind, cohort); });
  if (at == disposed.end() || key(*at) != std::pair(kind, cohort)) at = disposed.insert(at, {kind, cohort, {}, 0});
  at->area_m2 += area_m2;
  ++at->count;
}

void apply(WhatIf& change, const std::string& setting) {
  const std::size_t equals = setting.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == setting.size())
    refuse("--set", setting,
           {"请写成 名=值，如 factor.alpha=0.4 或 park.K03.demand=30mu。", "write NAME=VALUE, such as factor.alpha=0.4 or park.K03.demand=30mu."});
  const std::string_view name = std::string_view(setting).substr(0, equals), value = std::string_view(setting).substr(equals + 1);
  if (name.starts_with("park.")) return apply_to_park(change, setting, name, value);
  if (name == "total") {
    change.input.plan.total_m2 = amount("--set", setting, value, true);
  } else if (name == "reserve_share") {
    change.input.plan.reserve_share = amount("--set", setting, value, false);
    if (change.input.plan.reserve_share >= Exact(1)) refuse("--set", setting, {"预留比例应小于 1。", "the reserve share must be below 1."});
  } else {
    const Exact figure = amount("--set", setting, value, false);
    const rulebook::ParameterInfo* const declared = rulebook::find_parameter(quota::full_name(name));
    const rulebook::Unit* const unit = declared != nullptr ? rulebook::find_unit(declared->unit) : nullptr;
    if (unit != nullptr && unit->at_most_one && figure > Exact(1))
      refuse("--set", setting,
             {"这个参数是比例或是否，应为 0 至 1；60% 写成 0.6 或 60%。",
              "this parameter is a share or a yes or no, between 0 and 1; write 60% as 0.6 or 60%."});
    change.parameters.insert_or_assign(std::string(name), figure);
  }
}

void apply_more(WhatIf& change, const std::string& more) {
  const std::size_t last = more.rfind(':'), middle = last == std::string::npos || last == 0 ? std::string::npos : more.rfind(':', last - 1);
  const auto kind = middle == std::string::npos ? std::nullopt : quota::kind_of(std::string_view(more).substr(middle + 1, last - middle - 1));
  if (!kind)
    refuse("--more", more,
           {"请写成 园区:类别:面积，如 K03:idle:3ha；类别为 unsupplied、idle 或 inefficient。",
            "write PARK:KIND:AREA, such as K03:idle:3ha; the kind is unsupplied, idle or inefficient."});
  const std::size_t park = park_named(change.input, "--more", more, std::string_view(more).substr(0, middle));
  add_disposal(change.input, park, *kind, std::nullopt, amount("--more", more, std::string_view(more).substr(last + 1), true));
}

void apply_disposed(WhatIf& change, const QuotaInput& basis, const std::vector<std::string>& ids, const std::filesystem::path& stock) {
  if (stock.empty())
    throw Failure(Exit::usage, {"--disposed 要从台账中查这宗地或批次。请用 --stock 台账.gpkg 指明，或在 [quota] 中写 ledgers。",
                                "--disposed looks the land up in a ledger. Name it with --stock ledger.gpkg, or write `ledgers` under [quota]."});
  ledger::expect_ledger(stock);
  const ledger::Reader ledger(stock);
  const std::optional<measures::Day> day = measures::Day::parse_iso(ledger.receipt()["as_of"]);
  std::set<std::string_view> named;
  for (const std::string& id : ids) {
    if (!named.insert(id).second)
      refuse("--disposed", id, {"它写了两次，同一处土地只能处置一次。", "it is given twice, and land is disposed of once."});
    refuse_counted(basis, id, day);
    if (dispose_parcel(change, ledger, id) || dispose_approval(change, basis, ledger, id)) continue;
    const std::vector<std::string> all = ledger.ids();
    const std::vector<std::string_view> views(all.begin(), all.end());
    const bool there = std::find(all.begin(), all.end(), id) != all.end();
    const std::string file = stock.filename().string();
    refuse("--disposed", id,
           there ? findings::Text{"它在 " + file + " 中既不是闲置宗地，也没有批而未供的土地，没有可处置的。",
                                  "in " + file + " it is neither idle nor has unsupplied land, so there is nothing to dispose of."}
                 : findings::Text{file + " 中没有它" + nearest_words(id, views, true) + "。",
                                  file + " has no such parcel or approval." + nearest_words(id, views, false)});
  }
}

}  // namespace yongdi::workflow
