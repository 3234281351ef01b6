// What is missing, of what, where it would stand, what it leaves undecided, and what would settle it.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "workflow/rows.hpp"

namespace yongdi::workflow {

namespace {

using idle::Class;

// The columns of the ledger that a field decides; the first entry that names it, and the last for all others.
struct Decides {
  std::string_view fields, blocks;
};
constexpr Decides kDecides[] = {
    {" start_due delivered_on area_to_develop area_developed investment_total investment_made ", "stage,idle,idle_class"},
    {" price ", "fee_wan_yuan"},
    {" land_use ", "route"},
    {" started_on ", "idle_class"},
    {" permit_on ", "idle_class"},
    {" contract_on ", "stage"},
    {" fixed_investment ", "investment_intensity_wan_per_ha"},
    {" floor_area floors storey_height height ", "floor_area_m2,plot_ratio"},
    {" footprint_area yard_area ", "building_coefficient"},
    {" approved_area withdrawn_area withdrawn_on ", "unsupplied_declared_m2,supply_rate"},
    {" approved_on ", "cohort,lapse_candidate"},
};

std::string_view blocks_of(std::string_view field, facts::Layer layer) {
  if (field == "area") return layer == facts::Layer::parcels ? "plot_ratio,investment_intensity_wan_per_ha" : "area_m2";
  for (const Decides& each : kDecides)
    if (each.fields.find(" " + std::string(field) + " ") != std::string_view::npos) return each.blocks;
  return "missing";
}

// Some questions are settled by any of several records.
findings::Text settled_by(std::string_view field, const facts::Field& declared, const std::optional<Class>& idle_class) {
  if (idle_class == Class::DATA_GAP && (field == "start_due" || field == "delivered_on"))
    return {"补录合同或划拨决定书约定的动工日期，或交地确认书的交地日期，有一即可判定。",
            "Enter the start day agreed in the contract or allocation decision, or the day of delivery: either settles it."};
  if (idle_class == Class::IDLE_UNSURE)
    return {"补录" + std::string(declared.zh) + "：面积或投资任一低于规定比例即构成闲置，两者均不低于才不构成。",
            "Enter the " + std::string(declared.en) + ": land is idle when either area or investment is below its share, and not idle only when neither is."};
  if (field == "land_use")
    return {"补录土地用途：前期工作只对房地产开发用地是免责原因。", "Enter the land use: preliminary work excuses real-estate development only."};
  if (field == "price") return {"补录合同价款：闲置费按它计算。", "Enter the contract price: the idle fee is reckoned from it."};
  return {"补录" + std::string(declared.zh) + "。", "Enter the " + std::string(declared.en) + "."};
}

class Gathering {
 public:
  explicit Gathering(const Run& run) : m_run(run) {}

  void parcel(std::size_t i, std::string_view field, std::string_view blocks = {}) {
    if (facts::find_field(facts::Layer::parcels, field) == facts::kNoField) return building(i, field);
    add(m_run.cadastre.parcels, i, field, blocks, m_run.parcels[i].verdict.idle_class);
  }
  void approval(std::size_t i, std::string_view field) { add(m_run.cadastre.approvals, i, field, {}, {}); }

  std::vector<ledger::UndecidedRow> take() && {
    const auto key = [](const ledger::UndecidedRow& row) { return std::tie(row.subject, row.subject_id, row.field); };
    std::stable_sort(m_rows.begin(), m_rows.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    return std::move(m_rows);
  }

 private:
  void add(const cadastre::Layer& layer, std::size_t i, std::string_view field, std::string_view blocks, const std::optional<Class>& idle_class) {
    const facts::Layer kind = layer.table.layer;
    ledger::UndecidedRow row;
    row.subject = facts::subject(kind);
    row.subject_id = layer.features[i].id;
    row.field = field;
    const facts::Whence from = facts::whence(layer.table, layer.table.rows[i], field);
    if (!from.source.empty()) row.source = std::string(from.source);
    if (!from.header.empty()) row.header = std::string(from.header);
    row.row = from.row;
    row.blocks = blocks.empty() ? blocks_of(field, kind) : blocks;
    row.area_m2 = m_run.area_m2(layer.features[i]);
    findings::Text settle = settled_by(field, facts::fields(kind)[facts::find_field(kind, field)], idle_class);
    row.settle_zh = std::move(settle.zh);
    row.settle_en = std::move(settle.en);
    m_rows.push_back(std::move(row));
  }

  // A field of the buildings on a parcel: which of them lack it is told by the layer of buildings.
  void building(std::size_t i, std::string_view field) {
    const std::size_t at = facts::find_field(facts::Layer::buildings, field);
    if (at == facts::kNoField) return;
    const facts::Field& declared = facts::fields(facts::Layer::buildings)[at];
    ledger::UndecidedRow row;
    row.subject = facts::subject(facts::Layer::parcels);
    row.subject_id = m_run.cadastre.parcels.features[i].id;
    row.field = "buildings." + std::string(field);
    const facts::Table& table = m_run.cadastre.buildings.table;
    if (!table.sources.empty()) row.source = table.sources.front();
    for (const facts::Origin& origin : table.origins)
      if (origin.field == at && !row.header) row.header = origin.header;
    row.blocks = blocks_of(field, facts::Layer::buildings);
    row.area_m2 = m_run.area_m2(m_run.cadastre.parcels.features[i]);
    row.settle_zh = "补录该宗地上各建筑的" + std::string(declared.zh) + "，或宗地的总建筑面积。";
    row.settle_en = "Enter the " + std::string(declared.en) + " of the buildings on it, or the floor area of the parcel.";
    m_rows.push_back(std::move(row));
  }

  const Run& m_run;
  std::vector<ledger::UndecidedRow> m_rows;
};

}  // namespace

std::vector<ledger::UndecidedRow> undecided_rows(const Run& run) {
  Gathering gathering(run);
  for (std::size_t i = 0; i < run.parcels.size(); ++i) {
    const ParcelFigures& figures = run.parcels[i];
    if (figures.verdict.stage == idle::Stage::future) continue;
    std::set<std::string_view> told(figures.verdict.missing.begin(), figures.verdict.missing.end());
    told.insert(figures.indicators.missing.begin(), figures.indicators.missing.end());
    for (const std::string_view field : told) gathering.parcel(i, field);
    // A way that is barred already stays so, whatever else is entered.
    for (const idle::OptionCheck& check : figures.options)
      for (const std::string_view field : check.missing)
        if (check.open == measures::Certainty::unknown && told.insert(field).second) gathering.parcel(i, field, "idle_option.open");
  }
  for (std::size_t i = 0; i < run.approvals.size(); ++i) {
    if (!run.claims.approvals[i].exists) continue;
    const ApprovalFigures& figures = run.approvals[i];
    std::set<std::string_view> told(figures.account.missing.begin(), figures.account.missing.end());
    if (!figures.facts.approved_on) told.insert("approved_on");
    for (const std::string_view field : told) gathering.approval(i, field);
  }
  return std::move(gathering).take();
}

std::vector<MissingField> missing_fields(const std::vector<ledger::UndecidedRow>& rows) {
  std::map<std::pair<std::string, std::string>, MissingField> by_field;
  std::map<std::pair<std::string, std::string>, std::set<std::string>> blocks;
  for (const ledger::UndecidedRow& row : rows) {
    const bool of_buildings = row.field.starts_with("buildings.");
    const facts::Layer layer = of_buildings              ? facts::Layer::buildings
                               : row.subject == "parcel" ? facts::Layer::parcels
                                                         : facts::Layer::approvals;
    const std::string field = of_buildings ? row.field.substr(row.field.find('.') + 1) : row.field;
    const facts::Field& declared = facts::fields(layer)[facts::find_field(layer, field)];
    const std::pair key(std::string(facts::name(layer)), field);
    MissingField& missing = by_field[key];
    missing.layer = key.first;
    missing.field = key.second;
    missing.zh = declared.zh;
    missing.en = declared.en;
    if (missing.source.empty() || (missing.header.empty() && row.header)) {
      missing.source = row.source.value_or("");
      missing.header = row.header.value_or("");
    }
    ++missing.count;
    missing.area_m2 += row.area_m2.value_or(0);
    if (!row.area_m2) ++missing.without_area;
    blocks[key].insert(row.blocks);
  }
  std::vector<MissingField> result;
  for (auto& [key, missing] : by_field) {
    for (const std::string& each : blocks[key]) missing.blocks += (missing.blocks.empty() ? "" : ",") + each;
    result.push_back(std::move(missing));
  }
  std::stable_sort(result.begin(), result.end(), [](const MissingField& a, const MissingField& b) { return a.area_m2 > b.area_m2; });
  return result;
}

}  // namespace yongdi::workflow
