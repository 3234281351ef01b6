#include "workflow/quota_trial.hpp"

#include <algorithm>
#include <map>

#include "layers/tables.hpp"
#include "ledger/reader.hpp"
#include "measures/nearest.hpp"
#include "workflow/quota_change.hpp"

namespace yongdi::workflow {
namespace {

using findings::Exit;
using findings::Failure;
using findings::Text;
using measures::Exact;

constexpr std::size_t kMostSteps = 200;     // of a scan: what a person can still read
constexpr std::size_t kMostMarginal = 200;  // parks: each takes one derivation per kind

Variant variant_of(Text name, const quota::Outcome& outcome) {
  Variant variant{std::move(name), {}, outcome.reserve_m2, {}};
  for (const quota::ParkQuota& park : outcome.parks) variant.quota_m2.push_back(park.quota_m2);
  return variant;
}

// A variant that cannot be shared out is an answer, too.
Variant derive(Text name, const QuotaInput& basis, const WhatIf& change) {
  try {
    return variant_of(std::move(name), quota::derive(change.input, quota::Parameters(basis.rules, basis.day, change.parameters)));
  } catch (const Failure& failure) {
    if (failure.status() != Exit::infeasible) throw;
    return {std::move(name), {}, {}, failure.text()};
  }
}

// A number and the unit behind it, if any: "2000mu".
struct Bound {
  std::optional<Exact> value;
  std::string unit;
};
Bound bound(std::string_view written) {
  const std::size_t end = written.find_last_of("0123456789.") + 1;
  return {Exact::parse(written.substr(0, end)), std::string(written.substr(end))};
}

// The values of a scan as --set takes them; the unit of the step is that of all.
std::vector<std::string> scan_values(const std::string& range) {
  const std::size_t first = range.find(':'), second = first == std::string::npos ? first : range.find(':', first + 1);
  if (second != std::string::npos) {
    const std::string_view whole = range;
    const Bound from = bound(whole.substr(0, first)), to = bound(whole.substr(first + 1, second - first - 1)), by = bound(whole.substr(second + 1));
    const bool one_unit = (from.unit.empty() || from.unit == by.unit) && (to.unit.empty() || to.unit == by.unit);
    if (from.value && to.value && by.value && one_unit && *by.value > Exact(0) && *from.value <= *to.value) {
      std::vector<std::string> values;
      for (Exact value = *from.value; value <= *to.value && values.size() <= kMostSteps; value += *by.value)
        values.push_back(value.to_string() + by.unit);
      if (values.size() <= kMostSteps) return values;
    }
  }
  throw Failure(
      Exit::usage,
      {"--scan 的范围“" + range + "”不能用。请写成 从:到:步长，如 0:0.6:0.05、2000:3000:250mu，不超过 " + std::to_string(kMostSteps) + " 步。",
       "the range \"" + range + "\" of --scan cannot be used. Write it as from:to:step, such as 0:0.6:0.05 or 2000:3000:250mu, with at most " +
           std::to_string(kMostSteps) + " steps."});
}

Text joined(const TrialRequest& request) {
  std::string text;
  const auto add = [&](const std::string& each) { text += (text.empty() ? "" : ", ") + each; };
  for (const std::string& each : request.set) add(each);
  for (const std::string& each : request.disposed) add("+" + each);
  for (const std::string& each : request.more) add("+" + each);
  return {text, text};
}

std::vector<Marginal> marginal(const QuotaInput& basis, const WhatIf& base, const std::vector<Exact>& quotas, const quota::Outcome& outcome) {
  if (basis.input.parks.size() > kMostMarginal)
    throw Failure(Exit::usage,
                  {"--marginal 最多用于 " + std::to_string(kMostMarginal) + " 个园区。请用 --more 园区:类别:面积 逐个试算。",
                   "--marginal takes at most " + std::to_string(kMostMarginal) + " parks. Use --more PARK:KIND:AREA for the ones in question."});
  const quota::Parameters parameters(basis.rules, basis.day, base.parameters);
  std::vector<Marginal> result;
  for (std::size_t park = 0; park < basis.input.parks.size(); ++park) {
    for (const quota::Kind kind : quota::kKinds) {
      WhatIf change = base;
      add_disposal(change.input, park, kind, std::nullopt, measures::find_unit("ha")->factor());
      const quota::Outcome more = quota::derive(change.input, parameters);
      result.push_back({park, kind, more.parks[park].credit_m2 - outcome.parks[park].credit_m2, more.parks[park].quota_m2 - quotas[park]});
    }
  }
  return result;
}

Leverage leverage(const QuotaInput& basis, const WhatIf& base, const quota::Parameter& parameter, const Variant& against) {
  Leverage result{parameter.name, parameter.value, {}, {}, {}, {}};
  const bool yes_no = rulebook::find_parameter(parameter.name)->unit == "yes_no";
  std::vector<Exact> others;
  if (yes_no) {
    others = {Exact(1) - parameter.value};
  } else {
    others = {parameter.value * Exact::ratio(9, 10), parameter.value * Exact::ratio(11, 10)};
  }
  for (const Exact& other : others) {
    WhatIf change = base;
    change.parameters.insert_or_assign(parameter.name, other);
    const Variant moved = derive({}, basis, change);
    if (moved.infeasible) {
      result.infeasible = moved.infeasible;
      continue;
    }
    const auto size = [](const Exact& value) { return value.is_negative() ? Exact(0) - value : value; };
    Exact sum = size(moved.reserve_m2 - against.reserve_m2);
    for (std::size_t i = 0; i < moved.quota_m2.size(); ++i) {
      const Exact change_m2 = moved.quota_m2[i] - against.quota_m2[i];
      sum += size(change_m2);
      if (size(change_m2) > size(result.park_change_m2)) {
        result.park = i;
        result.park_change_m2 = change_m2;
      }
    }
    result.moved_m2 = std::max(result.moved_m2, sum / Exact(2));
  }
  return result;
}

}  // namespace

TrialResult try_out(const QuotaInput& basis, const TrialRequest& request) {
  TrialResult result;
  for (const quota::Park& park : basis.input.parks) result.parks.push_back(park.id);
  result.measure = basis.input.plan.measure;
  const WhatIf nothing{basis.input, {}};
  result.base = variant_of({"现状", "base case"}, quota::derive(basis.input, quota::Parameters(basis.rules, basis.day)));

  WhatIf change = nothing;
  for (const std::string& each : request.set) apply(change, each);
  for (const std::string& each : request.more) apply_more(change, each);
  if (!request.disposed.empty()) apply_disposed(change, basis, request.disposed, request.stock);
  const bool changed = !request.set.empty() || !request.more.empty() || !request.disposed.empty();
  if (changed) result.variants.push_back(derive(joined(request), basis, change));
  if (!request.scan_name.empty()) {
    for (const std::string& value : scan_values(request.scan_range)) {
      WhatIf step = change;
      const std::string setting = request.scan_name + "=" + value;
      apply(step, setting);
      result.variants.push_back(derive({setting, setting}, basis, step));
    }
  }
  if (!request.marginal && !request.placeholders) return result;
  const quota::Outcome outcome = quota::derive(change.input, quota::Parameters(basis.rules, basis.day, change.parameters));
  const Variant against = variant_of({}, outcome);
  if (request.marginal) result.marginal = marginal(basis, change, against.quota_m2, outcome);
  if (request.placeholders) {
    result.with_leverage = true;
    for (const quota::Parameter& each : outcome.used)
      if (each.placeholder) result.leverage.push_back(leverage(basis, change, each, against));
    std::stable_sort(result.leverage.begin(), result.leverage.end(), [](const Leverage& a, const Leverage& b) { return a.moved_m2 > b.moved_m2; });
  }
  return result;
}

}  // namespace yongdi::workflow
