#include "disposal/changed_facts.hpp"

#include <algorithm>

namespace yongdi::disposal {
namespace {

const facts::Value& value(const facts::Table& table, std::size_t field) {
  static const facts::Value kUnknown;
  const auto place = std::lower_bound(table.columns.begin(), table.columns.end(), field);
  return place == table.columns.end() || *place != field ? kUnknown
                                                         : table.rows.front().values[static_cast<std::size_t>(place - table.columns.begin())];
}

void add(std::string& list, std::string_view name) { list.append(list.empty() ? "" : ",").append(name); }

}  // namespace

std::string changed_facts(const std::optional<facts::Table>& first, const std::optional<facts::Table>& second) {
  std::string changed;
  if (!first || !second) return changed;
  const auto fields = facts::fields(first->layer);
  for (std::size_t field = 0; field < fields.size(); ++field)
    if (value(*first, field) != value(*second, field)) add(changed, fields[field].name);
  return changed;
}

std::string changed_law(const std::map<std::string, std::string>& first, const std::map<std::string, std::string>& second) {
  std::string changed;
  auto a = first.begin();
  auto b = second.begin();
  while (a != first.end() || b != second.end()) {
    if (b == second.end() || (a != first.end() && a->first < b->first)) {
      add(changed, (a++)->first);
    } else if (a == first.end() || b->first < a->first) {
      add(changed, (b++)->first);
    } else {
      if (a->second != b->second) add(changed, a->first);
      ++a;
      ++b;
    }
  }
  return changed;
}

}  // namespace yongdi::disposal
