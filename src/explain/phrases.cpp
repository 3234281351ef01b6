#include "explain/phrases.hpp"

#include <array>
#include <cmath>

#include "ledger/code_words.hpp"

namespace yongdi::explain {

namespace {

using measures::Certainty;
using measures::Exact;

constexpr double kSquareMetresPerHectare = 10000;
constexpr double kPercent = 100;
// Exact figures are shown as they are written; those with more places than anybody writes, rounded.
constexpr std::size_t kPlacesAsWritten = 6;
constexpr int kPlacesElse = 4;

// A code of a fact and what a clerk calls it.
struct CodeWords {
  std::string_view code, zh, en;
};
constexpr std::array<CodeWords, 32> kCodes = {{{"green", "绿", "green"},
                                               {"amber", "黄", "amber"},
                                               {"red", "红", "red"},
                                               {"pit", "深基坑", "deep pit"},
                                               {"piles", "桩基", "piles"},
                                               {"other", "其他", "other"},
                                               {"yes", "是", "yes"},
                                               {"no", "否", "no"},
                                               {"state", "国有", "state-owned"},
                                               {"collective", "集体", "collective"},
                                               {"national", "国家级", "national"},
                                               {"provincial", "省级", "provincial"},
                                               {"municipal", "市级", "municipal"},
                                               {"batch", "批次", "batch"},
                                               {"single", "单独选址", "single site"},
                                               {"extension", "延长动工开发期限", "extension of the start day"},
                                               {"adjust", "调整用途或规划条件", "change of use or planning conditions"},
                                               {"temporary", "安排临时使用", "temporary use"},
                                               {"buyback", "协议有偿收回", "buy-back by agreement"},
                                               {"swap", "置换土地", "swap for other land"},
                                               {"fee", "征缴土地闲置费", "idle fee"},
                                               {"recovery", "无偿收回", "recovery without compensation"},
                                               {"auction", "挂牌或拍卖", "auction"},
                                               {"none", "没有", "none"},
                                               {"G1", "未按约定交付土地", "land not handed over as agreed"},
                                               {"G2", "规划依法修改", "lawful change of plan"},
                                               {"G3", "国家政策改变规划建设条件", "national policy changed the building conditions"},
                                               {"G4", "群众信访或纠纷须先处理", "petitions or disputes to be settled first"},
                                               {"G5", "军事管制或文物保护", "military control or heritage protection"},
                                               {"G6", "政府及其部门的其他行为", "another act of government"},
                                               {"FM", "自然灾害等不可抗力", "natural disaster or other force majeure"},
                                               {"PRELIM", "动工开发必需的前期工作", "preliminary work that had to come first"}}};

template <std::size_t N>
Text looked_up(const std::array<CodeWords, N>& codes, std::string_view code) {
  for (const CodeWords& known : codes)
    if (known.code == code) return {std::string(known.zh), std::string(known.en)};
  return same(std::string(code));
}

std::string trimmed(std::string digits) {
  if (digits.find('.') == std::string::npos) return digits;
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.ends_with('.')) digits.pop_back();
  return digits;
}

std::string rounded(double value, int decimals) {
  const auto exact = Exact::from_double(value);
  return exact ? exact->to_string(decimals) : std::string("∞");
}

}  // namespace

std::string figure(double value, int decimals) { return trimmed(rounded(value, decimals)); }
std::string figure(const Exact& value) {
  const std::string digits = value.to_string();
  const std::size_t point = digits.find('.');
  const bool ends = point == std::string::npos || digits.size() - point <= kPlacesAsWritten + 1;
  return ends ? digits : figure(value, kPlacesElse);  // 2000/3 m²
}
std::string figure(const Exact& value, int decimals) { return trimmed(value.to_string(decimals)); }
std::string share(const Exact& value) {
  const Exact hundredths = value * Exact(100);
  const std::string digits = figure(hundredths);  // where this is not the figure itself, no decimal is
  return Exact::parse(digits) == hundredths ? digits + " %" : value.to_fraction();
}

Text code_words(std::string_view code) { return looked_up(kCodes, code); }
Text land_class(std::string_view code) {
  const ledger::CodeWords words = ledger::land_class_words(code);
  return {std::string(words.zh), std::string(words.en)};
}

Text unknown() { return {"未知", "unknown"}; }
Text square_metres(std::optional<double> area_m2) { return area_m2 ? same(figure(*area_m2, 2) + " m²") : unknown(); }
Text hectares(std::optional<double> area_m2) {
  if (!area_m2) return unknown();
  const std::string digits = rounded(*area_m2 / kSquareMetresPerHectare, 4);
  return {digits + " 公顷", digits + " ha"};
}
Text percent(std::optional<double> share) { return share ? same(rounded(*share * kPercent, 1) + " %") : unknown(); }
Text day(std::optional<measures::Day> day) { return day ? same(day->to_iso()) : unknown(); }

Text years(std::optional<int> count) {
  static const std::array<Text, 4> kWords = {{{"", ""}, {"一年", "one year"}, {"两年", "two years"}, {"三年", "three years"}}};
  if (!count) return {"规定期限", "the term"};
  if (*count > 0 && static_cast<std::size_t>(*count) < kWords.size()) return kWords.at(static_cast<std::size_t>(*count));
  const std::string digits = std::to_string(*count);
  return {" " + digits + " 年", digits + " years"};
}

Text words(idle::Class value, const idle::Terms& terms) {
  const Text idle = years(terms.idle_after_years), recover = years(terms.recover_after_years), stop = years(terms.stop_after_years);
  switch (value) {
    case idle::Class::NORMAL:
      return {"正常", "in order"};
    case idle::Class::LATE_START:
      return {"逾期动工，迟延未满" + idle.zh + "（不构成闲置）", "started late, by less than " + idle.en + " (not idle)"};
    case idle::Class::OVERDUE_START:
      return {"已过动工开发日期、未满" + idle.zh + "，尚未动工（尚不构成闲置）",
              "not started, less than " + idle.en + " past the start day (not idle yet)"};
    case idle::Class::IDLE_A1:
      return {"超过动工开发日期满" + idle.zh + "、不满" + recover.zh + "未动工",
              "not started for at least " + idle.en + " after the start day, but not yet " + recover.en};
    case idle::Class::IDLE_A2:
      return {"超过动工开发日期满" + recover.zh + "未动工", "not started for at least " + recover.en + " after the start day"};
    case idle::Class::IDLE_B:
      return {"中止开发建设满" + stop.zh + "，并且面积或者投资低于规定份额（可以认定为闲置）",
              "stopped for at least " + stop.en + ", with area or investment below its share (may be determined idle)"};
    case idle::Class::IDLE_ENDED:
      return {"曾超过动工开发日期满" + idle.zh + "未动工，现已动工（闲置状态已经结束）",
              "was not started for at least " + idle.en + " after the start day, and has started since (no longer idle)"};
    case idle::Class::IDLE_UNSURE:
      return {"中止开发建设满" + stop.zh + "，面积和投资资料不足，是否闲置不能确定",
              "stopped for at least " + stop.en + "; area and investment are not known well enough to tell whether it is idle"};
    case idle::Class::DATA_GAP:
      break;
  }
  return {"资料不足或者互相矛盾，是否闲置不能确定", "the record is incomplete or contradicts itself, so whether the land is idle cannot be told"};
}

Text words(idle::Stage value) {
  switch (value) {
    case idle::Stage::future:
      return {"基准日尚未供应", "not supplied by the as-of day"};
    case idle::Stage::pending:
      return {"已供应、未动工", "supplied, not started"};
    case idle::Stage::idle:
      return {"闲置", "idle"};
    case idle::Stage::building:
      return {"在建", "under construction"};
    case idle::Stage::completed:
      return {"已竣工", "completed"};
    case idle::Stage::undecided:
      break;
  }
  return {"待定", "undecided"};
}

Text words(idle::Cause value) { return code_words(to_text(value)); }

Text words(idle::Route value) {
  switch (value) {
    case idle::Route::fee:
      return {"征缴土地闲置费", "collect the idle fee"};
    case idle::Route::recover:
      return {"报经批准后无偿收回", "recover without compensation, after approval"};
    case idle::Route::negotiate:
      return {"与使用权人协商处置", "settle by agreement with the holder"};
    case idle::Route::review:
      break;
  }
  return {"由主管部门复核", "review by the department"};
}

Text words(idle::Foundation value) {
  return value == idle::Foundation::pit     ? Text{"深基坑", "deep pit"}
         : value == idle::Foundation::piles ? Text{"桩基", "piled foundation"}
                                            : Text{"其他基础", "other foundation"};
}

Text words(Certainty value) { return value == Certainty::yes ? Text{"是", "yes"} : value == Certainty::no ? Text{"否", "no"} : unknown(); }

Text severity(std::string_view code) {
  return code == "error"     ? Text{"错误", "error"}
         : code == "warning" ? Text{"警告", "warning"}
         : code == "notice"  ? Text{"提示", "notice"}
                             : Text{"信息", "info"};
}

Text field(facts::Layer layer, std::string_view name) {
  const std::size_t at = facts::find_field(layer, name);
  if (at == facts::kNoField) return {};
  const facts::Field& field = facts::fields(layer)[at];
  return {std::string(field.zh), std::string(field.en)};
}

Text value(const facts::Field& field, const facts::Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    const bool coded = field.kind == facts::Kind::code || field.kind == facts::Kind::yes_no;
    return coded ? code_words(*text) : same(*text);
  }
  if (const auto* on = std::get_if<measures::Day>(&value)) return same(on->to_iso());
  const auto* number = std::get_if<Exact>(&value);
  if (number == nullptr) return unknown();
  if (field.kind == facts::Kind::area) return same(figure(*number) + " m²");
  if (field.name == "foundation_done") return same(share(*number));
  if (field.kind == facts::Kind::money) return {figure(*number) + " 万元", figure(*number) + " ×10⁴ yuan"};
  return same(figure(*number));
}

Text same(std::string words) { return {words, words}; }
Text operator+(Text a, const Text& b) { return {std::move(a.zh) + b.zh, std::move(a.en) + b.en}; }
bool empty(const Text& text) { return text.zh.empty(); }

Text joined(const std::vector<Text>& parts, const Text& between) {
  Text result;
  for (const Text& part : parts) result = empty(result) ? part : result + between + part;
  return result;
}
Text list(const std::vector<Text>& parts) { return joined(parts, {"、", ", "}); }

}  // namespace yongdi::explain
