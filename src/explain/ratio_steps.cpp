#include "explain/ratio_steps.hpp"

#include "explain/parts.hpp"
#include "explain/phrases.hpp"
#include "intensity/indicators.hpp"

namespace yongdi::explain {

namespace {

using ledger::Number;

constexpr double kSquareMetresPerHectare = 10000;
constexpr int kRatioDecimals = 4;

Text basis(const ledger::Text& code) {
  if (code == "declared") return {"（登记）", " (declared)"};
  if (code == "measured") return {"（实测）", " (measured)"};
  return {};
}

Text ratio(Number value) { return value ? same(figure(*value, kRatioDecimals)) : unknown(); }

class Ratios {
 public:
  Ratios(const ParcelFile& file, const Ground& ground) : m_row(file.row), m_facts(file.facts), m_law(ground.law) {
    if (m_row.area_basis == "declared") m_area = m_row.declared_area_m2;
    if (m_row.area_basis == "measured") m_area = m_row.area_m2;
  }

  Section tell() {
    plot_ratio();
    density();
    coefficient();
    intensity();
    return std::move(m_section);
  }

 private:
  [[nodiscard]] Number declared(std::string_view field) const {
    const auto exact = facts::Column(m_facts, field).exact(m_facts.rows.front());
    return exact ? Number(exact->to_double()) : std::nullopt;
  }
  [[nodiscard]] Text over_area(const Text& numerator) const {
    return numerator + Text{" ÷ 宗地面积 ", " ÷ parcel area "} + square_metres(m_area) + basis(m_row.area_basis);
  }

  // The limits, the answer, and what an open answer hangs on.
  static Text compared(const std::vector<Text>& limits, const ledger::Text& kept) {
    if (limits.empty()) return {"；没有约定或载入限值，不作比较。", "; no limit is agreed or loaded, so there is nothing to compare with."};
    const Text limit = list(limits);
    const Text answer = kept == "yes"   ? Text{"符合", "kept"}
                        : kept == "no"  ? Text{"不符合", "not kept"}
                        : kept == "n/a" ? Text{"尚未动工，不适用", "work has not begun, so it does not apply"}
                                       : Text{"是否符合未知", "whether it is kept is unknown"};
    return {"；" + limit.zh + "：" + answer.zh + "。", "; " + limit.en + ": " + answer.en + "."};
  }

  // Who set a limit: the contract, or else the table of limits told further down.
  static Text by(Number agreed) { return agreed ? Text{"约定", "agreed"} : Text{"标准", "by the standard"}; }

  void plot_ratio() {
    std::vector<Text> limits;
    if (m_row.plot_ratio_min_required) limits.push_back(by(m_row.plot_ratio_min_declared) + Text{"不低于 ", " at least "} + ratio(m_row.plot_ratio_min_required));
    if (m_row.plot_ratio_max_allowed) limits.push_back(by(m_row.plot_ratio_max_declared) + Text{"不高于 ", " at most "} + ratio(m_row.plot_ratio_max_allowed));
    const bool measured = m_row.floor_basis == "measured";
    const bool none = measured && m_row.floor_area_m2 == 0.0;
    const Text source = none       ? Text{"（建筑图层中其上没有建筑）", " (the buildings layer shows none on it)"}
                        : measured ? Text{"（按建筑图层，层数 × 基底）", " (from the buildings layer: storeys × footprint)"}
                                   : basis(m_row.floor_basis);
    m_steps.add(Text{"容积率 = 建筑面积 ", "Plot ratio = floor area "} + over_area(square_metres(m_row.floor_area_m2) + source) + same(" = ") +
                    ratio(m_row.plot_ratio) + compared(limits, m_row.plot_ratio_ok),
                measured ? m_law.cite({intensity::parameter::kDoubleStoreyAbove, intensity::parameter::kHighStoreyFactor}) : std::vector<Citation>{});
  }

  void density() {
    m_steps.add(Text{"建筑密度 = 建筑基底 ", "Building density = footprints "} + over_area(square_metres(m_row.footprint_m2)) + same(" = ") +
                ratio(m_row.building_density) + Text{"。", "."});
  }

  void coefficient() {
    const Number footprint = declared("footprint_area"), yard = declared("yard_area");
    std::vector<Text> limits;
    if (m_row.building_coefficient_min_required)
      limits.push_back(by(m_row.building_coefficient_min_declared) + Text{"不低于 ", " at least "} + ratio(m_row.building_coefficient_min_required));
    Text text = Text{"建筑系数 =（建筑物构筑物基底 ", "Building coefficient = (footprints of buildings and structures "} +
                square_metres(footprint ? footprint : m_row.footprint_m2) + Text{" + 露天堆场、操作场 ", " + open yards "} + square_metres(yard);
    text = over_area(text + Text{"）", ")"}) + same(" = ") + ratio(m_row.building_coefficient);
    if (!m_row.building_coefficient && m_row.building_coefficient_ok == "yes")
      text = text + Text{"；已知部分单独计算即已达到", "; what is known alone already reaches the limit"};
    m_steps.add(text + compared(limits, m_row.building_coefficient_ok));
  }

  void intensity() {
    std::vector<Text> limits;
    const Text unit{" 万元/公顷", " ×10⁴ yuan/ha"};
    if (m_row.investment_min_required_wan_per_ha)
      limits.push_back((m_row.investment_min_declared_wan_per_ha ? Text{"合同约定", "agreed"} : by({})) + Text{"不低于 ", " at least "} + same(figure(*m_row.investment_min_required_wan_per_ha, 2)) + unit);
    const Text made = m_row.fixed_investment_wan_yuan
                          ? Text{figure(*m_row.fixed_investment_wan_yuan, 4) + " 万元", figure(*m_row.fixed_investment_wan_yuan, 4) + " ×10⁴ yuan"}
                          : unknown();
    const Text hectares =
        m_area ? Text{figure(*m_area / kSquareMetresPerHectare, 6) + " 公顷", figure(*m_area / kSquareMetresPerHectare, 6) + " ha"} : unknown();
    const Text result = m_row.investment_intensity_wan_per_ha ? same(figure(*m_row.investment_intensity_wan_per_ha, 2)) + unit : unknown();
    m_steps.add(Text{"投资强度 = 固定资产投资（含地价）", "Investment intensity = fixed-asset investment, with land price, "} + made +
                Text{" ÷ ", " ÷ "} + hectares + same(" = ") + result + compared(limits, m_row.investment_ok));
  }

  const ledger::ParcelRow& m_row;
  const facts::Table& m_facts;
  const Law& m_law;
  Number m_area;  // the one ratios stand on
  Section m_section{{"建设强度", "How intensely is it used?"}, true, {}, {}};
  Steps m_steps{m_section};
};

}  // namespace

Section ratio_section(const ParcelFile& file, const Ground& ground) { return Ratios(file, ground).tell(); }

}  // namespace yongdi::explain
