#include "quota/parameters.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "measures/nearest.hpp"

namespace yongdi::quota {
namespace {

using findings::Exit;
using findings::Failure;
using measures::Exact;

constexpr std::array<rulebook::Name, 4> kWeights = {"quota.factor.alpha", "quota.factor.beta", "quota.factor.gamma", "quota.factor.delta"};
constexpr std::string_view kFamily = rulebook::Name("quota.k.*");
constexpr std::string_view kCoefficients = kFamily.substr(0, kFamily.size() - 1);
constexpr std::array kCompletions = {Completion::none, Completion::one, Completion::both};

struct CoefficientName {
  Kind kind;
  std::optional<int> from;
  Completion completion;
};

// "quota.k.idle.from_2019.both"
std::optional<CoefficientName> read_coefficient(std::string_view name) {
  std::string_view rest = name.substr(kCoefficients.size());
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t dot = rest.find('.');
    parts.push_back(rest.substr(0, dot));
    if (dot == std::string_view::npos) break;
    rest.remove_prefix(dot + 1);
  }
  if (parts.size() != 2 && parts.size() != 3) return std::nullopt;
  const auto kind = kind_of(parts.front());
  const auto completion = std::find_if(kCompletions.begin(), kCompletions.end(), [&](Completion each) { return to_text(each) == parts.back(); });
  if (!kind || completion == kCompletions.end()) return std::nullopt;
  CoefficientName result{*kind, std::nullopt, *completion};
  if (parts.size() == 3) {
    constexpr std::string_view kFrom = "from_";
    if (!parts[1].starts_with(kFrom)) return std::nullopt;
    const std::string_view digits = parts[1].substr(kFrom.size());
    int year = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), year);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    result.from = year;
  }
  return result;
}

Parameter from_document(const rulebook::InForce& found) {
  const rulebook::Document& document = *found.document;
  const rulebook::Parameter& parameter = *found.parameter;
  return {parameter.name,
          parameter.value,
          document.file + "#" + parameter.name,
          {document.number + " " + parameter.article.zh, document.number + ", " + parameter.article.en},
          parameter.status == rulebook::Status::placeholder};
}

}  // namespace

std::string full_name(std::string_view name) { return name.starts_with(kPrefix) ? std::string(name) : std::string(kPrefix) + std::string(name); }

findings::Text parameter_words(std::string_view name) {
  if (name.starts_with(kCoefficients)) {
    const auto coefficient = read_coefficient(name);
    if (!coefficient) return {std::string(name), std::string(name)};
    const findings::Text land = words(coefficient->kind), tasks = words(coefficient->completion);
    const std::string year = coefficient->from ? std::to_string(*coefficient->from) : "";
    return {land.zh + "处置系数（" + (year.empty() ? "" : year + " 年起批准；") + tasks.zh + "）",
            "coefficient of " + land.en + " land (" + (year.empty() ? "" : "approved from " + year + "; ") + tasks.en + ")"};
  }
  const rulebook::ParameterInfo* const declared = rulebook::find_parameter(name);
  if (declared == nullptr) return {std::string(name), std::string(name)};
  return {std::string(declared->zh), std::string(declared->en)};
}

findings::Text parameter_figure(const Parameter& parameter) {
  const rulebook::ParameterInfo* const declared = rulebook::find_parameter(parameter.name);
  if (declared != nullptr && declared->unit == "yes_no") return parameter.value.is_zero() ? findings::Text{"否", "no"} : findings::Text{"是", "yes"};
  const std::string figure = parameter.value.to_string();
  return {figure, figure};
}

std::string_view to_text(Completion completion) { return completion == Completion::both ? "both" : completion == Completion::one ? "one" : "none"; }

Parameters::Parameters(const rulebook::Rulebook& rules, measures::Day day, const Settings& set) : m_day(day) {
  for (const rulebook::InForce& found : rules.in_force(day))
    if (found.parameter->name.starts_with(kPrefix) && found.parameter->use == rulebook::Use::rule) m_all.push_back(from_document(found));
  for (const auto& [name, value] : set) {
    const std::string full = full_name(name);
    const auto parameter = std::find_if(m_all.begin(), m_all.end(), [&](const Parameter& each) { return each.name == full; });
    if (parameter == m_all.end()) {
      std::vector<std::string_view> names;
      for (const Parameter& each : m_all) names.push_back(std::string_view(each.name).substr(kPrefix.size()));
      const std::string nearest(measures::nearest_name(std::string_view(full).substr(kPrefix.size()), names));
      throw Failure(Exit::usage, {"没有名为“" + name + "”的指标参数" + (nearest.empty() ? "" : "，是否应为“" + nearest + "”") +
                                      "。全部参数见 yongdi rules list 或规则文件中以 quota. 开头的参数。",
                                  "there is no quota parameter \"" + name + "\"." + (nearest.empty() ? "" : " Did you mean \"" + nearest + "\"?") +
                                      " All of them begin with \"quota.\" in the rule files."});
    }
    parameter->value = value;
    parameter->rule_id.clear();
    parameter->cited = {"试算所设", "set for this trial"};
    parameter->placeholder = false;
  }
  for (const Parameter& parameter : m_all) {
    if (!parameter.name.starts_with(kCoefficients)) continue;
    const auto coefficient = read_coefficient(parameter.name);
    if (!coefficient)
      throw Failure(Exit::usage,
                    {"规则参数 " + parameter.name + " 的名称不合写法。应为 quota.k.<unsupplied|idle|inefficient>[.from_年份].<both|one|none>。",
                     "the rule parameter " + parameter.name +
                         " has no name that can be read. Write quota.k.<unsupplied|idle|inefficient>[.from_YEAR].<both|one|none>."});
    m_coefficients.push_back({coefficient->kind, coefficient->from, coefficient->completion, parameter});
  }
}

const Parameter* Parameters::look_up(std::string_view name) const {
  const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const Parameter& each) { return each.name == name; });
  return found == m_all.end() ? nullptr : &*found;
}

const Parameter& Parameters::look_up_or_refuse(std::string_view name) const {
  if (const Parameter* found = look_up(name)) return *found;
  const std::string full(name), day = m_day.to_iso();
  throw Failure(Exit::usage,
                {"规则集中没有在 " + day + " 有效的参数 " + full + "，指标无法测算。请在规则文件中补上（附条款和来源），或换用包含它的规则集。",
                 "no document of the rulebook gives the parameter " + full + " on " + day +
                     ", so no quota can be worked out. Add it to a rule file (with article and status), or use a rulebook that has it."});
}

const Parameter& Parameters::coefficient(Kind kind, std::optional<int> cohort, Completion completion) const {
  const Coefficient* best = nullptr;
  for (const Coefficient& each : m_coefficients) {
    if (each.kind != kind || each.completion != completion) continue;
    if (!cohort) {
      if (best == nullptr || each.parameter.value < best->parameter.value) best = &each;
    } else if (!each.from || *each.from <= *cohort) {
      if (best == nullptr || !best->from || (each.from && *each.from > *best->from)) best = &each;
    }
  }
  if (best != nullptr) return best->parameter;
  return look_up_or_refuse(std::string(kCoefficients) + std::string(to_text(kind)) + "." + std::string(to_text(completion)));
}

bool Parameters::by_cohort(Kind kind) const {
  return std::any_of(m_coefficients.begin(), m_coefficients.end(), [&](const Coefficient& each) { return each.kind == kind && each.from; });
}

std::vector<Parameter> Parameters::weights() const {
  std::vector<Parameter> weights;
  Exact sum, by_hand, by_document;
  for (const rulebook::Name name : kWeights) {
    const Parameter& weight = weights.emplace_back(need(name));
    sum += weight.value;
    (weight.rule_id.empty() ? by_hand : by_document) += weight.value;
    if (weight.value.is_negative())
      throw Failure(Exit::usage, {"权重 " + weight.name + " 为 " + weight.value.to_string() + "，不能小于 0。请改正。",
                                  "the weight " + weight.name + " is " + weight.value.to_string() + " and must not be below 0. Please correct it."});
  }
  if (sum == Exact(1)) return weights;
  const Exact left = Exact(1) - by_hand;
  const bool scalable = by_hand > Exact(0) || std::any_of(weights.begin(), weights.end(), [](const Parameter& each) { return each.rule_id.empty(); });
  if (!scalable || left.is_negative() || (by_document.is_zero() && !left.is_zero())) {
    const std::string figure = sum.to_string();
    throw Failure(Exit::usage, {"因素法的四个权重 quota.factor.alpha、beta、gamma、delta 之和为 " + figure + "，应为 1。请改正。",
                                "the four weights quota.factor.alpha, beta, gamma and delta of the factor rule sum to " + figure +
                                    " and must sum to 1. Please correct them."});
  }
  for (Parameter& weight : weights) {
    if (weight.rule_id.empty()) continue;
    weight.value = by_document.is_zero() ? Exact(0) : weight.value / by_document * left;
  }
  return weights;
}

}  // namespace yongdi::quota
