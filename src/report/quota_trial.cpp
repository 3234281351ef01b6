#include "report/quota_trial.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "report/display.hpp"

namespace yongdi::report {
namespace {

using Json = nlohmann::ordered_json;
using measures::Exact;

constexpr int kPlaces = 2;

class Figures {
 public:
  explicit Figures(const measures::Unit& measure) : m_measure(measure) {}
  [[nodiscard]] std::string of(const Exact& m2) const { return (m2 / m_measure.factor()).to_string(kPlaces); }
  // "+12.00"; nothing when nothing changed.
  [[nodiscard]] std::string change(const Exact& m2) const {
    if (m2.is_zero()) return "";
    return fmt::format("{}{}", m2.is_negative() ? "" : "+", of(m2));
  }

 private:
  const measures::Unit& m_measure;
};

std::string variants_table(const workflow::TrialResult& result, const Figures& figures, Language language) {
  TextTable table;
  table.add_column(in(language, "园区", "park"));
  table.add_column(in(language, result.base.name), Align::right);
  for (const workflow::Variant& variant : result.variants) {
    table.add_column(in(language, variant.name), Align::right);
    table.add_column("±", Align::right);
  }
  const auto row = [&](const std::string& head, const Exact& base, auto figure) {
    std::vector<std::string> cells = {head, figures.of(base)};
    for (const workflow::Variant& variant : result.variants) {
      if (variant.infeasible) {
        cells.insert(cells.end(), {std::string(in(language, "不可行", "infeasible")), ""});
        continue;
      }
      cells.push_back(figures.of(figure(variant)));
      cells.push_back(figures.change(figure(variant) - base));
    }
    table.add_row(std::move(cells));
  };
  for (std::size_t i = 0; i < result.parks.size(); ++i)
    row(result.parks[i], result.base.quota_m2[i], [i](const workflow::Variant& variant) { return variant.quota_m2[i]; });
  row(std::string(in(language, "预留和未分配", "kept back or undistributed")), result.base.reserve_m2,
      [](const workflow::Variant& variant) { return variant.reserve_m2; });
  std::string text = table.to_string();
  for (const workflow::Variant& variant : result.variants)
    if (variant.infeasible) text += fmt::format("{}: {}\n", in(language, variant.name), printable(in(language, *variant.infeasible)));
  return text;
}

std::string marginal_table(const workflow::TrialResult& result, const Figures& figures, Language language) {
  TextTable table;
  table.add_column(in(language, "园区", "park"));
  table.add_column(in(language, "多处置一公顷", "one hectare more of"));
  table.add_column(in(language, "核定增加", "credit gained"), Align::right);
  table.add_column(in(language, "指标增加", "quota gained"), Align::right);
  for (const workflow::Marginal& each : result.marginal)
    table.add_row(
        {result.parks[each.park], std::string(in(language, quota::words(each.kind))), figures.of(each.credit_m2), figures.of(each.quota_m2)});
  return "\n" + table.to_string();
}

std::string leverage_table(const workflow::TrialResult& result, const Figures& figures, Language language) {
  TextTable table;
  table.add_column(in(language, "占位参数 ±10 %", "placeholder ±10 %"));
  table.add_column(in(language, "现值", "value"), Align::right);
  table.add_column(in(language, "易手的指标", "quota that moves"), Align::right);
  table.add_column(in(language, "变动最大的园区", "park that moves most"));
  table.add_column("±", Align::right);
  for (const workflow::Leverage& each : result.leverage)
    table.add_row({in(language, quota::parameter_words(each.parameter)), each.value.to_string(), figures.of(each.moved_m2),
                   each.park ? result.parks[*each.park] : "—", each.park ? figures.change(each.park_change_m2) : ""});
  std::string text = "\n" + table.to_string();
  if (result.leverage.empty()) text = std::string(in(language, "\n没有用到占位参数。\n", "\nNo placeholder was used.\n"));
  for (const workflow::Leverage& each : result.leverage)
    if (each.infeasible)
      text += fmt::format("{}: {}\n", in(language, quota::parameter_words(each.parameter)), printable(in(language, *each.infeasible)));
  return text;
}

Json variant_json(const workflow::Variant& variant) {
  Json json = {{"name", variant.name.en}, {"quota_m2", Json::array()}, {"reserve_m2", nullptr}, {"infeasible", nullptr}};
  if (variant.infeasible) {
    json["infeasible"] = {{"zh", variant.infeasible->zh}, {"en", variant.infeasible->en}};
    return json;
  }
  for (const Exact& each : variant.quota_m2) json["quota_m2"].push_back(each.to_double());
  json["reserve_m2"] = variant.reserve_m2.to_double();
  return json;
}

}  // namespace

std::string trial_tables(const workflow::TrialResult& result, Language language) {
  const Figures figures(*result.measure);
  std::string text = language == Language::zh ? fmt::format("试算，单位{}；没有写出任何文件\n\n", result.measure->name_zh)
                                              : fmt::format("A trial, figures in {}; nothing was written\n\n", result.measure->name);
  text += variants_table(result, figures, language);
  if (!result.marginal.empty()) text += marginal_table(result, figures, language);
  if (result.with_leverage) text += leverage_table(result, figures, language);
  return text;
}

std::string trial_json(const workflow::TrialResult& result) {
  Json json = {{"label", "测算 estimate"},  {"parks", result.parks},     {"base", variant_json(result.base)},
               {"variants", Json::array()}, {"marginal", Json::array()}, {"placeholders", Json::array()}};
  for (const workflow::Variant& variant : result.variants) json["variants"].push_back(variant_json(variant));
  for (const workflow::Marginal& each : result.marginal)
    json["marginal"].push_back({{"park", result.parks[each.park]},
                                {"kind", quota::to_text(each.kind)},
                                {"credit_m2", each.credit_m2.to_double()},
                                {"quota_m2", each.quota_m2.to_double()}});
  for (const workflow::Leverage& each : result.leverage)
    json["placeholders"].push_back({{"parameter", each.parameter},
                                    {"value", each.value.to_double()},
                                    {"moved_m2", each.moved_m2.to_double()},
                                    {"park", each.park ? Json(result.parks[*each.park]) : Json(nullptr)},
                                    {"park_change_m2", each.park_change_m2.to_double()}});
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace yongdi::report
