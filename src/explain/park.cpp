// The story of a park: where every hectare went, and the indicators with what they are made of.
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "explain/evaluation_steps.hpp"
#include "explain/parts.hpp"
#include "explain/phrases.hpp"
#include "explain/sharing.hpp"
#include "intensity/evaluation.hpp"
#include "ledger/indicators.hpp"
#include "ledger/reader.hpp"

namespace yongdi::explain {

namespace {

constexpr double kSquareMetresPerUnit = 1;  // hectares are printed with four places: whole square metres
constexpr int kHectareDecimals = 4;
constexpr int kPercentDecimals = 1;
constexpr std::int64_t kPercentUnits = 1000;  // 100.0 %

Section balance(const ParkFile& file) {
  Section section{{"土地平衡", "Where the land is"}, false, {}, {}};
  section.table.push_back({{"类别", "Class"}, {"公顷", "ha"}, {"占比 %", "share %"}});
  std::vector<double> known;
  for (const ledger::ParkBalanceRow& row : file.balance)
    if (row.area_m2) known.push_back(*row.area_m2);
  const double sum = std::accumulate(known.begin(), known.end(), 0.0);
  const auto whole = static_cast<std::int64_t>(std::llround(sum / kSquareMetresPerUnit));
  const Whole areas = share_out(known, whole), shares = share_out(known, sum > 0 ? kPercentUnits : 0);
  std::size_t at = 0;
  for (const ledger::ParkBalanceRow& row : file.balance) {
    if (!row.area_m2) {
      section.table.push_back({land_class(row.class_name), {"未评价", "not assessed"}, same("—")});
      continue;
    }
    section.table.push_back(
        {land_class(row.class_name), same(with_point(areas.units[at], kHectareDecimals)), same(with_point(shares.units[at], kPercentDecimals))});
    ++at;
  }
  section.table.push_back({{"合计", "Total"}, same(with_point(whole, kHectareDecimals)), same(sum > 0 ? "100.0" : "—")});
  Steps steps(section);
  std::vector<Text> moved;
  const auto count = [&](std::size_t many, std::string_view zh, std::string_view one, std::string_view several) {
    if (many > 0)
      moved.push_back({std::to_string(many) + " 个" + std::string(zh), std::to_string(many) + " " + std::string(many == 1 ? one : several)});
  };
  count(areas.adjusted, "面积", "area", "areas");
  count(shares.adjusted, "占比", "share", "shares");
  if (const Text which = joined(moved, {"、", " and "}); !empty(which))
    steps.add("为使各行之和等于合计，" + which.zh + "的末位作了进退一位的调整（最大余数法）。",
              "To make the rows add up to the total, the last digit was moved by one in " + which.en + " (largest remainder).");
  if (file.row.area_m2) {
    const Text area = square_metres(file.row.area_m2), rest = square_metres(std::abs(*file.row.area_m2 - sum));
    steps.add("园区面积 " + area.zh + "，各类合计与之相差 " + rest.zh + "。",
              "The park has " + area.en + "; the classes differ from it by " + rest.en + ".");
  }
  return section;
}

// How numerator and denominator of an indicator are printed.
struct Measure {
  Text numerator, denominator, value;
  int decimals;
};
Measure measure_of(std::string_view unit) {
  const ledger::UnitWords words = ledger::unit_words(unit);
  const Text m2 = same(" m²"), value{" " + std::string(words.zh), " " + std::string(words.en)};
  if (unit == "万元/公顷") return {{" 万元", " ×10⁴ yuan"}, {" 公顷", " ha"}, value, 2};
  if (unit == "person/ha") return {{" 人", " persons"}, {" 公顷", " ha"}, value, 1};
  if (unit == "m²") return {m2, m2, m2, 2};
  if (unit == "year") return {m2, {" m²/年", " m² a year"}, value, 1};
  return {m2, m2, {}, 4};
}

Text named(const ledger::ParkIndicatorRow& row) {
  const ledger::IndicatorInfo* const known = ledger::find_indicator(row.indicator, row.source.value_or(""));
  return known != nullptr ? Text{known->zh(), known->en()} : same(row.indicator);
}

Text amount(ledger::Number value, int decimals, const Text& unit) { return value ? same(figure(*value, decimals)) + unit : unknown(); }

Section indicators(const ParkFile& file) {
  Section section{{"指标", "Indicators"}, true, {}, {}};
  Steps steps(section);
  std::map<std::string, std::size_t> lacking;  // what is not there, and how many indicators hang on it
  bool told_of_parcels = false;
  for (const ledger::ParkIndicatorRow& row : file.indicators) {
    if (row.missing && !row.value) {
      for (const std::string& input : ledger::split_list(*row.missing)) ++lacking[input];
      continue;
    }
    // Without a survey the share of idle land is that of the check: told once.
    if (row.indicator == "idle_rate") told_of_parcels = row.source != "land_status";
    if (row.indicator == "idle_rate_check" && told_of_parcels) continue;
    const Measure measure = measure_of(row.unit);
    Text text = named(row) + Text{"：", ": "};
    if (!row.value && !row.numerator) {
      steps.add(text + Text{"未知（未评价或没有资料）。", "unknown (not assessed, or nothing on record)."});
      continue;
    }
    if (row.formula_zh && row.formula_en) text = text + Text{*row.formula_zh + " = ", *row.formula_en + " = "};
    if (row.unit != "m²")
      text = text + amount(row.numerator, 2, measure.numerator) + same(" ÷ ") + amount(row.denominator, 4, measure.denominator) + same(" = ");
    text = text + amount(row.value, measure.decimals, measure.value);
    if (row.published_national)
      text = text + Text{"（全国通报 ", " (national bulletin "} + amount(row.published_national, measure.decimals, measure.value) + Text{"）", ")"};
    if (row.published_provincial)
      text =
          text + Text{"（本省通报 ", " (provincial bulletin "} + amount(row.published_provincial, measure.decimals, measure.value) + Text{"）", ")"};
    if (row.unknown_count && *row.unknown_count > 0) {
      const std::string count = std::to_string(*row.unknown_count);
      const Text low = amount(row.low, measure.decimals, measure.value);
      const std::string counter = row.source == "parcels" || !row.source ? " 宗" : " 项";  // parcels, or else surveyed land and approvals
      text = text + Text{"；这是已知部分之比，另有 " + count + counter + "资料未知，全部计入则不低于 " + low.zh,
                         "; that is over what is known: " + count + " more have unknown data, and with them it is at least " + low.en};
      if (row.high) {
        const Text high = amount(row.high, measure.decimals, measure.value);
        text = text + Text{"、不高于 " + high.zh, " and at most " + high.en};
      } else {
        text = text + Text{"，没有上限", ", with no upper bound"};
      }
    }
    if (row.assessment) text = text + Text{"；与上限相比为", "; against its limit "} + code_words(*row.assessment);
    steps.add(text + Text{"。", "."});
  }
  std::vector<Text> wanting;
  for (const auto& [what, count] : lacking)
    wanting.push_back(intensity::input_words(what) + Text{"（" + std::to_string(count) + " 项指标）", " (for " + std::to_string(count) + ")"});
  if (const Text all = list(wanting); !empty(all))
    steps.add("其余集约利用评价指标未知，缺少：" + all.zh + "。",
              "The other indicators of land-intensity evaluation are unknown, for want of: " + all.en + ".");
  return section;
}

ledger::Number class_area(const ParkFile& file, std::string_view name) {
  for (const ledger::ParkBalanceRow& row : file.balance)
    if (row.class_name == name) return row.area_m2;
  return std::nullopt;
}

}  // namespace

Story tell_park(const ParkFile& file, const Ground& ground) {
  Story story;
  story.subject = "park";
  story.id = file.row.park_id;
  story.title = Text{"园区 ", "Park "} + same(story.id + (file.row.name ? "  " + *file.row.name : ""));
  if (file.row.level) story.head.push_back({{"级别", "Level"}, code_words(*file.row.level)});
  if (file.row.parent_id) story.head.push_back({{"主园区", "Part of"}, same(*file.row.parent_id)});
  story.head.push_back({{"面积", "Area"}, areas(file.row.approved_area_m2, file.row.area_plane_m2, file.row.area_ellipsoid_m2, ground)});
  add_ground(story, ground);
  const ledger::Number unsupplied = class_area(file, "unsupplied");
  const Text open = unsupplied ? hectares(unsupplied) : Text{"未评价", "not assessed"};
  const Text idle = hectares(class_area(file, "idle")), undecided = hectares(class_area(file, "undecided")), area = hectares(file.row.area_m2);
  story.verdict = {"总面积 " + area.zh + "，其中批而未供 " + open.zh + "，闲置（疑似或已认定）" + idle.zh + "，待定 " + undecided.zh + "。",
                   area.en + " in all, of which approved but unsupplied " + open.en + ", idle (suspected or determined) " + idle.en + ", undecided " +
                       undecided.en + "."};
  story.sections.push_back(balance(file));
  story.sections.push_back(indicators(file));
  if (Section evaluation = evaluation_section(file, ground); !evaluation.steps.empty()) story.sections.push_back(std::move(evaluation));
  Section found = findings_section(file.findings);
  const std::string count = std::to_string(file.findings.size());
  found.heading = found.heading + Text{"（" + count + " 项）", " (" + count + ")"};
  story.sections.push_back(std::move(found));
  story.sections.push_back(documents_section(story.sections, ground.rules_missing));
  story.findings = file.findings;
  return story;
}

}  // namespace yongdi::explain
