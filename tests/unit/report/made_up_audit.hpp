#pragma once
// An audit of two invented parks, with defects of every severity.
#include "findings/finding.hpp"
#include "workflow/audit.hpp"

namespace yongdi::report {

using findings::Severity;

inline const findings::Kind kBroken{"BROKEN",     Severity::error, findings::Owner::geometry, "{place}图形不对", "{place}: broken outline", "重画。",
                                    "Redraw it.", "plot_ratio"};
inline const findings::Kind kDoubtful{
    "DOUBTFUL", Severity::warning, findings::Owner::data, "面积可疑：{value}", "Doubtful area: {value}", "核对。", "Look it up.", ""};
inline const findings::Kind kRemark{"REMARK", Severity::info, findings::Owner::data, "按别名识别", "Recognised by alias", "", "", ""};

inline findings::Finding finding(const findings::Kind& kind, std::string id, std::optional<double> area_m2 = {}) {
  return {&kind, {"供地.shp", 12, "面积"}, "parcel", std::move(id), {{"value", "=1+1"}, {"reason", ""}}, area_m2, {}};
}

inline workflow::Audit made_up_audit() {
  workflow::Audit audit;
  audit.title = "清远高新区用地审计";
  audit.as_of = *measures::Day::parse_iso("2024-12-31");
  audit.rulebook = "qingyuan";
  audit.accepted_expired = {"清府〔2021〕26号"};

  workflow::ParkSummary first;
  first.park.park_id = "K01";
  first.park.name = "龙塘片区";
  first.park.area_m2 = 1'234'567.8;
  first.balance = {{"unsupplied", 20'000.0}, {"idle", 15'000.5}, {"pending", 0.0}, {"undecided", 0.0}, {"inefficient", std::nullopt}};
  first.indicators["parcel_plot_ratio"] = {"K01", "parcel_plot_ratio", 1.25, "1", 125.0, 100.0, 1.2, std::nullopt, 3};
  workflow::ParkSummary second;
  second.park.park_id = "K02";
  second.park.area_m2 = 10'000.0;
  second.balance = {{"unsupplied", std::nullopt}, {"idle", 0.0}};
  audit.parks = {first, second};

  audit.findings = {finding(kBroken, "0007", 1'000.0), finding(kRemark, "")};
  audit.finding_ids = {"BROKEN-1", "REMARK-1"};
  for (int i = 1; i <= 8; ++i) {
    audit.findings.push_back(finding(kDoubtful, "Z" + std::to_string(i), 2'500.0));
    audit.finding_ids.push_back("DOUBTFUL-" + std::to_string(i));
  }
  audit.counts = {{Severity::error, 1}, {Severity::warning, 8}, {Severity::info, 1}};
  return audit;
}

}  // namespace yongdi::report
