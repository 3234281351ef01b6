#include "intensity/evaluation.hpp"

#include <algorithm>

namespace yongdi::intensity {
namespace {

constexpr double kSquareMetresPerHectare = 10000;
constexpr std::string_view kSurvey = "land_status", kStatistics = "statistics", kParcels = "parcels";

findings::Text same(const std::string& letters) { return {letters, letters}; }
findings::Text operator+(const findings::Text& words, const std::string& letters) { return {words.zh + letters, words.en + letters}; }
findings::Text words(Statistic statistic) { return {std::string(info(statistic).zh), std::string(info(statistic).en)}; }

// Land that is known to count, and land that may.
struct Land {
  double known = 0, open = 0;
};

double total(const std::map<std::string, double, std::less<>>& by_code) {
  double sum = 0;
  for (const auto& [code, area_m2] : by_code) sum += area_m2;
  return sum;
}

class Evaluation {
 public:
  Evaluation(const StatusSums& sums, const Denominators& denominators, const Records& records)
      : m_sums(sums), m_choice(denominators), m_records(records) {}

  std::vector<Indicator> run() {
    degree();
    structure();
    intensity();
    benefit();
    management();
    return std::move(m_result);
  }

 private:
  // Land under the code or below it; land under a code above it, and land without any code of the family, is open.
  [[nodiscard]] Land of(const std::map<std::string, double, std::less<>>& by_code, std::string_view code) const {
    Land land;
    for (const auto& [each, area_m2] : by_code) {
      if (each.starts_with(code))
        land.known += area_m2;
      else if (code.starts_with(each))
        land.open += area_m2;
    }
    land.open += std::max<double>(0, m_sums.area_m2 - total(by_code));
    return land;
  }
  [[nodiscard]] Land land(std::string_view code) const { return of(m_sums.land, code); }
  [[nodiscard]] Land supplied() const { return of(m_sums.supply, "D"); }
  [[nodiscard]] Land built() const { return land("A"); }
  [[nodiscard]] Land industrial() const { return land("A2"); }
  // A + B: land without a code is open once, not once for each.
  [[nodiscard]] Land developable() const {
    return {land("A").known + land("B").known, m_sums.area_m2 > total(m_sums.land) ? m_sums.area_m2 - total(m_sums.land) : 0};
  }
  [[nodiscard]] Land ready() const {
    const Land b = land("B21");
    return {land("A").known + b.known, b.open};
  }

  Indicator& add(std::string_view id, findings::Text formula) {
    Indicator& indicator = m_result.emplace_back();
    indicator.id = id;
    indicator.formula = std::move(formula);
    return indicator;
  }
  void lacking(std::string_view id, findings::Text formula, std::vector<std::string_view> missing) {
    Indicator& indicator = add(id, std::move(formula));
    indicator.missing = std::move(missing);
    indicator.unknown_count = static_cast<std::int64_t>(indicator.missing.size());
  }
  // What a survey must record for the indicator; the first that is not there is enough to leave it unknown.
  [[nodiscard]] std::vector<std::string_view> absent(bool supply = false, bool idle = false, bool high_tech = false) const {
    if (!m_sums.surveyed) return {kSurvey};
    std::vector<std::string_view> names;
    if (supply && !m_sums.has_supply) names.emplace_back("land_status.supply");
    if (idle && !m_sums.has_idle) names.emplace_back("land_status.idle");
    if (high_tech && !m_sums.has_high_tech) names.emplace_back("land_status.high_tech");
    return names;
  }

  // A share of land. within: the numerator's land is part of the denominator's, so what is open is open in both at once.
  void share(std::string_view id, findings::Text formula, std::vector<std::string_view> missing, const Land& part, const Land& whole, bool within) {
    if (!missing.empty()) return lacking(id, std::move(formula), std::move(missing));
    Indicator& indicator = add(id, std::move(formula));
    indicator.numerator = part.known;
    indicator.denominator = whole.known;
    if (whole.known > 0) indicator.value = part.known / whole.known;
    const double most_whole = whole.known + whole.open;
    if (within) {
      // Open land that is surely in the whole (its code is only not told apart) may be in the part without adding to the whole.
      if (most_whole > 0) indicator.low = part.known / most_whole;
      if (most_whole > 0) indicator.high = std::min<double>(1, (part.known + part.open) / std::max(most_whole, part.known + part.open));
    } else {
      if (most_whole > 0) indicator.low = part.known / most_whole;
      if (whole.known > 0) indicator.high = (part.known + part.open) / whole.known;
    }
    indicator.unknown_count = (part.open > kNoiseM2 ? 1 : 0) + (whole.open > kNoiseM2 ? 1 : 0);
    indicator.completeness = most_whole > 0 ? whole.known / most_whole : 0;
  }

  // An amount over land, per m² or per hectare.
  void rate(std::string_view id, findings::Text formula, std::vector<std::string_view> missing,
            const std::vector<std::pair<const Amount*, std::string_view>>& amounts, const Land& whole, double per = 1) {
    for (const auto& [amount, input] : amounts)
      if (m_sums.surveyed && !amount->recorded) missing.push_back(input);
    if (!missing.empty()) return lacking(id, std::move(formula), std::move(missing));
    Indicator& indicator = add(id, std::move(formula));
    double known = 0, known_land = 0, open_land = 0;
    std::int64_t unknown = 0;
    for (const auto& [amount, input] : amounts) {
      known += amount->known;
      known_land += amount->known_land_m2;
      open_land += amount->open_land_m2;
      unknown += amount->unknown_count;
    }
    indicator.numerator = known;
    indicator.denominator = whole.known / per;
    const double least = whole.known, most = whole.known + whole.open;
    if (least > 0) indicator.value = known / (least / per);
    if (most > 0) indicator.low = known / (most / per);
    // What is not recorded may be any amount, and land that is not surveyed may carry some: no upper bound then.
    if (unknown == 0 && whole.open <= kNoiseM2 && least > 0) indicator.high = known / (least / per);
    indicator.unknown_count = unknown + (whole.open > kNoiseM2 ? 1 : 0);
    const double told = known_land + open_land > 0 ? known_land / (known_land + open_land) : 1;
    indicator.completeness = most > 0 ? told * least / most : 0;
  }

  [[nodiscard]] std::optional<double> given(Statistic statistic) const { return m_records.statistics.at(static_cast<std::size_t>(statistic)); }

  // Two figures of the table of statistics. Both are the bureau's own, so there is a value or there is none.
  void quotient(std::string_view id, Statistic part, Statistic whole) {
    findings::Text formula{words(part).zh + "/" + words(whole).zh, words(part).en + "/" + words(whole).en};
    std::vector<std::string_view> missing;
    for (const Statistic each : {part, whole})
      if (!given(each)) missing.push_back(info(each).name);
    if (!missing.empty()) {
      lacking(id, std::move(formula), std::move(missing));
    } else {
      Indicator& indicator = add(id, std::move(formula));
      indicator.numerator = given(part);
      indicator.denominator = given(whole);
      indicator.completeness = 1;
      if (*indicator.denominator > 0) indicator.value = indicator.low = indicator.high = *indicator.numerator / *indicator.denominator;
    }
    m_result.back().source = kStatistics;
  }

  // A figure of the table of statistics over surveyed land, per m² or per hectare.
  void over_land(std::string_view id, findings::Text formula, Statistic figure, const Land& whole, double per = 1) {
    std::vector<std::string_view> missing = absent();
    if (!given(figure)) missing.push_back(info(figure).name);
    if (!missing.empty()) {
      lacking(id, std::move(formula), std::move(missing));
    } else {
      Indicator& indicator = add(id, std::move(formula));
      const double known = *given(figure), most = whole.known + whole.open;
      indicator.numerator = known;
      indicator.denominator = whole.known / per;
      if (whole.known > 0) indicator.value = indicator.high = known / *indicator.denominator;
      if (most > 0) indicator.low = known / (most / per);
      indicator.unknown_count = whole.open > kNoiseM2 ? 1 : 0;
      indicator.completeness = most > 0 ? whole.known / most : 0;
    }
    m_result.back().source = "land_status,statistics";
  }

  [[nodiscard]] static const Amount& on(const std::array<Amount, kOnCount>& amounts, On where) { return amounts[static_cast<std::size_t>(where)]; }

  void degree() {
    share("land_development_rate", same("(A+B21)/(A+B)"), absent(), ready(), developable(), true);
    share("land_supply_rate", same("D/(A+B21)"), absent(true), supplied(), ready(), false);
    share("land_built_rate", same("A/D"), absent(true), built(), supplied(), false);
    share("built_share_of_developable", same("A/(A+B)"), absent(), built(), developable(), true);
  }

  void structure() {
    share("industrial_land_rate", same("A2/A"), absent(), industrial(), built(), true);
    share("hightech_land_rate", same("H/A"), absent(false, false, true), {total(m_sums.high_tech), 0}, built(), false);
  }

  void intensity() {
    const std::string_view input = "buildings";
    rate("overall_plot_ratio", {"总建筑面积/A", "floor area/A"}, absent(), {{&on(m_sums.floor, On::built), input}}, built());
    rate("building_density", {"建筑基底/A", "footprint/A"}, absent(), {{&on(m_sums.footprint, On::built), input}}, built());
    rate("industrial_plot_ratio", {"工业建筑面积/A2", "industrial floor area/A2"}, absent(), {{&on(m_sums.floor, On::industrial), input}},
         industrial());
    rate("industrial_building_coefficient", {"(基底+堆场)/A2", "(footprints+yards)/A2"}, absent(),
         {{&on(m_sums.footprint, On::industrial), input}, {&on(m_sums.yard, On::industrial), "yard_area"}}, industrial());
  }

  void benefit() {
    const double ha = kSquareMetresPerHectare;
    const bool over_built = m_choice.industrial_fixed_asset_intensity == "A";
    rate("industrial_fixed_asset_intensity", findings::Text{"固定资产投资/", "fixed assets/"} + m_choice.industrial_fixed_asset_intensity, absent(),
         {{&on(m_sums.investment, On::industrial), "fixed_investment"}}, over_built ? built() : industrial(), ha);
    rate("industrial_output_intensity", {"年总收入/A2", "revenue/A2"}, absent(), {{&on(m_sums.revenue, On::industrial), "revenue"}}, industrial(),
         ha);
    rate("hightech_output_intensity", {"年总收入/H", "revenue/H"}, absent(false, false, true), {{&on(m_sums.revenue, On::high_tech), "revenue"}},
         {total(m_sums.high_tech), 0}, ha);
    rate("industrial_tax_per_land", {"年税收/A2", "tax/A2"}, absent(), {{&on(m_sums.tax, On::industrial), "tax"}}, industrial(), ha);
    rate("overall_tax_per_land", findings::Text{"年税收/", "tax/"} + m_choice.overall_tax_per_land, absent(), {{&on(m_sums.tax, On::built), "tax"}},
         m_choice.overall_tax_per_land == "A2" ? industrial() : built(), ha);
    over_land("population_density", {"常住人口/A", "residents/A"}, Statistic::population, built(), kSquareMetresPerHectare);
  }

  void management() {
    const bool over_built = m_choice.idle_rate == "A";
    share("idle_rate", same("G/" + m_choice.idle_rate), absent(!over_built, true), {m_sums.idle_m2, 0}, over_built ? built() : supplied(), false);
    quotient("expired_disposal_rate", Statistic::expired_disposed_area, Statistic::expired_area);
    idle_disposal();
    quotient("paid_use_rate", Statistic::paid_area, Statistic::paid_due_area);
    quotient("auction_rate", Statistic::auction_area, Statistic::auction_due_area);
    over_land("to_be_built_share", {"待建地/(A+B)", "land to be built/(A+B)"}, Statistic::to_be_built_area, developable());
    quotient("current_industrial_rate", Statistic::survey_industrial_area, Statistic::survey_construction_area);
    quotient("planned_industrial_rate", Statistic::plan_industrial_area, Statistic::plan_construction_area);
    years_left();
  }

  void idle_disposal() {
    Indicator& indicator = add("idle_disposal_rate", {"已处置/已认定闲置", "disposed of/determined idle"});
    indicator.source = kParcels;
    indicator.numerator = m_records.idle_disposed_m2;
    indicator.denominator = m_records.idle_determined_m2;
    indicator.completeness = 1;
    if (m_records.idle_determined_m2 > 0)
      indicator.value = indicator.low = indicator.high = m_records.idle_disposed_m2 / m_records.idle_determined_m2;
  }

  void years_left() {
    std::vector<std::string_view> missing = absent(true);
    if (!m_records.supplied_per_year_m2) missing.emplace_back("contract_on");
    const findings::Text formula{"E/年均供应", "E/supplied per year"};
    if (!missing.empty()) return lacking("remaining_supply_years", formula, std::move(missing));
    const Land left = of(m_sums.supply, "E");
    Indicator& indicator = add("remaining_supply_years", formula);
    indicator.numerator = left.known;
    indicator.denominator = m_records.supplied_per_year_m2;
    indicator.unknown_count = left.open > kNoiseM2 ? 1 : 0;
    indicator.completeness = left.known + left.open > 0 ? left.known / (left.known + left.open) : 1;
    if (*indicator.denominator <= 0) return;  // nothing was supplied: no number of years says how long the rest lasts
    indicator.value = indicator.low = left.known / *indicator.denominator;
    indicator.high = (left.known + left.open) / *indicator.denominator;
  }

  static constexpr double kNoiseM2 = 0.01;  // land below this is rounding of the overlay

  const StatusSums& m_sums;
  const Denominators& m_choice;
  const Records& m_records;
  std::vector<Indicator> m_result;
};

}  // namespace

std::vector<Indicator> evaluate(const StatusSums& sums, const Denominators& denominators, const Records& records) {
  return Evaluation(sums, denominators, records).run();
}

findings::Text input_words(std::string_view input) {
  struct Words {
    std::string_view input, zh, en;
  };
  static constexpr Words kInputs[] = {
      {kSurvey, "土地利用状况调查图斑（[land_status]）", "the survey of land status ([land_status])"},
      {"land_status.supply", "调查图斑的供应状况代码", "codes of supply in the survey of land status"},
      {"land_status.idle", "调查图斑的闲置代码", "codes of idle land in the survey of land status"},
      {"land_status.high_tech", "调查图斑的高新技术产业代码", "codes of high-tech industry in the survey of land status"},
      {"buildings", "建筑图层或调查图斑的建筑面积", "buildings, or floor areas in the survey of land status"},
      {"yard_area", "露天堆场及操作场面积", "open yards"},
      {"fixed_investment", "固定资产投资", "fixed investment"},
      {"revenue", "营业收入", "revenue"},
      {"tax", "税收", "taxes paid"},
      {"contract_on", "合同签订日期", "day of the contract"},
  };
  for (const Words& each : kInputs)
    if (each.input == input) return {std::string(each.zh), std::string(each.en)};
  for (std::size_t i = 0; i < kStatisticCount; ++i)
    if (const auto statistic = static_cast<Statistic>(i); info(statistic).name == input)
      return {"统计表的" + words(statistic).zh, words(statistic).en + " in the table of statistics"};
  return same(std::string(input));
}

std::string_view to_text(ZoneType type) {
  constexpr std::string_view kNames[] = {"industry-led", "city-industry", "other"};
  return kNames[static_cast<std::size_t>(type)];
}

ZoneShares zone_type(const StatusSums& sums, double industrial_above, double residential_from, std::string_view name) {
  ZoneShares shares;
  double built = 0, industrial = 0, residential = 0, undivided = 0;
  for (const auto& [code, area_m2] : sums.land) {
    if (!code.starts_with('A')) continue;
    built += area_m2;
    if (code.starts_with("A2")) industrial += area_m2;
    if (code.starts_with("A1")) residential += area_m2;
    if (code == "A") undivided += area_m2;
  }
  const double open = std::max<double>(0, sums.area_m2 - total(sums.land));
  if (sums.surveyed && built > 0) {
    shares.industrial = industrial / built;
    shares.residential = residential / built;
  }
  if (name.find("保税") != std::string_view::npos || name.find("加工区") != std::string_view::npos) {
    shares.type = ZoneType::industry_led;
    return shares;
  }
  if (!sums.surveyed || built <= 0) return shares;
  const auto type = [&](double of_industry, double of_housing, double of_built) {
    const bool industry = of_industry > industrial_above * of_built, housing = of_housing >= residential_from * of_built;
    return industry && !housing ? ZoneType::industry_led : !industry && housing ? ZoneType::city_industry : ZoneType::other;
  };
  // The corners of what is open: all of it industry, all of it housing, none of it built.
  const double most = built + open, free = undivided + open;
  const ZoneType known = type(industrial, residential, built);
  if (type(industrial + free, residential, most) == known && type(industrial, residential + free, most) == known &&
      type(industrial, residential, most) == known)
    shares.type = known;
  return shares;
}

}  // namespace yongdi::intensity
