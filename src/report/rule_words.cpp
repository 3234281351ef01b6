#include "report/rule_words.hpp"

namespace yongdi::report {

using findings::Text;

Text words(rulebook::Level level) {
  switch (level) {
    case rulebook::Level::national:
      return {"国家", "national"};
    case rulebook::Level::provincial:
      return {"省", "provincial"};
    case rulebook::Level::municipal:
      return {"市", "municipal"};
    case rulebook::Level::park:
      return {"园区", "park"};
  }
  return {};
}

Text words(rulebook::Status status) {
  switch (status) {
    case rulebook::Status::read:
      return {"见于原文", "read in the instrument"};
    case rulebook::Status::secondary:
      return {"转引，未与原文核对", "secondary, not checked against the instrument"};
    case rulebook::Status::placeholder:
      return {"占位值，须由本局文件替换", "a placeholder, to be replaced by a document of the office"};
  }
  return {};
}

Text words(rulebook::Stricter stricter) {
  switch (stricter) {
    case rulebook::Stricter::fixed:
      return {"下级不得变动", "no lower level may move it"};
    case rulebook::Stricter::smaller:
      return {"下级只能改小", "a lower level may only make it smaller"};
    case rulebook::Stricter::larger:
      return {"下级只能改大", "a lower level may only make it larger"};
  }
  return {};
}

Text level_of(const rulebook::Document& document) { return document.is_own() ? Text{"本程序自拟", "the program's own"} : words(document.level); }

Text state(const rulebook::Document& document, measures::Day day) {
  if (document.is_own()) return document.in_force(day) ? Text{"采用", "applied"} : Text{"不采用", "not applied"};
  if (document.in_force(day)) return {"有效", "in force"};
  return day < document.in_force_from ? Text{"尚未施行", "not yet"} : Text{"已失效", "no longer"};
}

Text figure(const rulebook::Parameter& parameter) {
  if (parameter.unit == "yes_no") return parameter.value.is_zero() ? Text{"否", "no"} : Text{"是", "yes"};
  const rulebook::Unit* const unit = rulebook::find_unit(parameter.unit);
  // A third has no decimals that end; it is told as the fraction it is.
  const std::string value = parameter.value.survives_double() ? parameter.value.to_string() : parameter.value.to_fraction();
  const auto with = [&](std::string_view name) {
    if (value == "1" && name.ends_with("s")) name.remove_suffix(1);  // 1 year
    return name.empty() ? value : value + " " + std::string(name);
  };
  return unit != nullptr ? Text{with(unit->zh), with(unit->en)} : Text{with(parameter.unit), with(parameter.unit)};
}

Text named(const rulebook::Document& document) {
  const bool by_title = document.number == document.title_zh;
  const std::string number = by_title ? document.version : document.number;
  const Text title = rulebook::titled(document);
  return {title.zh + (number.empty() ? "" : "（" + number + "）"), title.en + (number.empty() ? "" : " (" + number + ")")};
}

Counted count(const rulebook::Document& document) {
  Counted counted;
  for (const rulebook::Parameter& parameter : document.parameters) {
    ++(parameter.use == rulebook::Use::rule ? counted.used : counted.recorded);
    switch (parameter.status) {
      case rulebook::Status::read:
        ++counted.read;
        break;
      case rulebook::Status::secondary:
        ++counted.secondary;
        break;
      case rulebook::Status::placeholder:
        ++counted.placeholder;
        break;
    }
  }
  return counted;
}

}  // namespace yongdi::report
