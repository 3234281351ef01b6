#pragma once
// The parameters of the quota: from the documents in force for the plan year, each with its article and status; or set by hand for a trial.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "findings/failure.hpp"
#include "measures/day.hpp"
#include "measures/exact.hpp"
#include "quota/disposal.hpp"
#include "rulebook/parameters.hpp"
#include "rulebook/rulebook.hpp"

namespace yongdi::quota {

enum class Completion : std::uint8_t { none, one, both };  // of the two disposal tasks of a park
std::string_view to_text(Completion completion);
findings::Text words(Completion completion);  // 两项处置任务均已完成

// Every parameter begins with this in the rule files; people may leave it out.
inline constexpr std::string_view kPrefix = "quota.";
std::string full_name(std::string_view name);  // with it

struct Parameter {
  std::string name;  // "quota.factor.alpha"
  measures::Exact value;
  std::string rule_id;   // of the ledger's table `rule`: "plan-2024.toml#quota…"; empty when set by hand
  findings::Text cited;  // "自然资规〔2018〕1号 第一条"
  bool placeholder = false;
};

// What a square metre disposed of earns: quota.k.<kind>.<completion>, and for approvals from a year on quota.k.<kind>.from_<year>.<completion>.
struct Coefficient {
  Kind kind;
  std::optional<int> from;
  Completion completion;
  Parameter parameter;
};

// What a parameter of the quota is, as a clerk would say it: "批而未供处置系数（两项任务均完成）", "因素法中基数的权重".
findings::Text parameter_words(std::string_view name);
findings::Text parameter_figure(const Parameter& parameter);  // "0.5", "是"

// A figure set by hand for a trial, by the name of the parameter with or without kPrefix.
using Settings = std::map<std::string, measures::Exact, std::less<>>;

class Parameters {
 public:
  // Throws findings::Failure (Exit::usage) for a setting that names no parameter in force (with the nearest), and for a coefficient name that
  // cannot be read.
  Parameters(const rulebook::Rulebook& rules, measures::Day day, const Settings& set = {});

  // Null when no document in force gives it.
  [[nodiscard]] const Parameter* find(rulebook::Name name) const { return look_up(name); }
  // Throws findings::Failure (Exit::usage) that names the parameter and the day.
  [[nodiscard]] const Parameter& need(rulebook::Name name) const { return look_up_or_refuse(name); }
  // The coefficient of the latest year not after the cohort; of a disposal without cohort, the smallest there is. Throws like need().
  [[nodiscard]] const Parameter& coefficient(Kind kind, std::optional<int> cohort, Completion completion) const;
  // Whether the cohort decides the coefficient of that kind.
  [[nodiscard]] bool by_cohort(Kind kind) const;
  // α, β, γ, δ. They must sum to 1. When some are set by hand, the others are scaled to what these leave. Throws findings::Failure (Exit::usage)
  // when they do not, or cannot.
  [[nodiscard]] std::vector<Parameter> weights() const;
  [[nodiscard]] const std::vector<Parameter>& all() const { return m_all; }  // by name
  [[nodiscard]] measures::Day day() const { return m_day; }

 private:
  [[nodiscard]] const Parameter* look_up(std::string_view name) const;
  [[nodiscard]] const Parameter& look_up_or_refuse(std::string_view name) const;

  measures::Day m_day;
  std::vector<Parameter> m_all;
  std::vector<Coefficient> m_coefficients;
};

}  // namespace yongdi::quota
