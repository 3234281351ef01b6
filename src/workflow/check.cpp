// Findings that follow from what the run knows: remarks of the verdicts, accounts that disagree, columns that are absent, rules that are not in force.
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "findings/catalogue.hpp"
#include "idle/audit_checks.hpp"
#include "inventory/block_sums.hpp"
#include "workflow/rows.hpp"
#include "workflow/run.hpp"

namespace yongdi::workflow {

namespace {

using findings::Finding;
using Values = std::vector<std::pair<std::string, std::string>>;

std::string figure(double value) { return measures::Exact::from_double(value).value_or(measures::Exact()).to_string(2); }

// Adds findings about features of one layer.
class Reporter {
 public:
  Reporter(const Run& run, const cadastre::Layer& layer, std::vector<Finding>& into) : m_run(run), m_layer(layer), m_into(into) {}

  void add(std::string_view code, std::size_t i, std::string_view field, Values values, std::optional<double> area_m2 = {}) {
    const cadastre::Feature& feature = m_layer.features[i];
    std::string drawn;
    if (findings::kind(code).severity >= findings::Severity::notice && !feature.shape.empty()) drawn = geometry::to_wkb(feature.shape);
    m_into.push_back({&findings::kind(code), place(m_layer.table, i, field), std::string(facts::subject(m_layer.table.layer)), feature.id,
                      std::move(values), area_m2 ? area_m2 : m_run.area_m2(feature), std::move(drawn)});
  }
  // A defect of a single field; where the whole layer lacks the field, FIELD_ABSENT says it once for all.
  void add_blank(std::string_view code, std::size_t i, std::string_view field, Values values) {
    if (m_layer.table.has(field)) add(code, i, field, std::move(values));
  }

 private:
  const Run& m_run;
  const cadastre::Layer& m_layer;
  std::vector<Finding>& m_into;
};

// The field whose absence a remark is about; empty for remarks on what is there.
std::string_view blank_field(idle::Remark remark) {
  switch (remark) {
    case idle::Remark::permit_missing:
      return "permit_on";
    case idle::Remark::start_missing:
      return "started_on";
    case idle::Remark::contract_day_missing:
      return "contract_on";
    default:
      return {};
  }
}

std::string iso(const facts::Column& column, const facts::Row& row) {
  const auto day = column.day(row);
  return day ? day->to_iso() : std::string();
}

// Causes that end before they begin, in the parcel's own record or in a table of causes.
void report_reversed(const Run& run, Reporter& report, std::size_t i) {
  const facts::Table& table = run.cadastre.parcels.table;
  const idle::Facts facts = idle::FactsReader(table, &run.cadastre.causes.table).read(table.rows[i], run.as_of, run.cadastre.causes.of(i));
  for (const idle::CausePeriod& period : idle::causes(facts))
    if (period.from && period.to && *period.to < *period.from)
      report.add("DATE_ILLOGICAL", i, "cause_to",
                 {{"reason_zh", "原因终止日期早于起始日期，该段时间不予扣除"},
                  {"reason_en", "a cause ends before it begins, so none of its days are deducted"},
                  {"first", period.to->to_iso()},
                  {"second", period.from->to_iso()}});
}

void report_remarks(const Run& run, Reporter& report) {
  const facts::Table& table = run.cadastre.parcels.table;
  const facts::Column started(table, "started_on"), finished(table, "finished_on"), stopped(table, "stopped_on"), signed_on(table, "extension_signed_on"),
      new_start(table, "extension_start_due"), permit(table, "permit_on");
  for (std::size_t i = 0; i < run.parcels.size(); ++i) {
    const facts::Row& row = table.rows[i];
    const std::string start = run.parcels[i].verdict.started ? run.parcels[i].verdict.started->to_iso() : iso(started, row);
    for (const idle::Remark remark : run.parcels[i].verdict.remarks) {
      switch (remark) {
        case idle::Remark::extension_before_signing:
          report.add("DATE_ILLOGICAL", i, "extension_start_due",
                     {{"reason_zh", "延期后的动工日期早于协议签订日期，该延期不予采用"},
                      {"reason_en", "the extended start day lies before the extension was signed, so it is not applied"},
                      {"first", iso(new_start, row)},
                      {"second", iso(signed_on, row)}});
          break;
        case idle::Remark::extension_unsigned:
          report.add("EXTENSION_UNSIGNED", i, "extension_start_due", {{"value", iso(new_start, row)}});
          break;
        case idle::Remark::stopped_before_start:
          report.add("DATE_ILLOGICAL", i, "stopped_on",
                     {{"reason_zh", "停工日期早于动工日期"}, {"reason_en", "work stopped before it started"}, {"first", iso(stopped, row)}, {"second", start}});
          break;
        case idle::Remark::finished_before_start:
          report.add("DATE_ILLOGICAL", i, "finished_on",
                     {{"reason_zh", "竣工日期早于动工日期"}, {"reason_en", "work finished before it started"}, {"first", iso(finished, row)}, {"second", start}});
          break;
        case idle::Remark::permit_missing:
          report.add_blank("CHECK_PERMIT", i, blank_field(remark), {{"value", iso(started, row)}});
          break;
        case idle::Remark::start_missing:
          report.add_blank("START_MISSING", i, blank_field(remark), {{"value", iso(finished, row)}});
          break;
        case idle::Remark::cause_undated:
          report.add("CAUSE_UNDATED", i, "cause_from", {});
          break;
        case idle::Remark::cause_reversed:
          report_reversed(run, report, i);
          break;
        case idle::Remark::cause_not_applicable:
          report.add("CAUSE_NOT_APPLICABLE", i, "land_use", {});
          break;
        case idle::Remark::contract_day_missing:
          report.add_blank("CONTRACT_DAY_MISSING", i, blank_field(remark), {});
          break;
      }
    }
  }
}

// A check that fires because something was not recorded has nothing to say where the whole layer lacks the column.
bool can_tell(std::string_view code, const facts::Table& parcels) {
  constexpr std::pair<std::string_view, std::string_view> kNeeds[] = {
      {"I-01", "notice_on"}, {"I-02", "reply_on"}, {"I-03", "monitored"}, {"I-10", "publication_withdrawn_on"}};
  return std::all_of(std::begin(kNeeds), std::end(kNeeds), [&](const auto& need) { return need.first != code || parcels.has(need.second); });
}

void report_audit_checks(const Run& run, Reporter& report) {
  const facts::Table& table = run.cadastre.parcels.table;
  const idle::FactsReader facts(table, &run.cadastre.causes.table);
  const idle::HandlingReader handling(table);
  idle::OpenCases open;
  for (const facts::Row& row : table.rows) open.add(handling.read(row), facts.read(row, run.as_of), run.as_of);
  for (std::size_t i = 0; i < run.parcels.size(); ++i)
    for (idle::Fired& fired :
         idle::audit(facts.read(table.rows[i], run.as_of, run.cadastre.causes.of(i)), handling.read(table.rows[i]), run.parcels[i].verdict,
                     run.check_terms, open, run.as_of))
      if (can_tell(fired.code, table)) report.add(fired.code, i, {}, std::move(fired.values));
}

// The part of a parcel beyond the outline of the parks. What could be a strip of survey noise along half of the parcel is none.
void report_outside(const Run& run, Reporter& report, std::size_t parcel, double outside_m2) {
  const double noise_m2 = run.project.tolerance.sliver_width_m * geometry::perimeter(run.cadastre.parcels.features[parcel].shape) / 2;
  if (outside_m2 >= std::max(run.project.tolerance.sliver_area_m2, noise_m2)) report.add("OUTSIDE_APPROVED_OUTLINE", parcel, {}, {}, outside_m2);
}

void report_places(const Run& run, Reporter& report) {
  const facts::Table& table = run.cadastre.parcels.table;
  const facts::Column number(table, "approval"), carried(table, "carried_area"), floor(table, "floor_area");
  const double noise_m2 = run.project.tolerance.grid_m * run.project.tolerance.grid_m;
  std::set<std::uint32_t> linked;
  for (const ApprovalFigures& approval : run.approvals) linked.insert(approval.by_number.begin(), approval.by_number.end());
  for (std::uint32_t i = 0; i < run.parcels.size(); ++i) {
    const ParcelFigures& figures = run.parcels[i];
    const inventory::ParcelLand& land = run.inventory.account.parcels[i];
    const bool placed = run.cadastre.parcels.features[i].valid != cadastre::Valid::no;
    const bool future = figures.verdict.stage == idle::Stage::future;
    if (placed && land.in_parks_m2 < noise_m2) report.add("OUT_OF_PARKS", i, {}, {});
    if (placed && !future && run.cadastre.has_approvals && land.in_approvals_m2 < noise_m2) report.add("SUPPLY_WITHOUT_APPROVAL", i, {}, {});
    if (placed && !future && land.in_parks_m2 >= noise_m2) report_outside(run, report, i, land.area_m2 - land.in_parks_m2);
    const std::string* written = number.text(table.rows[i]);
    if (written != nullptr && run.cadastre.has_approvals && !linked.contains(i)) report.add("APPROVAL_UNKNOWN", i, "approval", {{"value", *written}});
    if (const auto area = carried.exact(table.rows[i]); area && !area->is_zero() && !area->is_negative())
      report.add("CARRIED_AREA", i, "carried_area", {{"value", area->to_string()}}, area->to_double());
    if (figures.indicators.floor_area_differs)
      report.add("FLOOR_AREA_DIFFERS", i, "floor_area",
                 {{"declared", floor.exact(table.rows[i])->to_string()}, {"measured", figure(figures.indicators.floor_area_from_buildings_m2.value_or(0))}});
    if (run.cadastre.has_buildings && placed && land.buildings.empty() && figures.verdict.stage == idle::Stage::completed && !floor.known(table.rows[i]))
      report.add("NO_BUILDING_FOUND", i, "finished_on", {});
  }
}

void report_approvals(Run& run) {
  const cadastre::Layer& layer = run.cadastre.approvals;
  Reporter report(run, layer, run.findings);
  for (std::size_t i = 0; i < run.approvals.size(); ++i) {
    const ApprovalFigures& figures = run.approvals[i];
    if (!run.claims.approvals[i].exists) continue;
    if (!figures.facts.approved_on) report.add_blank("APPROVAL_DAY_MISSING", i, "approved_on", {});
    const supply::Account& account = figures.account;
    if (account.over_supplied_m2 && !account.over_supplied_m2->is_zero())
      report.add("OVER_SUPPLIED", i, "approved_area", {{"over", account.over_supplied_m2->to_string(2)}}, account.over_supplied_m2->to_double());
    if (layer.features[i].valid == cadastre::Valid::no) continue;
    const double by_geometry = run.inventory.account.approvals[i].unsupplied_m2;
    if (account.unsupplied_m2 && figures.facts.approved_area) {
      // What was supplied beyond the area approved counts as well: the books say less than nothing is left.
      const double by_books = account.unsupplied_m2->to_double() - account.over_supplied_m2.value_or(measures::Exact()).to_double();
      const double difference = std::abs(by_geometry - by_books);
      if (difference > run.project.tolerance.area_mismatch * figures.facts.approved_area->to_double())
        report.add("APPROVED_AND_LEDGER_DIFFER", i, "approved_area", {{"measured", figure(by_geometry)}, {"declared", account.unsupplied_m2->to_string(2)}},
                   difference);
    }
    if (figures.lapse == measures::Certainty::yes) 
      report.add("LAPSE_CANDIDATE", i, "approved_on", {{"years", std::to_string(run.supply_terms.lapse_after_years.value_or(0))}}, by_geometry);
  }
}

// The invariants of the self-check form, where a table of reasons was given.
void report_reasons(Run& run) {
  if (!run.cadastre.reasons.given()) return;
  Reporter report(run, run.cadastre.approvals, run.findings);
  for (std::size_t i = 0; i < run.approvals.size(); ++i) {
    if (!run.claims.approvals[i].exists) continue;
    const supply::ReasonCheck& check = run.approvals[i].reasons;
    const auto& unsupplied = run.approvals[i].account.unsupplied_m2;
    const auto differ = [&](std::string_view code, measures::Certainty holds, const std::optional<measures::Exact>& sum) {
      if (holds == measures::Certainty::no) report.add(code, i, {}, {{"value", sum->to_string(2)}, {"other", unsupplied->to_string(2)}}, unsupplied->to_double());
    };
    differ("REASONS_DIFFER", check.reasons_add_up, check.reasons_m2);
    differ("METHODS_DIFFER", check.methods_add_up, check.methods_m2);
    if (check.has_time_limit == measures::Certainty::no) report.add("TIME_LIMIT_MISSING", i, {}, {{"value", unsupplied->to_string(2)}}, unsupplied->to_double());
    for (const supply::ReasonEntry& entry : supply::read_reasons(run.cadastre.reasons.table, run.cadastre.reasons.of(i)))
      if (!entry.kind_agrees) report.add("REASON_KIND_DIFFERS", i, {}, {{"value", std::to_string(*entry.code)}});
  }
}

// A rate that is certainly below the floor (one that is not known shuts no gate), and one that reaches it only by what was supplied too much.
void report_supply_rates(Run& run) {
  const auto percent = [](double share) { return measures::Exact::from_double(share * 100).value_or(measures::Exact()).to_string(2) + " %"; };
  for (const ledger::SupplyRateRow& row : supply_rate_rows(run)) {
    const bool low = row.reaches_floor == "no", padded = row.reaches_floor == "yes" && row.reaches_within == "no";
    if (!low && !padded) continue;
    findings::Finding finding;
    finding.kind = &findings::kind(low ? "SUPPLY_RATE_LOW" : "SUPPLY_RATE_PADDED");
    finding.subject = row.park_id ? "park" : "approvals";
    finding.subject_id = row.park_id.value_or("");
    finding.values = {{"period", row.period}, {"value", percent(row.high.value_or(0))}, {"other", percent(row.floor.value_or(0))}};
    finding.area_m2 = low ? row.unsupplied_m2 : row.over_supplied_m2;
    run.findings.push_back(std::move(finding));
  }
}

// A column that a whole layer lacks, and what stays undecided for want of it.
struct Absence {
  std::size_t count = 0;
  double area_m2 = 0;
};

void report_absent(Run& run, const cadastre::Layer& layer, const std::map<std::string_view, Absence>& absences, std::string_view detail_zh,
                   std::string_view detail_en) {
  for (const auto& [field, absence] : absences) {
    if (layer.table.has(field)) continue;
    const auto& declared = facts::fields(layer.table.layer)[facts::find_field(layer.table.layer, field)];
    run.findings.push_back({&findings::kind("FIELD_ABSENT"),
                            {layer.table.sources.empty() ? std::string() : layer.table.sources.front(), {}, {}},
                            std::string(facts::name(layer.table.layer)),
                            {},
                            {{"value_zh", std::string(declared.zh) + " " + std::string(field)},
                             {"value_en", std::string(declared.en) + " (" + std::string(field) + ")"},
                             {"count", std::to_string(absence.count)},
                             {"detail_zh", std::string(detail_zh) + figure(absence.area_m2 / 10000) + " 公顷"},
                             {"detail_en", std::string(detail_en) + figure(absence.area_m2 / 10000) + " ha"}},
                            absence.area_m2,
                            {}});
  }
}

void report_absent_columns(Run& run) {
  std::map<std::string_view, Absence> parcels, approvals;
  const auto count = [&](std::map<std::string_view, Absence>& absences, const cadastre::Layer& layer, std::size_t i, std::set<std::string_view> fields) {
    for (const std::string_view field : fields) {
      ++absences[field].count;
      absences[field].area_m2 += run.area_m2(layer.features[i]).value_or(0);
    }
  };
  for (std::size_t i = 0; i < run.parcels.size(); ++i) {
    std::set<std::string_view> fields(run.parcels[i].verdict.missing.begin(), run.parcels[i].verdict.missing.end());
    for (const idle::Remark remark : run.parcels[i].verdict.remarks)
      if (const std::string_view field = blank_field(remark); !field.empty()) fields.insert(field);
    fields.insert(run.parcels[i].indicators.missing.begin(), run.parcels[i].indicators.missing.end());
    count(parcels, run.cadastre.parcels, i, fields);
  }
  for (std::size_t i = 0; i < run.approvals.size(); ++i)
    count(approvals, run.cadastre.approvals, i, {run.approvals[i].account.missing.begin(), run.approvals[i].account.missing.end()});
  report_absent(run, run.cadastre.parcels, parcels, "涉及土地 ", "land at stake ");
  report_absent(run, run.cadastre.approvals, approvals, "涉及土地 ", "land at stake ");
}

// The parameters of screens and ratings decide nothing in a run without them, nor those of quotas in an audit.
bool is_used(const Run& run, std::string_view parameter) {
  if (parameter.starts_with("quota.")) return false;
  if (parameter.starts_with("rating.")) return run.project.rating.has_value();
  return run.project.screening || !(parameter.starts_with("screen.") || parameter.starts_with("supporting."));
}

// Parameters that the run read and no document in force gives, nor a table of the bureau's.
std::set<std::string> missing_parameters(const Run& run) {
  std::set<std::string> missing;
  for (const std::vector<std::string>* names : {&run.idle_terms.missing, &run.supply_terms.missing, &run.intensity_terms.missing, &run.check_terms.missing})
    missing.insert(names->begin(), names->end());
  constexpr std::array<std::string_view, 4> kReadOneByOne = {"screen.", "supporting.", "rating.", "evaluation."};
  constexpr rulebook::Name kParksOwn = "supporting.housing_share_max";  // a park that plans no such share has nothing to keep
  const auto own = [&](std::string_view name) {
    return std::any_of(run.thresholds.rows.begin(), run.thresholds.rows.end(), [&](const screening::Override& row) { return row.parameter == name; });
  };
  for (const rulebook::ParameterInfo& each : rulebook::kParameters) {
    const bool one_by_one = std::any_of(kReadOneByOne.begin(), kReadOneByOne.end(), [&](std::string_view room) { return each.name.starts_with(room); });
    if (!one_by_one || each.name == std::string_view(kParksOwn) || !is_used(run, each.name) || own(each.name)) continue;
    if (run.rules.find(each.name, run.as_of).parameter == nullptr) missing.emplace(each.name);
  }
  return missing;
}

void report_rules(Run& run) {
  for (const std::string& name : missing_parameters(run)) {
    const rulebook::InForce found = run.rules.find(name, run.as_of);
    std::string zh = "规则集“" + run.rules.name() + "”中没有文件规定它", en = "no document of the rulebook \"" + run.rules.name() + "\" gives it";
    if (!found.rejected.empty()) {
      const findings::Text why = rulebook::reason(found, found.rejected.front());
      zh = found.rejected.front().document->number + " " + why.zh;
      en = found.rejected.front().document->number + " is " + why.en;
    }
    run.findings.push_back({&findings::kind("RULE_NOT_IN_FORCE"), {}, "rule", name,
                            {{"value", name}, {"day", run.as_of.to_iso()}, {"reason_zh", zh}, {"reason_en", en}}, {}, {}});
  }
  for (const rulebook::InForce& parameter : run.rules.in_force(run.as_of)) {
    if (parameter.parameter->use == rulebook::Use::information) continue;
    for (const rulebook::InForce::Rejected& rejected : parameter.rejected) {
      if (rejected.why != rulebook::InForce::Rejected::Why::would_loosen) continue;
      const findings::Text why = rulebook::reason(parameter, rejected);
      const std::string& number = rejected.document->number;
      run.findings.push_back({&findings::kind("RULE_LOOSENS"), {rejected.document->file, rejected.parameter->line, {}}, "rule", parameter.parameter->name,
                              {{"value", parameter.parameter->name}, {"reason_zh", number + " " + why.zh}, {"reason_en", number + " is " + why.en}}, {}, {}});
    }
    if (parameter.parameter->status == rulebook::Status::placeholder && is_used(run, parameter.parameter->name))
      run.findings.push_back({&findings::kind("PLACEHOLDER_USED"), {}, "rule", parameter.parameter->name,
                              {{"value", parameter.parameter->name}, {"other", parameter.parameter->value.to_string()}}, {}, {}});
  }
}

void report_unused(Run& run) {
  const auto unused = [&](const std::string& source, std::string_view subject) {
    run.findings.push_back({&findings::kind("LAYER_NOT_USED"), {source, {}, {}}, std::string(subject), {}, {}, {}, {}});
  };
  for (const settings::ConstraintSetting& constraint : run.project.constraints) unused(constraint.layer.source, "constraint");
}

// All that concerns single parcels, side by side.
void report_parcels(Run& run) {
  constexpr std::array kReports = {report_remarks, report_audit_checks, report_places};
  std::array<std::vector<Finding>, kReports.size()> found;
  std::vector<std::function<void()>> jobs;
  for (std::size_t i = 0; i < kReports.size(); ++i)
    jobs.emplace_back([&, i] {
      Reporter report(run, run.cadastre.parcels, found[i]);
      kReports[i](run, report);
    });
  run.pool.all(jobs);
  for (std::vector<Finding>& of_one : found)
    run.findings.insert(run.findings.end(), std::make_move_iterator(of_one.begin()), std::make_move_iterator(of_one.end()));
}

}  // namespace

void check_everything(Run& run) {
  report_parcels(run);
  report_approvals(run);
  report_reasons(run);
  report_supply_rates(run);
  inventory::check_block_sums(run.cadastre.parks, *run.parks, measures::Exact::from_double(run.project.tolerance.block_sum_m2).value(), run.findings);
  report_absent_columns(run);
  report_rules(run);
  check_standards(run);
  check_screening(run);
  report_unused(run);
  findings::sort_and_number(run.findings, run.finding_ids);
}

}  // namespace yongdi::workflow
