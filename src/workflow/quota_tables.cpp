#include "workflow/quota_tables.hpp"

#include <algorithm>
#include <set>

#include "findings/catalogue.hpp"
#include "findings/failure.hpp"
#include "workflow/table_reading.hpp"

namespace yongdi::workflow {
namespace {

using findings::Exit;
using findings::Failure;
using findings::Finding;
using measures::Exact;

// Rows that name a park which takes no part: one finding per park.
class UnknownParks {
 public:
  explicit UnknownParks(const ParkPositions& parks) : m_parks(parks) {}
  bool counts(const std::string& park, const Exact& area_m2) {
    if (m_parks.contains(park)) return true;
    Unknown& unknown = m_unknown[park];
    ++unknown.rows;
    unknown.area_m2 += area_m2;
    return false;
  }
  void tell(const std::string& source, std::string_view subject, std::vector<Finding>& findings) const {
    for (const auto& [park, unknown] : m_unknown)
      findings.push_back({&findings::kind("PARK_UNKNOWN"),
                          {source, {}, "park"},
                          std::string(subject),
                          park,
                          {{"value", park}, {"file", source}, {"count", std::to_string(unknown.rows)}},
                          unknown.area_m2.to_double(),
                          {}});
  }

 private:
  struct Unknown {
    std::uint64_t rows = 0;
    Exact area_m2;
  };
  const ParkPositions& m_parks;
  std::map<std::string, Unknown> m_unknown;
};

}  // namespace

std::vector<quota::Park> read_quota_parks(layers::Tables& tables, const settings::LayerSetting& setting, std::vector<Finding>& findings) {
  std::vector<quota::Park> parks;
  std::set<std::string> seen;
  TableReading reading;
  tables.read(
      setting, facts::Layer::quota_parks, findings, [&](const facts::Table& head) { reading.begin(head); },
      [&](const facts::Row& row) {
        reading.at(row);
        quota::Park& park = parks.emplace_back();
        park.id = reading.text("park");
        if (!seen.insert(park.id).second)
          reading.refuse(
              "park", {"“" + park.id + "”出现了两次。请合并或删去一行。", "\"" + park.id + "\" stands twice. Please merge the rows or remove one."});
        if (const std::string name = reading.text("name"); !name.empty()) park.name = name;
        park.demand_m2 = reading.amount("demand");
        park.floor_m2 = reading.amount("floor");
        park.base_m2 = reading.amount("base");
        park.performance = reading.amount("performance");
        if (park.performance && *park.performance > Exact(100))
          reading.refuse("performance", {"为 " + park.performance->to_string() + "，应在 0 至 100 之间。请改正。",
                                         "is " + park.performance->to_string() + " and must lie between 0 and 100. Please correct it."});
        park.overuse_m2 = reading.amount("overuse");
        park.illegal_m2 = reading.amount("illegal");
        park.unsupplied_two_years_m2 = reading.amount("unsupplied_two_years");
        park.supply_rate = reading.amount("supply_rate");
        if (park.supply_rate && *park.supply_rate > Exact(1))
          reading.refuse("supply_rate",
                         {"为 " + park.supply_rate->to_string() + "，应为 0 至 1 的比例，或写成 58%。请改正。",
                          "is " + park.supply_rate->to_string() + " and must be a share between 0 and 1, or written like 58%. Please correct it."});
        park.exempt = reading.text("exempt") == "yes";
        park.exemption_known = !reading.text("exempt").empty();
      });
  if (parks.empty())
    throw Failure(Exit::input, {setting.source + "：没有任何园区，无从测算。请检查文件。",
                                setting.source + ": there is no park in it, so there is nothing to work out. Please check the file."});
  std::sort(parks.begin(), parks.end(), [](const quota::Park& a, const quota::Park& b) { return a.id < b.id; });
  return parks;
}

std::vector<quota::Task> read_tasks(layers::Tables& tables, const settings::LayerSetting& setting, const ParkPositions& parks,
                                    std::vector<Finding>& findings) {
  std::vector<quota::Task> tasks;
  UnknownParks unknown(parks);
  TableReading reading;
  tables.read(
      setting, facts::Layer::tasks, findings, [&](const facts::Table& head) { reading.begin(head); },
      [&](const facts::Row& row) {
        reading.at(row);
        quota::Task task;
        task.park = reading.text("park");
        task.kind = *quota::kind_of(reading.text("kind"));
        task.ceiling = reading.text("type") == "ceiling";
        task.base_m2 = *reading.amount("base_area");
        task.cohort_from = reading.year("cohort_from");
        task.cohort_to = reading.year("cohort_to");
        const std::string target = reading.text("target");
        const auto amount = layers::read_amount(target);
        const bool rate_fits = amount && !amount->has_unit && amount->value <= Exact(1);
        if (!amount || amount->value.is_negative() || (!task.ceiling && !rate_fits))
          reading.refuse("target", task.ceiling ? findings::Text{"“" + target + "”不是面积。请写成 50000（m²）或 500 亩 的样子。",
                                                                 "\"" + target + "\" is no area. Please write it like 50000 (m²) or 500 mu."}
                                                : findings::Text{"“" + target + "”不是处置率。请写成 0.3 或 30% 的样子。",
                                                                 "\"" + target + "\" is no rate. Please write it like 0.3 or 30%."});
        task.target = amount->value;
        if (unknown.counts(task.park, task.base_m2)) tasks.push_back(std::move(task));
      });
  unknown.tell(setting.source, "task", findings);
  const auto key = [](const quota::Task& task) {
    return std::tie(task.park, task.kind, task.ceiling, task.cohort_from, task.cohort_to, task.base_m2, task.target);
  };
  std::sort(tasks.begin(), tasks.end(), [&](const quota::Task& a, const quota::Task& b) { return key(a) < key(b); });
  return tasks;
}

std::vector<quota::Entry> read_entries(layers::Tables& tables, const settings::LayerSetting& setting, const ParkPositions& parks,
                                       std::vector<Finding>& findings) {
  std::vector<quota::Entry> entries;
  UnknownParks unknown(parks);
  TableReading reading;
  tables.read(
      setting, facts::Layer::entries, findings, [&](const facts::Table& head) { reading.begin(head); },
      [&](const facts::Row& row) {
        reading.at(row);
        quota::Entry entry;
        entry.park = reading.text("park");
        entry.type = reading.text("type");
        entry.document = reading.text("document");
        entry.day = reading.day("day");
        const Exact amount = *reading.number("amount");
        const std::string movement = reading.text("movement");
        entry.amount_m2 = amount.is_negative() ? Exact(0) - amount : amount;
        entry.movement = movement == "carry"                        ? quota::Movement::carry
                         : movement == "use"                        ? quota::Movement::use
                         : movement == "lapse"                      ? quota::Movement::lapse
                         : movement.empty() && amount.is_negative() ? quota::Movement::use
                                                                    : quota::Movement::grant;
        const bool incoming = entry.movement == quota::Movement::grant || entry.movement == quota::Movement::carry;
        if (incoming && amount.is_negative())
          reading.refuse("amount", {"为负数 " + amount.to_string() + "，而收支写的是 " + movement + "。请改正其一。",
                                    "is " + amount.to_string() + ", but the movement is " + movement + ". Please correct one of them."});
        if (unknown.counts(entry.park, entry.amount_m2)) entries.push_back(std::move(entry));
      });
  unknown.tell(setting.source, "entry", findings);
  return entries;
}

void read_disposals(layers::Tables& tables, const settings::LayerSetting& setting, facts::Texts& texts, std::vector<Finding>& findings,
                    const std::function<void(const quota::Disposal&)>& each) {
  TableReading reading;
  tables.read(
      setting, facts::Layer::disposals, findings, [&](const facts::Table& head) { reading.begin(head); },
      [&](const facts::Row& row) {
        reading.at(row);
        quota::Disposal disposal;
        disposal.park = texts.keep(reading.text("park"));
        disposal.subject = texts.keep(reading.text("subject"));
        disposal.kind = *quota::kind_of(reading.text("kind"));
        disposal.cohort = reading.year("cohort");
        disposal.area_m2 = *reading.amount("area");
        disposal.closed_on = reading.day("closed_on");
        disposal.document = texts.keep(reading.text("document"));
        disposal.event = texts.keep(reading.text("event"));
        each(disposal);
      });
}

}  // namespace yongdi::workflow
