#include "rulebook/consistency.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "measures/nearest.hpp"
#include "rulebook/parameters.hpp"

namespace yongdi::rulebook {

using findings::Text;

namespace {

bool overlap(const Document& a, const Document& b) {
  return (!a.in_force_to || b.in_force_from <= *a.in_force_to) && (!b.in_force_to || a.in_force_from <= *b.in_force_to);
}

std::string place(const Document& document, std::int64_t line) { return document.file + ":" + std::to_string(line); }

void add(Problems& problems, const Document& at, std::int64_t line, Text wrong, Text mend, Problem::Weight weight = Problem::Weight::error) {
  problems.push_back({weight, at.file, line, std::move(wrong), std::move(mend)});
}

// Two texts under one number: the same version twice, or two versions at once. True when there is nothing to compare beyond that.
bool check_versions(const Document& earlier, const Document& later, Problems& problems) {
  if (earlier.number != later.number) return false;
  if (earlier.version == later.version) {
    const std::string version = later.version.empty() ? "" : "（" + later.version + "）";
    add(problems, later, 1,
        {"文号 " + later.number + version + " 与 " + earlier.file + " 相同",
         "the number " + later.number + version + " is already that of " + earlier.file},
        {"删去其中一个文件，或写明不同的 version。", "Remove one of the files, or give them different versions."});
    return true;
  }
  if (!overlap(earlier, later)) return false;
  add(problems, later, 1,
      {later.number + " 的两个版本同时有效：" + earlier.file + "（" + validity(earlier) + "）和 " + later.file + "（" + validity(later) + "）",
       "two versions of " + later.number + " are in force at once: " + earlier.file + " (" + validity(earlier) + ") and " + later.file + " (" +
           validity(later) + ")"},
      {"为较早的版本写明 in_force 的 to（最后一日）。", "Give the earlier version its last day, `to` in in_force."});
  return true;
}

void check_parameters(const Document& earlier, const Document& later, Problems& problems) {
  if (!overlap(earlier, later)) return;
  for (const Parameter& parameter : later.parameters) {
    const auto same = [&](const Parameter& other) { return other.name == parameter.name; };
    const auto other = std::find_if(earlier.parameters.begin(), earlier.parameters.end(), same);
    if (other == earlier.parameters.end()) continue;
    if (earlier.level == later.level) {
      add(problems, later, parameter.line,
          {"参数“" + parameter.name + "”在同一层级有两个同时有效的文件：" + earlier.number + "（" + place(earlier, other->line) + "，" +
               validity(earlier) + "）和 " + later.number + "（" + validity(later) + "）",
           "the parameter \"" + parameter.name + "\" has two documents of one level in force at once: " + earlier.number + " (" +
               place(earlier, other->line) + ", " + validity(earlier) + ") and " + later.number + " (" + validity(later) + ")"},
          {"为较早的文件写明 in_force 的 to，或删去其中一个参数。", "Give the earlier document its last day, or remove one of the parameters."});
      continue;
    }
    const bool later_is_lower = later.level > earlier.level;
    const Parameter &lower = later_is_lower ? parameter : *other, &higher = later_is_lower ? *other : parameter;
    if (lower.use == Use::information || lower.value == higher.value || is_stricter(lower, higher)) continue;
    const Document &at = later_is_lower ? later : earlier, &above = later_is_lower ? earlier : later;
    add(problems, at, lower.line,
        {"参数“" + lower.name + "”的值 " + lower.value.to_string() + " 并不比上级文件 " + above.number + " 的 " + higher.value.to_string() +
             " 更严，不会采用",
         "the value " + lower.value.to_string() + " of \"" + lower.name + "\" is not stricter than the " + higher.value.to_string() + " of " +
             above.number + ", a document of a higher level, and will not be used"},
        {"下级只能补充或收紧；请核对数值，或删去该参数。", "A lower level may only fill or tighten; check the value, or remove the parameter."},
        Problem::Weight::warning);
  }
}

// Figures of one document that only make sense in this order: the first is at most the second.
struct Order {
  Name first, second;
};
constexpr Order kOrders[] = {{"idle.idle_after_years", "idle.recover_after_years"},
                             {"screen.tests_for_watch", "screen.tests_for_inefficient"},
                             {"screen.admin_share_max", "screen.admin_share_max_approved"},
                             {"supporting.land_share_green", "supporting.land_share_amber"},
                             {"supporting.floor_share_green", "supporting.floor_share_amber"},
                             {"supporting.industrial_share_amber", "supporting.industrial_share_green"},
                             {"rating.class_a_share", "rating.class_b_share"},
                             {"rating.class_b_share", "rating.class_c_share"},
                             {"quota.reward.any_missed", "quota.reward.both_done"}};

void check_orders(const Document& document, Problems& problems) {
  const auto given = [&](std::string_view name) {
    return std::find_if(document.parameters.begin(), document.parameters.end(), [&](const Parameter& each) { return each.name == name; });
  };
  for (const Order& order : kOrders) {
    const auto first = given(order.first), second = given(order.second);
    if (first == document.parameters.end() || second == document.parameters.end() || first->value <= second->value) continue;
    add(problems, document, std::max(first->line, second->line),
        {"参数“" + first->name + "”（" + first->value.to_string() + "）大于“" + second->name + "”（" + second->value.to_string() + "），前者应不大于后者",
         "the parameter \"" + first->name + "\" (" + first->value.to_string() + ") is larger than \"" + second->name + "\" (" + second->value.to_string() +
             "), which it must not exceed"},
        {"核对两个数值，看是否写反。", "Check both values; they may be the wrong way round."});
  }
}

void check_replaced(const Document& document, const std::vector<Document>& documents, Problems& problems) {
  for (const Reference& reference : document.replaces) {
    for (const Document& old : documents) {
      if (old.number != reference.number || old.in_force_from > document.in_force_from || !overlap(old, document)) continue;
      const std::string eve = (document.in_force_from + -1).to_iso();
      add(problems, document, reference.line,
          {document.number + " 自 " + document.in_force_from.to_iso() + " 起取代 " + old.number + "，而 " + old.file + " 的有效期为 " + validity(old),
           document.number + " replaces " + old.number + " from " + document.in_force_from.to_iso() + ", but " + old.file + " is in force " +
               validity(old)},
          {"在 " + old.file + " 中写 to = " + eve + "，或更正其中一个日期。",
           "Write to = " + eve + " in " + old.file + ", or correct one of the days."});
    }
  }
}

// A circle of references, told once, from the document that comes first in it.
void check_circles(const std::vector<Document>& documents, Problems& problems) {
  std::map<std::string_view, std::vector<const Reference*>> leads;
  std::map<std::string_view, const Document*> by_number;
  for (const Document& document : documents) {
    by_number.emplace(document.number, &document);
    for (const auto* references : {&document.replaces, &document.based_on})
      for (const Reference& reference : *references) leads[document.number].push_back(&reference);
  }
  std::set<std::string_view> done;
  std::vector<std::string_view> path;
  const std::function<void(std::string_view)> walk = [&](std::string_view number) {
    path.push_back(number);
    for (const Reference* const reference : leads[number]) {
      const auto again = std::find(path.begin(), path.end(), reference->number);
      if (again != path.end()) {
        std::string circle;
        for (auto step = again; step != path.end(); ++step) circle += std::string(*step) + " → ";
        circle += reference->number;
        add(problems, *by_number.at(number), reference->line, {"文件互相引用成环：" + circle, "documents refer to each other in a circle: " + circle},
            {"一份文件只能取代或依据比它更早的文件；删去其中一处引用。",
             "A document replaces, or rests on, one that was there before it; remove one of these references."});
      } else if (by_number.contains(reference->number) && !done.contains(reference->number)) {
        walk(reference->number);
      }
    }
    path.pop_back();
    done.insert(number);
  };
  for (const Document& document : documents)
    if (!done.contains(document.number)) walk(document.number);
}

}  // namespace

bool is_stricter(const Parameter& lower, const Parameter& higher) {
  const ParameterInfo* const declared = find_parameter(lower.name);
  if (declared == nullptr) return false;
  switch (declared->stricter) {
    case Stricter::smaller:
      return lower.value < higher.value;
    case Stricter::larger:
      return lower.value > higher.value;
    case Stricter::fixed:
      break;
  }
  return false;
}

void check_together(const std::vector<Document>& documents, Problems& problems) {
  for (std::size_t i = 0; i < documents.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j)
      if (!check_versions(documents[j], documents[i], problems)) check_parameters(documents[j], documents[i], problems);
    check_orders(documents[i], problems);
    check_replaced(documents[i], documents, problems);
  }
  check_circles(documents, problems);
}

void check_references(const std::vector<Document>& documents, std::span<const std::string> known, Problems& problems) {
  const std::vector<std::string_view> numbers(known.begin(), known.end());
  for (const Document& document : documents) {
    for (const auto* references : {&document.replaces, &document.based_on}) {
      for (const Reference& reference : *references) {
        if (std::find(numbers.begin(), numbers.end(), reference.number) != numbers.end()) continue;
        const std::string nearest(measures::nearest_name(reference.number, numbers));
        add(problems, document, reference.line,
            {"所引文件“" + reference.number + "”不存在", "the document \"" + reference.number + "\" that it refers to is not there"},
            nearest.empty() ? Text{"写已有文件的文号；尚未编入的文件请只在 note 中提及。",
                                   "Give the number of a document that is there; mention one that is not encoded in the note only."}
                            : Text{"是否应为“" + nearest + "”？", "Did you mean \"" + nearest + "\"?"});
      }
    }
  }
}

}  // namespace yongdi::rulebook
