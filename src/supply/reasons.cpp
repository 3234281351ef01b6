#include "supply/reasons.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

namespace yongdi::supply {
namespace {

using measures::Certainty;
using measures::Exact;

constexpr std::string_view kMethods = " 9 10 11 12 13 14 ";  // codes of the form; the others are reasons

// One amount that is not known leaves the sum unknown.
std::optional<Exact> sum(std::span<const ReasonEntry> entries, bool methods) {
  Exact total;
  for (const ReasonEntry& entry : entries) {
    if (!entry.code) return std::nullopt;  // it may be either
    if (entry.is_method() != methods) continue;
    if (!entry.area) return std::nullopt;
    total += *entry.area;
  }
  return total;
}

Certainty adds_up(const std::optional<Exact>& sum, const std::optional<Exact>& unsupplied, const std::optional<Exact>& tolerance) {
  if (!sum || !unsupplied || !tolerance) return Certainty::unknown;
  const Exact difference = *sum < *unsupplied ? *unsupplied - *sum : *sum - *unsupplied;
  return measures::certain(difference <= *tolerance);
}

}  // namespace

bool ReasonEntry::is_method() const { return code && kMethods.find(" " + std::to_string(*code) + " ") != std::string_view::npos; }

std::vector<ReasonEntry> read_reasons(const facts::Table& reasons, std::span<const facts::Row> rows) {
  const facts::Column code(reasons, "code"), area(reasons, "area"), due(reasons, "due"), kind(reasons, "kind");
  std::vector<ReasonEntry> entries;
  for (const facts::Row& row : rows) {
    ReasonEntry& entry = entries.emplace_back();
    if (const std::string* written = code.text(row)) {
      int number = 0;
      const auto end = std::from_chars(written->data(), written->data() + written->size(), number);
      if (end.ec == std::errc()) entry.code = number;
    }
    entry.area = area.exact(row);
    entry.has_due = due.known(row);
    if (const std::string* named = kind.text(row)) entry.kind_agrees = !entry.code || (*named == "method") == entry.is_method();
  }
  return entries;
}

ReasonCheck check_reasons(std::span<const ReasonEntry> entries, const std::optional<Exact>& unsupplied_m2, const std::optional<Exact>& tolerance_m2) {
  ReasonCheck check;
  check.reasons_m2 = sum(entries, false);
  check.methods_m2 = sum(entries, true);
  check.reasons_add_up = adds_up(check.reasons_m2, unsupplied_m2, tolerance_m2);
  check.methods_add_up = adds_up(check.methods_m2, unsupplied_m2, tolerance_m2);
  const bool chosen = std::any_of(entries.begin(), entries.end(), [](const ReasonEntry& entry) { return entry.has_due; });
  if (chosen)
    check.has_time_limit = Certainty::yes;
  else if (unsupplied_m2)
    check.has_time_limit = measures::certain(unsupplied_m2->is_zero());
  return check;
}

}  // namespace yongdi::supply
