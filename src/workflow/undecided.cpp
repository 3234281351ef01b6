// What is missing, of what, where it would stand, what it leaves undecided, and what would settle it.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "workflow/rows.hpp"

namespace yongdi::workflow {

namespace {

using idle::Class;

// The columns of the ledger that a field decides; the first entry that names it.
struct Decides {
  std::string_view fields, blocks;  // a blank stands before and behind every field
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
    {" industry industry_edition ", "parcel_limit.kept"},
};

bool has_word(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1))
    if (words[at - 1] == ' ' && words[at + word.size()] == ' ') return true;
  return false;
}

std::string_view blocks_of(std::string_view field, facts::Layer layer) {
  if (field == "area") return layer == facts::Layer::parcels ? "plot_ratio,investment_intensity_wan_per_ha" : "area_m2";
  for (const Decides& each : kDecides)
    if (has_word(each.fields, field)) return each.blocks;
  return "missing";
}

// Some questions are settled by any of several records.
findings::Text settled_by(const facts::Field& declared, const std::optional<Class>& idle_class) {
  const std::string_view field = declared.name;
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

// The parts of the field's name: of a parcel's buildings, "buildings" and "floors".
std::pair<std::string_view, std::string_view> name_parts(const Undecided& open) {
  const std::string_view field = facts::fields(open.holder)[open.field].name;
  return open.holder == open.layer ? std::pair(field, std::string_view()) : std::pair(facts::name(open.holder), field);
}

std::string written_field(const Undecided& open) {
  const auto [first, second] = name_parts(open);
  return second.empty() ? std::string(first) : std::string(first) + "." + std::string(second);
}

const cadastre::Layer& layer_of(const Run& run, facts::Layer layer) {
  return layer == facts::Layer::parcels ? run.cadastre.parcels : run.cadastre.approvals;
}

std::optional<double> area_m2(const Run& run, const Undecided& open) { return run.area_m2(layer_of(run, open.layer).features[open.index]); }

// Where a field of the buildings on a parcel would stand: which of them lack it is told by their layer.
facts::Whence whence_of_buildings(const facts::Table& buildings, std::size_t field) {
  facts::Whence result;
  if (!buildings.sources.empty()) result.source = buildings.sources.front();
  const auto origin = std::ranges::find(buildings.origins, field, &facts::Origin::field);
  if (origin != buildings.origins.end()) result.header = origin->header;
  return result;
}

facts::Whence whence(const Run& run, const Undecided& open) {
  if (open.holder == facts::Layer::buildings) return whence_of_buildings(run.cadastre.buildings.table, open.field);
  const facts::Table& table = layer_of(run, open.layer).table;
  return facts::whence(table, table.rows[open.index], facts::fields(open.holder)[open.field].name);
}

findings::Text settled_by(const Run& run, const Undecided& open) {
  const facts::Field& declared = facts::fields(open.holder)[open.field];
  if (open.holder == facts::Layer::buildings)
    return {"补录该宗地上各建筑的" + std::string(declared.zh) + "，或宗地的总建筑面积。",
            "Enter the " + std::string(declared.en) + " of the buildings on it, or the floor area of the parcel."};
  return settled_by(declared, open.layer == facts::Layer::parcels ? run.parcels[open.index].verdict.idle_class : std::nullopt);
}

// The open fields of one subject after the other, each subject's by name.
class Gathering {
 public:
  explicit Gathering(const Run& run) : m_run(run) {}

  void approval(std::uint32_t i) {
    const ApprovalFigures& figures = m_run.approvals[i];
    if (!m_run.claims.approvals[i].exists) return;
    begin();
    add(facts::Layer::approvals, i, figures.account.missing);
    if (!figures.facts.approved_on) add(facts::Layer::approvals, i, {"approved_on"});
    end();
  }

  void parcel(std::uint32_t i) {
    const ParcelFigures& figures = m_run.parcels[i];
    if (figures.verdict.stage == idle::Stage::future) return;
    begin();
    add(facts::Layer::parcels, i, figures.verdict.missing);
    add(facts::Layer::parcels, i, figures.indicators.missing);
    // A way that is barred already stays so, whatever else is entered.
    for (const idle::OptionCheck& check : figures.options)
      if (check.open == measures::Certainty::unknown) add(facts::Layer::parcels, i, check.missing, "idle_option.open");
    end();
  }

  std::vector<Undecided> take() && { return std::move(m_all); }

 private:
  void begin() { m_first = m_all.size(); }

  // Told once, by the first that asks for it.
  void add(facts::Layer layer, std::uint32_t i, const std::vector<std::string_view>& fields, std::string_view blocks = {}) {
    for (const std::string_view field : fields) {
      const auto place = find(layer, field);
      if (!place) continue;
      const auto [holder, at] = *place;
      const auto same = [holder = holder, at = at](const Undecided& told) { return told.holder == holder && told.field == at; };
      if (std::any_of(subject(), m_all.end(), same)) continue;
      m_all.push_back({layer, holder, i, at, blocks.empty() ? blocks_of(field, holder) : blocks});
    }
  }

  // A field that parcels do not have is one of the buildings on them.
  static std::optional<std::pair<facts::Layer, std::size_t>> find(facts::Layer layer, std::string_view field) {
    for (const facts::Layer holder : {layer, facts::Layer::buildings})
      if (const std::size_t at = facts::find_field(holder, field); at != facts::kNoField) return std::pair(holder, at);
    return {};
  }

  void end() {
    std::sort(subject(), m_all.end(), [](const Undecided& a, const Undecided& b) { return name_parts(a) < name_parts(b); });
  }

  std::vector<Undecided>::iterator subject() { return m_all.begin() + static_cast<std::ptrdiff_t>(m_first); }

  const Run& m_run;
  std::vector<Undecided> m_all;
  std::size_t m_first = 0;  // of the subject in hand
};

}  // namespace

void gather_undecided(Run& run) {
  Gathering gathering(run);
  for (std::uint32_t i = 0; i < run.approvals.size(); ++i) gathering.approval(i);
  for (std::uint32_t i = 0; i < run.parcels.size(); ++i) gathering.parcel(i);
  run.undecided = std::move(gathering).take();
}

ledger::UndecidedRow undecided_row(const Run& run, const Undecided& open) {
  const auto known = [](std::string_view text) { return text.empty() ? ledger::Text() : ledger::Text(text); };
  const facts::Whence from = whence(run, open);
  findings::Text settle = settled_by(run, open);
  return {std::string(facts::subject(open.layer)),
          layer_of(run, open.layer).features[open.index].id,
          written_field(open),
          known(from.source),
          from.row,
          known(from.header),
          std::string(open.blocks),
          area_m2(run, open),
          std::move(settle.zh),
          std::move(settle.en)};
}

std::vector<MissingField> missing_fields(const Run& run) {
  std::map<std::pair<std::string_view, std::string_view>, MissingField> by_field;
  std::map<std::pair<std::string_view, std::string_view>, std::set<std::string_view>> blocks;
  for (const Undecided& open : run.undecided) {
    const facts::Field& declared = facts::fields(open.holder)[open.field];
    const std::pair key(facts::name(open.holder), declared.name);
    MissingField& missing = by_field[key];
    missing.layer = key.first;
    missing.field = key.second;
    missing.zh = declared.zh;
    missing.en = declared.en;
    if (missing.header.empty()) {
      const facts::Whence from = whence(run, open);
      if (missing.source.empty() || !from.header.empty()) {
        missing.source = from.source;
        missing.header = from.header;
      }
    }
    const auto land_m2 = area_m2(run, open);
    ++missing.count;
    missing.area_m2 += land_m2.value_or(0);
    if (!land_m2) ++missing.without_area;
    blocks[key].insert(open.blocks);
  }
  std::vector<MissingField> result;
  for (auto& [key, missing] : by_field) {
    for (const std::string_view each : blocks[key]) missing.blocks += (missing.blocks.empty() ? "" : ",") + std::string(each);
    result.push_back(std::move(missing));
  }
  std::stable_sort(result.begin(), result.end(), [](const MissingField& a, const MissingField& b) { return a.area_m2 > b.area_m2; });
  return result;
}

}  // namespace yongdi::workflow
