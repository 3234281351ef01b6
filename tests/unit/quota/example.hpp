#pragma once
// A small rule document of the tests' own, and cases to put before the quota. Areas in mu.
#include <string>
#include <utility>
#include <vector>

#include "quota/derive.hpp"

namespace yongdi::quota::testing {

inline const measures::Unit& kMu = *measures::find_unit("mu");
inline measures::Exact mu(const char* figure) { return *measures::Exact::parse(figure) * kMu.factor(); }

inline std::string parameter(const std::string& name, const std::string& value, const std::string& unit, const std::string& status = "read") {
  return "[[parameter]]\nname = \"" + name + "\"\nvalue = \"" + value + "\"\nunit = \"" + unit +
         "\"\narticle = \"第一条\"\nzh = \"示例。\"\nen = \"An example.\"\nstatus = \"" + status + "\"\n";
}

// The coefficients of the worked examples, and one for newer approvals.
inline rulebook::Rulebook rules(const std::string& more = {}) {
  std::string text =
      "title = { zh = \"示例\", en = \"Example\" }\nnumber = \"示例1号\"\nissuer = \"示例\"\nlevel = \"municipal\"\nin_force = { from = 2020-01-01 "
      "}\n";
  for (const char* kind : {"unsupplied", "idle"})
    for (const auto& [completion, k] : {std::pair{"both", "0.5"}, {"one", "0.4"}, {"none", "0.3"}})
      text += parameter(std::string("quota.k.") + kind + "." + completion, k, "share");
  text += parameter("quota.k.inefficient.both", "0", "share") + parameter("quota.k.inefficient.one", "0", "share") +
          parameter("quota.k.inefficient.none", "0", "share");
  text += parameter("quota.k.unsupplied.from_2022.both", "0.2", "share") + parameter("quota.k.unsupplied.from_2022.one", "0.1", "share") +
          parameter("quota.k.unsupplied.from_2022.none", "0", "share");
  for (const auto& [name, value] : {std::pair{"alpha", "0.3"}, {"beta", "0.3"}, {"gamma", "0.2"}, {"delta", "0.2"}})
    text += parameter(std::string("quota.factor.") + name, value, "share", "placeholder");
  text += parameter("quota.reward.both_done", "1.10", "factor") + parameter("quota.reward.any_missed", "0.80", "factor");
  text += parameter("quota.gate.supply_rate_min", "0.6", "share") + parameter("quota.deduct.unsupplied_two_years", "1", "factor") +
          parameter("quota.deduct.illegal", "1", "factor");
  text +=
      "[[parameter]]\nname = \"quota.cap_on_demand\"\nvalue = true\nunit = \"yes_no\"\narticle = \"第二条\"\nzh = \"示例。\"\nen = \"An "
      "example.\"\nstatus = \"read\"\n" +
      more;
  return rulebook::Rulebook::from_texts(
      {"rulebook.toml", "title = { zh = \"示例\", en = \"Example\" }\ndocuments = [\"example.toml\"]\nanchors = []\n"}, {{"example.toml", text}});
}

inline const measures::Day kDay = *measures::Day::from_ymd(2024, 12, 31);

inline Case case_of(Rule rule, std::vector<Park> parks, const char* total_mu = "3000") {
  Case input;
  input.plan.year = 2024;
  input.plan.total_m2 = mu(total_mu);
  input.plan.rule = rule;
  input.plan.unit_m2 = mu("0.01");
  input.plan.measure = &kMu;
  input.parks = std::move(parks);
  input.disposed.resize(input.parks.size());
  return input;
}

inline Park park(const char* id) {
  Park park;
  park.id = id;
  park.overuse_m2 = park.illegal_m2 = park.unsupplied_two_years_m2 = measures::Exact(0);
  return park;
}

}  // namespace yongdi::quota::testing
