#include "workflow/ledger_year.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

#include "findings/failure.hpp"
#include "geometry/validity.hpp"

namespace yongdi::workflow {

namespace {

using findings::Exit;
using findings::Failure;
using geometry::Region;

[[noreturn]] void incomplete(const std::filesystem::path& path, const findings::Text& what) {
  throw Failure(Exit::input, {"台账 " + path.string() + " 不完整：没有" + what.zh + "。请用 yongdi audit 重新生成。",
                              "The ledger " + path.string() + " is incomplete: it has no " + what.en + ". Make it again with yongdi audit."});
}

Region region(const std::string& wkb, bool valid) {
  if (wkb.empty()) return {};
  Region shape = geometry::from_wkb(wkb);
  if (!valid) shape = std::isfinite(geometry::plane_area(shape)) ? geometry::repair(shape) : Region{};
  geometry::orient(shape);
  return shape;
}

template <class Row, class IsValid>
std::vector<Region> regions(const std::vector<Row>& rows, Pool& pool, const std::filesystem::path& path, IsValid is_valid) {
  std::vector<Region> result(rows.size());
  pool.workers()(rows.size(), [&](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) try {
        result[i] = region(rows[i].shape_wkb, is_valid(rows[i]));
      } catch (const std::invalid_argument& error) {
        throw Failure(Exit::input,
                      {"台账 " + path.string() + " 中有读不出的图形：" + error.what() + "。请用 yongdi audit 重新生成。",
                       "The ledger " + path.string() + " has a shape that cannot be read: " + error.what() + ". Make it again with yongdi audit."});
      } catch (const std::runtime_error&) {
        result[i] = {};  // not repairable: the ledger counts no land for it either
      }
  });
  return result;
}

// The tree of parks as the ledger has them.
std::unique_ptr<inventory::ParkTree> tree_of(const std::vector<ledger::ParkRow>& parks, const std::vector<std::string>& priority) {
  cadastre::Layer layer{{facts::Layer::parks, {""}, {facts::find_field(facts::Layer::parks, "parent")}, {}}, {}};
  for (const ledger::ParkRow& park : parks) {
    facts::Row row;
    row.values.push_back(park.parent_id ? facts::Value(*park.parent_id) : facts::Value());
    layer.table.rows.push_back(std::move(row));
    layer.features.emplace_back().id = park.park_id;
  }
  std::vector<findings::Finding> known;  // the audit that wrote the ledger has reported them
  return std::make_unique<inventory::ParkTree>(layer, priority, known);
}

// The approval a parcel was supplied out of: the one it names, else the one it shares most land with.
std::map<std::string, std::optional<int>> cohorts(const ledger::Reader& reader, const std::vector<ledger::ApprovalRow>& approvals) {
  std::map<std::string, std::optional<int>> cohort_of;
  for (const ledger::ApprovalRow& row : approvals)
    cohort_of[row.approval_id] = row.cohort ? std::optional(static_cast<int>(*row.cohort)) : std::nullopt;
  struct Best {
    bool by_number = false;
    double area_m2 = -1;
    std::string approval;
  };
  std::map<std::string, Best> best;
  for (const ledger::ApprovalParcelRow& row : reader.all<ledger::ApprovalParcelRow>()) {
    Best& known = best[row.parcel_id];
    const bool by_number = row.linked_by != "geometry";
    const double area_m2 = row.area_m2.value_or(0);
    if (std::pair(by_number, area_m2) > std::pair(known.by_number, known.area_m2)) known = {by_number, area_m2, row.approval_id};
  }
  std::map<std::string, std::optional<int>> result;
  for (const auto& [parcel, link] : best) result[parcel] = cohort_of[link.approval];
  return result;
}

// Ids that the audit had to make, where the source has none or one that is taken.
std::set<std::string> made_up_ids(const ledger::Reader& reader) {
  std::set<std::string> ids;
  for (const std::string_view code : {"ID_MISSING", "ID_DUPLICATE"})
    for (const ledger::FindingRow& row : reader.where<ledger::FindingRow>("code", code))
      if (row.subject == "parcel" && row.subject_id) ids.insert(*row.subject_id);
  return ids;
}

}  // namespace

LedgerYear::LedgerYear(const std::filesystem::path& file, Pool& pool)
    : path(file),
      reader(file),
      receipt(reader.receipt()),
      parks(reader.all<ledger::ParkRow>()),
      approvals(reader.all<ledger::ApprovalRow>()),
      parcels(reader.all<ledger::ParcelRow>()),
      unsupplied(reader.all<ledger::UnsuppliedRow>()),
      balances(reader.all<ledger::ParkBalanceRow>()),
      parcel_parks(reader.all<ledger::ParcelParkRow>()) {
  const auto day = measures::Day::parse_iso(setting("as_of"));
  if (!day) incomplete(path, {"审计基准日", "as-of day"});
  year.day = *day;
  tree = tree_of(parks, ledger::split_list(setting("park_priority")));
  const auto always = [](const auto&) { return true; };
  park_shapes = regions(parks, pool, path, always);
  unsupplied_shapes = regions(unsupplied, pool, path, always);
  // Approvals without a known area took no part in the audit's overlay.
  approval_shapes = regions(approvals, pool, path, [](const ledger::ApprovalRow& row) { return row.area_m2.has_value(); });
  parcel_shapes = regions(parcels, pool, path, [](const ledger::ParcelRow& row) { return row.valid != "no"; });
  has_approvals = std::any_of(balances.begin(), balances.end(), [](const auto& row) { return row.class_name == "unsupplied" && row.area_m2; });

  year.terms = idle::terms(rules(), year.day);
  for (const ledger::RuleRow& row : reader.all<ledger::RuleRow>())
    year.law[row.parameter] = row.value ? measures::Exact::from_double(*row.value).value_or(measures::Exact()).to_string() : "";

  for (const ledger::ApprovalRow& row : approvals) {
    year.approval_of.emplace(disposal::approval_key(row.approval_id), static_cast<std::uint32_t>(year.approvals.size()));
    const bool exists = !row.approved_on || *row.approved_on <= year.day;
    year.approvals.push_back({row.approval_id, row.approved_on, row.cohort ? std::optional(static_cast<int>(*row.cohort)) : std::nullopt, exists,
                              reader.facts(facts::Layer::approvals, row.approval_id)});
  }
  const auto cohort_of = cohorts(reader, approvals);
  const std::set<std::string> made_up = made_up_ids(reader);
  for (const ledger::ParcelRow& row : parcels) {
    year.parcel_of.emplace(row.parcel_id, static_cast<std::uint32_t>(year.parcels.size()));
    const auto cohort = cohort_of.find(row.parcel_id);
    const bool counts = row.stage != "future" && row.valid != "no";  // land of an outline not to be relied on is undecided
    year.parcels.push_back({row.parcel_id,
                            row.stage != "future",
                            counts && row.idle == "yes",
                            counts && row.inefficient == "yes",
                            row.idle_since,
                            cohort == cohort_of.end() ? std::nullopt : cohort->second,
                            {},
                            row.valid != "no",
                            !made_up.contains(row.parcel_id)});
  }
}

rulebook::Rulebook LedgerYear::rules() const {
  const auto rows = reader.rule_documents();
  if (rows.empty()) incomplete(path, {"规则文件", "rule documents"});
  std::vector<rulebook::Rulebook::NamedText> documents;
  for (std::size_t i = 1; i < rows.size(); ++i) documents.push_back({rows[i].name, rows[i].text});
  return rulebook::Rulebook::from_texts({rows.front().name, rows.front().text}, documents);
}

std::string LedgerYear::setting(const std::string& key) const {
  const auto found = receipt.find(key);
  return found == receipt.end() ? std::string() : found->second;
}

double LedgerYear::tolerance(const std::string& name) const {
  const auto value = measures::Exact::parse(setting("tolerance." + name));
  if (!value) incomplete(path, {"容差 " + name, "tolerance " + name});
  return value->to_double();
}

crs::System LedgerYear::working_system() const {
  const ledger::SpatialReference reference = reader.spatial_reference();
  return crs::System(reference.organization == "EPSG" ? "EPSG:" + std::to_string(reference.code) : reference.wkt);
}

void LedgerYear::need_facts(std::uint32_t parcel) {
  auto& kept = year.parcels[parcel].facts;
  if (!kept) kept = reader.facts(facts::Layer::parcels, year.parcels[parcel].id);
}

void require_comparable(const LedgerYear& first, const LedgerYear& second) {
  const auto refuse = [](const findings::Text& why) { throw Failure(Exit::usage, why); };
  const std::string a = first.path.string(), b = second.path.string();
  const std::string day_a = first.year.day.to_iso(), day_b = second.year.day.to_iso();
  if (first.year.day == second.year.day)
    refuse(
        {a + " 和 " + b + " 的审计基准日都是 " + day_a + "，期间没有变化可言。请用 --as-of 以另一个基准日审计其中一份。",
         a + " and " + b + " are both as of " + day_a + ", so nothing can have happened in between. Audit one of them as of another day (--as-of)."});
  if (first.year.day > second.year.day)
    refuse({"次序颠倒：" + a + " 的基准日 " + day_a + " 晚于 " + b + " 的 " + day_b + "。请先写较早的：yongdi disposals " + b + " " + a + " …",
            "The ledgers are in the wrong order: " + a + " is as of " + day_a + ", later than " + b + " (" + day_b +
                "). Give the earlier one first: yongdi disposals " + b + " " + a + " …"});
  struct Same {
    const char *key, *zh, *en;
  };
  for (const Same& same : {Same{"crs", "坐标系", "coordinate system"}, Same{"area_basis", "面积口径（area）", "measure of area (area)"},
                           Same{"tolerance.sliver_area_m2", "细碎图斑面积容差", "sliver tolerance sliver_area_m2"},
                           Same{"tolerance.sliver_width_m", "细碎图斑宽度容差", "sliver tolerance sliver_width_m"}}) {
    const std::string in_a = first.setting(same.key), in_b = second.setting(same.key);
    if (in_a == in_b) continue;
    refuse({std::string("两份台账的") + same.zh + "不同：" + a + " 为 " + in_a + "，" + b + " 为 " + in_b +
                "，存量不可比。请以相同设置重新审计其中一份。",
            std::string("The two ledgers differ in their ") + same.en + ": " + in_a + " in " + a + ", " + in_b + " in " + b +
                ". Their stocks cannot be compared; audit one of them again with the same setting."});
  }
  std::set<std::string> parks;
  for (const ledger::ParkRow& park : first.parks) parks.insert(park.park_id);
  if (std::none_of(second.parks.begin(), second.parks.end(), [&](const auto& park) { return parks.contains(park.park_id); }))
    refuse({a + " 和 " + b + " 没有一个相同的园区编号。请核对是否为同一批园区的台账。",
            a + " and " + b + " have no park id in common. Check that they are ledgers of the same parks."});
  if (first.has_approvals != second.has_approvals) {
    const std::string without = first.has_approvals ? b : a;
    refuse({without + " 审计时没有批次图层，批而未供为“未评价”，不能与另一份相比。请在项目文件中加入 [approvals] 重新审计。",
            without +
                " was audited without approvals, so unsupplied land is not assessed in it and cannot be compared. Audit it again with [approvals]."});
  }
}

}  // namespace yongdi::workflow
